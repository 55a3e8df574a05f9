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
import { PartWords } from '../parts/part-words.ts';
import { type Span, send } from '../state/events.ts';
import type { KeptText } from '../state/kept-text.ts';
import type { PartStrings } from '../strings/parts.ts';
import { base } from '../styles/base.ts';
import type { PlainText, TakesOver } from './config-text.ts';
import { difference } from './difference.ts';
import { errorSpan } from './error-span.ts';
import { setException } from './exception-mark.ts';
import { stateOf, written } from './kept-state.ts';
import { speak } from './language.ts';
import { loadMore } from './later.ts';
import type { Places } from './marks.ts';
import { styles } from './pp-editor.styles.ts';
import { numberFrom, readOnly, writable } from './setup.ts';

/** Annotates a change by the page itself, which sends no `pp-text`. */
const ours = Annotation.define<true>();

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
export class PpEditor extends LitElement implements TakesOver {
  static readonly tag = 'pp-editor';
  static override styles = [base, styles];

  /** The text, which the editor takes over when it is first shown. */
  @property({ attribute: false }) plain!: PlainText;
  /** The exception to mark, if any. */
  @property({ attribute: false }) error: RunError | undefined;
  /** The record at the cursor. */
  @property({ attribute: false }) record: Span | undefined;
  /** The places of the records to mark. */
  @property({ attribute: false }) places: Places | undefined;

  /** The learner changes nothing. */
  @property({ type: Boolean }) readonly = false;

  #words = new PartWords(this);
  /** The words that the editor shows now. */
  #shownWords: PartStrings | undefined;
  #view: EditorView | undefined;
  /** The learner's own text, with its history and cursor, while something else is shown. */
  #own: EditorState | undefined;
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
    const extensions = [
      writable(this.#words.strings),
      this.#watched,
      EditorState.readOnly.of(this.readonly),
    ];
    this.#mount(stateOf(this.plain.first, extensions));
    this.#shownWords = this.#words.strings;
    this.plain.handTo(this);
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

  get text(): string {
    return this.#view?.state.doc.toString() ?? '';
  }

  get shown(): Span {
    return { start: this.#base, end: this.#base + (this.#view?.state.doc.length ?? 0) };
  }

  /** All of the text if it is not long. */
  get near(): Span {
    const view = this.#view;
    if (!view || view.state.doc.length <= LONG) return this.shown;
    const drawn = view.visibleRanges.filter(({ from, to }) => to - from > AROUND_CURSOR);
    const { from = 0, to = 0 } = { from: drawn[0]?.from, to: drawn.at(-1)?.to };
    return { start: this.#base + from, end: this.#base + to };
  }

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

  /** Applies an edit as if it was typed: the cursor, the scroll position and the history stay. */
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

  /** The cursor stays at its token. */
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

  /** Sends no `pp-text`. */
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

  follow(text: string): void {
    const view = this.#view;
    view?.dispatch({
      changes: difference(view.state.doc.toString(), text),
      annotations: [ours.of(true), isolateHistory.of('full')],
    });
  }

  undo(kind: 'undo' | 'redo'): boolean {
    return this.#view !== undefined && { undo, redo }[kind](this.#view);
  }

  /** Also scrolls to the cursor, since keys that are typed unseen do harm. */
  override focus(): void {
    this.#view?.focus();
    this.#view?.dispatch({ scrollIntoView: true });
  }

  /** After an edit, the cursor and the scroll position stay. */
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
      text: this.text,
      caret: view?.state.selection.main.head ?? 0,
    };
  }

  /** With its history, if that is short. */
  kept(isFile: boolean): KeptText | undefined {
    const short = this.#edited <= LONG_HISTORY;
    // What cannot be undone any more must be kept itself.
    const state = (isFile || !short ? this.#own : undefined) ?? this.#view?.state;
    return state && written(state, short);
  }

  reveal(span: Span, focus: boolean): void {
    this.#view?.dispatch({
      selection: { anchor: this.#inDocument(span.start) },
      effects: this.#intoSight(span),
    });
    if (focus) this.#view?.focus();
  }

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
