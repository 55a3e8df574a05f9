import { isolateHistory, redo, undo } from '@codemirror/commands';
import { foldedRanges, unfoldEffect } from '@codemirror/language';
import {
  Annotation,
  Compartment,
  EditorState,
  type StateEffect,
  type Transaction,
} from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { html, LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import type { RunError, TextEdit, TextWindow } from '../engine/protocol.ts';
import { Words } from '../parts/words.ts';
import { type Span, send } from '../state/events.ts';
import type { KeptText } from '../state/kept-text.ts';
import type { Strings } from '../strings/index.ts';
import { base } from '../styles/base.ts';
import { difference } from './difference.ts';
import { errorSpan } from './error-span.ts';
import { setException } from './exception-mark.ts';
import { stateOf, written } from './kept-state.ts';
import { speak } from './language.ts';
import type { Places } from './marks.ts';
import { styles } from './pp-editor.styles.ts';
import { numberFrom, readOnly, writable } from './setup.ts';

/** Annotates a change by the page itself, which sends no `pp-text`. */
const ours = Annotation.define<true>();

/** What is needed later: marks of records, and the colours of a part of a file. */
export const loadMore = () => import('./more.ts');

/** The colours of a part of a big file. */
const colours = new Compartment();

/** In a text with more UTF-16 units than this, only records near the visible part are marked. */
const LONG = 50_000;

/** A history of more UTF-16 units is not kept with the text, since that would take long. */
const LONG_HISTORY = 500_000;

/** The most units around the cursor that the editor draws of a long line, however far away that is. */
const AROUND_CURSOR = 20;

/**
 * The config in a CodeMirror editor. Sends `pp-text` after every change by the learner, including undo, and `pp-caret`
 * (detail: the offset) if only the cursor has moved. While a file or a sample is shown, the learner's own text is kept
 * with its history, to be shown again later. All offsets are in the whole text.
 */
export class PpEditor extends LitElement {
  static readonly tag = 'pp-editor';
  static override styles = [base, styles];

  /** The first text: the one that was kept, or a sample. */
  @property({ attribute: false }) start: KeptText = { doc: '' };
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
  /** The learner's own text, with its history and cursor, while something else is shown. */
  #own: EditorState | undefined;
  /** The learner has changed the text since the start, so a sample does not take its place as their own. */
  typed = false;
  /** UTF-16 units that changes have removed and inserted: more than the size of the history. */
  #edited = 0;
  /** A part of a file is shown, which cannot be edited. */
  #reading = false;
  /** The offset in the whole text at which the document starts. */
  #base = 0;
  /** Records have been marked. */
  #marked = false;
  #watched = EditorView.updateListener.of(({ viewportChanged }) => {
    if (viewportChanged) send(this, 'pp-scrolled');
  });

  override render() {
    return html`<div class="editor"></div>`;
  }

  override firstUpdated(): void {
    const extensions = [writable(this.#words.strings), this.#watched];
    const state = stateOf(this.start, extensions);
    this.#mount(state);
    this.#shownWords = this.#words.strings;
    this.typed = this.start.selection !== undefined;
    if (this.typed) this.#toCaret();
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
    if (changed.has('record') || changed.has('places')) void this.#markRecords();
  }

  /** What is in the document: the text, or a part of a big file. */
  get text(): string {
    return this.#view?.state.doc.toString() ?? '';
  }

  /** The part of the whole text that is in the document. */
  get shown(): Span {
    return { start: this.#base, end: this.#base + (this.#view?.state.doc.length ?? 0) };
  }

  /** What is drawn of the whole text: the visible part with its surroundings. All of the text if it is not long. */
  get near(): Span {
    const view = this.#view;
    if (!view || view.state.doc.length <= LONG) return this.shown;
    const drawn = view.visibleRanges.filter(({ from, to }) => to - from > AROUND_CURSOR);
    const { from = 0, to = 0 } = { from: drawn[0]?.from, to: drawn.at(-1)?.to };
    return { start: this.#base + from, end: this.#base + to };
  }

  /** Whether one of these places can be seen: the start and the end of each. Undefined if the editor is hidden. */
  sees(places: Iterable<number>): boolean | undefined {
    const view = this.#view;
    const { top, bottom, height } = view?.scrollDOM.getBoundingClientRect() ?? new DOMRect();
    if (!view || !height) return undefined;
    const { left, right } = view.contentDOM.getBoundingClientRect();
    const first = view.posAtCoords({ x: left, y: top + 1 }, false);
    const last = view.posAtCoords({ x: right, y: bottom - 1 }, false);
    return pairs(places, this.#base).some(
      ([from, to]) => from <= last && to > first && !unfold(view.state, from, to).length,
    );
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

  /**
   * Replaces the whole text. Undo brings the old one back. Sends no `pp-text`. `by`: what it is replaced by. A sample is
   * the learner's text unless they have typed one. At the `start`, they have not typed one any more.
   */
  replace(text: string, by: 'file' | 'sample' | 'start'): void {
    if (this.#reading) this.showText();
    const view = this.#view;
    if (by === 'start') this.typed = false;
    this.#own = by === 'file' || this.typed ? (this.#own ?? view?.state) : undefined;
    view?.dispatch({
      changes: { from: 0, to: view.state.doc.length, insert: text },
      selection: { anchor: 0 },
      annotations: [ours.of(true), isolateHistory.of('full')],
      scrollIntoView: true,
    });
  }

  /** Takes the newest change back, or makes it again. False if there is none, or the text cannot be edited. */
  undo(kind: 'undo' | 'redo'): boolean {
    return this.#view !== undefined && { undo, redo }[kind](this.#view);
  }

  /** Also scrolls to the cursor, since keys that are typed unseen do harm. */
  override focus(): void {
    this.#view?.focus();
    this.#view?.dispatch({ scrollIntoView: true });
  }

  /**
   * Shows a part of a text that cannot be edited here. `again`: the shown part, after an edit. The cursor and the scroll
   * position stay.
   */
  showWindow(window: TextWindow, again = false): void {
    const view = this.#view;
    if (!view) return;
    const { text, start, line } = window;
    this.#base = start;
    if (again && this.#reading) {
      const changes = difference(view.state.doc.toString(), text);
      // The old colours do not fit the new text.
      const effects = [numberFrom(line), colours.reconfigure([])];
      view.dispatch({ changes, effects, annotations: ours.of(true) });
    } else {
      this.#own ??= view.state;
      this.#reading = true;
      const extensions = [readOnly(this.#words.strings, line), colours.of([]), this.#watched];
      view.setState(EditorState.create({ doc: text, extensions }));
    }
    this.#colour(window).catch(() => {});
    this.#markError();
    void this.#markRecords();
  }

  /** The code for the colours of a part is loaded for the first one. Without it, the part has none. */
  async #colour({ text, inString }: TextWindow): Promise<void> {
    const doc = this.#view?.state.doc;
    const { partColours } = await loadMore();
    if (doc !== this.#view?.state.doc) return;
    this.#view?.dispatch({ effects: colours.reconfigure(partColours(text, inString)) });
  }

  /** Shows the learner's own text again, as it was before anything else was shown. Returns it, and its cursor. */
  showText(): { text: string; caret: number } {
    const view = this.#view;
    this.#base = 0;
    this.#reading = false;
    if (view && this.#own) {
      view.setState(this.#own);
      this.#own = undefined;
      this.#speak();
      this.#markError();
      this.#markRecords();
      this.#toCaret();
    }
    return {
      text: view?.state.doc.toString() ?? this.start.doc,
      caret: view?.state.selection.main.head ?? 0,
    };
  }

  /** The text to keep: what is shown or, while that is a file, the learner's own. With its history, if that is short. */
  kept(isFile: boolean): KeptText | undefined {
    const short = this.#edited <= LONG_HISTORY;
    // What cannot be undone any more must be kept itself.
    const state = (isFile || !short ? this.#own : undefined) ?? this.#view?.state;
    return state && written(state, short);
  }

  /** Whether an exception's position is in what is shown. */
  shows(error: RunError): boolean {
    return (
      this.#view !== undefined && errorSpan(this.#view.state.doc, error, this.#base) !== undefined
    );
  }

  /** Puts the cursor at the start of a span, and scrolls it to the middle of the editor. */
  reveal(span: Span, focus: boolean): void {
    this.#view?.dispatch({
      selection: { anchor: this.#inDocument(span.start) },
      effects: this.#intoSight(span),
    });
    if (focus) this.#view?.focus();
  }

  /** Scrolls to the start of a span. */
  bringIntoSight(span: Span): void {
    this.#view?.dispatch({ effects: this.#intoSight(span) });
  }

  /** Scrolls to the cursor, and tells where it is. */
  #toCaret(): void {
    const head = this.#view?.state.selection.main.head ?? 0;
    this.#view?.dispatch({ effects: EditorView.scrollIntoView(head, { y: 'center' }) });
    send(this, 'pp-caret', head);
  }

  /** Opens what is folded in a span, and scrolls its start to the middle. */
  #intoSight({ start, end }: Span): StateEffect<unknown>[] {
    const view = this.#view;
    if (!view) return [];
    const [from, to] = [this.#inDocument(start), this.#inDocument(end)];
    return [...unfold(view.state, from, to), EditorView.scrollIntoView(from, { y: 'center' })];
  }

  #inDocument(offset: number): number {
    return Math.min(Math.max(offset - this.#base, 0), this.#view?.state.doc.length ?? 0);
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
    for (const { changes } of transactions)
      changes.iterChanges((from, to, start, end) => {
        this.#edited += to - from + end - start;
      });
    const changed = transactions.some(({ docChanged }) => docChanged);
    if (changed && !transactions.some((one) => one.annotation(ours))) {
      this.typed = true;
      this.#own = undefined;
      send(this, 'pp-text', { text: newest.doc.toString(), caret });
    } else if (changed || transactions.some(({ selection }) => selection))
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

  async #markRecords(): Promise<void> {
    if (!this.#marked && !this.record && !this.places) return;
    this.#marked = true;
    const { mark } = await loadMore();
    const view = this.#view;
    if (!view) return;
    const { record, places } = this;
    const base = this.#base;
    const effects = mark(view.state, {
      place: pairs(places?.counted ?? [], base),
      gone: pairs(places?.gone ?? [], base),
      'current-record': record ? [[record.start - base, record.end - base]] : [],
    });
    view.dispatch({ effects });
  }
}

/** Offsets in the document, which starts at `base` of the whole text. */
function pairs(places: Iterable<number>, base: number): [from: number, to: number][] {
  const all = Array.from(places, (place) => place - base);
  return all.flatMap((from, i) => (i % 2 ? [] : [[from, all[i + 1] ?? from]]));
}

/** Effects that open the folds which hide something of a part of the document. */
function unfold(state: EditorState, from: number, to: number): StateEffect<unknown>[] {
  const effects: StateEffect<unknown>[] = [];
  foldedRanges(state).between(from, to, (start, end) => {
    if (start < to && end > from) effects.push(unfoldEffect.of({ from: start, to: end }));
  });
  return effects;
}
