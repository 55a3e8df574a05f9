import { isolateHistory, undo } from '@codemirror/commands';
import { Annotation, EditorState, type Transaction } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { html, LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import type { RunError, TextEdit, TextWindow } from '../engine/protocol.ts';
import { Words } from '../parts/words.ts';
import { type Span, send } from '../state/events.ts';
import type { Strings } from '../strings/index.ts';
import { base } from '../styles/base.ts';
import { errorSpan } from './error-span.ts';
import { setException } from './exception-mark.ts';
import { speak } from './language.ts';
import { type Places, setMarks } from './marks.ts';
import { styles } from './pp-editor.styles.ts';
import { readOnly, writable } from './setup.ts';

/** Annotates a change by the page itself, which sends no `pp-text`. */
const ours = Annotation.define<true>();

/** In a text with more UTF-16 units than this, only records near the visible part are marked. */
const LONG = 50_000;

const toTheMiddle = (offset: number) => EditorView.scrollIntoView(offset, { y: 'center' });

/**
 * The config in a CodeMirror editor. Sends `pp-text` after every change by the learner, including undo, and `pp-caret`
 * (detail: the offset) if only the cursor has moved. While a part of a big file is shown, the text and its history are
 * kept, to be shown again later. All offsets are in the whole text.
 */
export class PpEditor extends LitElement {
  static readonly tag = 'pp-editor';
  static override styles = [base, styles];

  /** The first text. */
  @property({ attribute: false }) start = '';
  /** The exception to mark, if any. */
  @property({ attribute: false }) error: RunError | undefined;
  /** The record at the cursor. */
  @property({ attribute: false }) record: Span | undefined;
  /** The places of the records to mark. */
  @property({ attribute: false }) places: Places | undefined;

  #words = new Words(this);
  /** The words that the editor shows now. */
  #shownWords: Strings | undefined;
  #view: EditorView | undefined;
  #keptState: EditorState | undefined;
  /** The offset in the whole text at which the document starts. */
  #base = 0;
  #watched = EditorView.updateListener.of(({ viewportChanged }) => {
    if (viewportChanged) send(this, 'pp-scrolled');
  });

  override render() {
    return html`<div class="editor"></div>`;
  }

  override firstUpdated(): void {
    const extensions = [writable(this.#words.strings), this.#watched];
    this.#mount(EditorState.create({ doc: this.start, extensions }));
    this.#shownWords = this.#words.strings;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.#view) this.#mount(this.#view.state);
  }

  /** The view listens to the window, so it is destroyed. Its state is kept, in case the element comes back. */
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#view?.destroy();
  }

  override updated(changed: Map<PropertyKey, unknown>): void {
    if (this.#shownWords !== this.#words.strings) {
      this.#shownWords = this.#words.strings;
      this.#speak();
    }
    if (changed.has('error')) this.#markError();
    if (changed.has('record') || changed.has('places')) this.#markRecords();
  }

  /** The part of the whole text that is in the document. */
  get shown(): Span {
    return { start: this.#base, end: this.#base + (this.#view?.state.doc.length ?? 0) };
  }

  /** The visible part of the whole text with its surroundings. All of the text if it is not long. */
  get near(): Span {
    const view = this.#view;
    if (!view || view.state.doc.length <= LONG) return this.shown;
    return { start: this.#base + view.viewport.from, end: this.#base + view.viewport.to };
  }

  /** The visible part of the whole text. Undefined if the editor is hidden. */
  get visible(): Span | undefined {
    const view = this.#view;
    const { scrollTop = 0, clientHeight = 0 } = view?.scrollDOM ?? {};
    if (!view || clientHeight === 0) return undefined;
    const top = scrollTop - view.documentPadding.top;
    const [from, to] = [view.lineBlockAtHeight(top), view.lineBlockAtHeight(top + clientHeight)];
    return { start: this.#base + from.from, end: this.#base + to.to };
  }

  /**
   * Applies an edit as if it was typed: the cursor, the scroll position and the history stay. `joined`: undo reverts it
   * together with the edit before, however long ago that was.
   */
  apply(edit: TextEdit, joined = false): void {
    const { start: from, end: to, insert } = edit;
    this.#view?.dispatch({
      changes: { from, to, insert },
      // The history joins composed input regardless of the time between. `filter: false`: no filter sees it as typing.
      ...(joined
        ? { userEvent: 'input.type.compose', filter: false }
        : { annotations: isolateHistory.of('before') }),
    });
  }

  /** The text in the editor. */
  get text(): string {
    return this.#view?.state.doc.toString() ?? this.start;
  }

  /** Makes edits, which are in order, in one step of undo. The cursor stays at its token. */
  applyAll(edits: readonly TextEdit[]): void {
    const view = this.#view;
    if (!view) return;
    const { doc, selection } = view.state;
    const changes = view.state.changes(
      edits.map(({ start: from, end: to, insert }) => ({ from, to, insert })),
    );
    // Before a token it moves with the token, elsewhere it stays behind what is before it.
    const kept = (at: number) =>
      changes.mapPos(at, /\S/.test(doc.sliceString(at, at + 1)) ? 1 : -1);
    const { anchor, head } = selection.main;
    view.dispatch({
      changes,
      selection: { anchor: kept(anchor), head: kept(head) },
      annotations: isolateHistory.of('full'),
    });
  }

  /** Replaces the whole text. Undo brings the old one back. Sends no `pp-text`. */
  replace(text: string): void {
    this.showText();
    const view = this.#view;
    view?.dispatch({
      changes: { from: 0, to: view.state.doc.length, insert: text },
      selection: { anchor: 0 },
      annotations: [ours.of(true), isolateHistory.of('full')],
      scrollIntoView: true,
    });
  }

  /** Reverts the newest change, for a learner who does not know Ctrl+Z. */
  undo(): void {
    if (this.#view) undo(this.#view);
  }

  override focus(): void {
    this.#view?.focus();
  }

  /** Shows a part of a text that is too big to edit. */
  showWindow({ text, start, line }: TextWindow): void {
    const view = this.#view;
    if (!view) return;
    this.#keptState ??= view.state;
    this.#base = start;
    const extensions = [readOnly(this.#words.strings, line), this.#watched];
    view.setState(EditorState.create({ doc: text, extensions }));
    this.#markError();
    this.#markRecords();
  }

  /** Shows the text again if a part of a file is shown. Returns the text. */
  showText(): string {
    if (this.#keptState) {
      this.#view?.setState(this.#keptState);
      this.#keptState = undefined;
      this.#speak();
    }
    this.#base = 0;
    return this.#view?.state.doc.toString() ?? this.start;
  }

  /** Whether an exception's position is in what is shown. */
  shows(error: RunError): boolean {
    return (
      this.#view !== undefined && errorSpan(this.#view.state.doc, error, this.#base) !== undefined
    );
  }

  /** Puts the cursor at the start of a span, and scrolls it to the middle of the editor. */
  reveal(span: Span, focus: boolean): void {
    const anchor = this.#inDocument(span);
    this.#view?.dispatch({ selection: { anchor }, effects: toTheMiddle(anchor) });
    if (focus) this.#view?.focus();
  }

  /** Scrolls to the start of a span. */
  bringIntoSight(span: Span): void {
    this.#view?.dispatch({ effects: toTheMiddle(this.#inDocument(span)) });
  }

  #inDocument({ start }: Span): number {
    return Math.min(Math.max(start - this.#base, 0), this.#view?.state.doc.length ?? 0);
  }

  #mount(state: EditorState): void {
    const parent = this.renderRoot.querySelector('.editor');
    if (!parent) return;
    this.#view = new EditorView({
      state,
      parent,
      root: this.renderRoot as ShadowRoot,
      dispatchTransactions: (transactions, view) => {
        this.#report(transactions);
        view.update(transactions);
      },
    });
  }

  /** Called before the view draws the change, so that the engine works meanwhile and one frame shows both. */
  #report(transactions: readonly Transaction[]): void {
    const newest = transactions.at(-1)?.state;
    if (!newest) return;
    const caret = this.#base + newest.selection.main.head;
    const changed = transactions.some(({ docChanged }) => docChanged);
    if (changed && !transactions.some((one) => one.annotation(ours)))
      send(this, 'pp-text', { text: newest.doc.toString(), caret });
    else if (changed || transactions.some(({ selection }) => selection))
      send(this, 'pp-caret', caret);
  }

  /** Puts what is shown into the language of the element. */
  #speak(): void {
    this.#view?.dispatch({ effects: speak(this.#words.strings) });
  }

  #markError(): void {
    const view = this.#view;
    if (!view) return;
    const { error } = this;
    const span = error && errorSpan(view.state.doc, error, this.#base);
    const mark = span && { ...span, message: `${error.type}: ${error.message}` };
    view.dispatch({ effects: setException.of(mark) });
  }

  #markRecords(): void {
    const { record, places } = this;
    const base = this.#base;
    function* pairs(all: Uint32Array = new Uint32Array()): Generator<[number, number]> {
      for (let i = 0; i + 1 < all.length; i += 2)
        yield [(all[i] ?? 0) - base, (all[i + 1] ?? 0) - base];
    }
    this.#view?.dispatch({
      effects: setMarks.of({
        places: pairs(places?.counted),
        gone: pairs(places?.gone),
        current: record && [record.start - base, record.end - base],
      }),
    });
  }
}
