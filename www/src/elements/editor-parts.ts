import type { ReactiveControllerHost } from 'lit';
import type { SummaryNumber, TextWindow } from '../engine/protocol.ts';
import type { RunView } from '../engine/run-view.ts';
import type { Span } from '../events.ts';
import type { OpenFile } from '../files.ts';
import type { Store } from '../store.ts';
import type { ShownPart } from './pp-config.ts';
import type { PpEditor } from './pp-editor.ts';

/** UTF-16 units of a big file that are shown at a time. */
const WINDOW = 20_000;
/** Places that are marked at the most: more say no more. */
const MOST_PLACES = 5000;

/**
 * What the editor shows of a text beyond the text itself: the part of a big file, and the places of the records behind
 * a number of the summary. The engine knows both.
 */
export class EditorParts {
  /** The part of a big file that is shown. */
  shown: ShownPart | undefined;
  /** Starts and ends, one after the other. */
  places: Uint32Array | undefined;
  #host: ReactiveControllerHost;
  #store: Store;
  #editor: () => PpEditor | null | undefined;
  #marked:
    | { run: RunView | undefined; number: SummaryNumber | undefined; from: number }
    | undefined;

  constructor(
    host: ReactiveControllerHost,
    store: Store,
    editor: () => PpEditor | null | undefined,
  ) {
    this.#host = host;
    this.#store = store;
    this.#editor = editor;
  }

  /** The beginning of a file, as far as it can be read without the engine. */
  showHead({ text, size }: OpenFile): void {
    this.#show({ text, start: 0, line: 1, total: Math.max(size, text.length) });
  }

  /** Shows a place of the text, which may lie in another part of a big file. */
  async reveal(span: Span, focus: boolean): Promise<void> {
    const { file } = this.#store.state.source;
    if (file && !file.whole && !(await this.#moveTo(span))) return;
    this.#editor()?.reveal(span, focus);
  }

  /** Nothing before the editor is in the page. */
  get #shown(): Span {
    return this.#editor()?.shown ?? { start: 0, end: 0 };
  }

  async #moveTo({ start }: Span): Promise<boolean> {
    const shown = this.#shown;
    if (start >= shown.start && start < shown.end) return true;
    const window = await this.#store.run?.ask('window', start, WINDOW);
    if (window) this.#show(window);
    return window !== undefined;
  }

  #show(window: TextWindow): void {
    this.#editor()?.showWindow(window);
    const { text, start, line, total } = window;
    this.shown = {
      fromLine: line,
      toLine: line + text.split('\n').length - 1,
      percent: (text.length / total) * 100,
      first: start === 0,
      last: start + text.length >= total,
    };
    this.#host.requestUpdate();
  }

  /** Asks for the places anew where the run, the number or the part of the text has changed. */
  refresh(): void {
    const { run } = this.#store;
    const { number, view } = this.#store.state;
    const wanted = view === 'summary' && !run?.report.error ? number : undefined;
    const from = this.#shown.start;
    const now = { run, number: wanted, from };
    const before = this.#marked;
    if (before?.run === run && before?.number === wanted && before?.from === from) return;
    this.#marked = now;
    if (wanted && run) void this.#mark(run, wanted, now);
    else if (this.places) this.#set(undefined);
  }

  async #mark(run: RunView, behind: SummaryNumber, now: object): Promise<void> {
    const { start, end } = this.#shown;
    const places = await run.ask('places', { behind }, start, end, MOST_PLACES);
    if (this.#marked === now) this.#set(places);
  }

  #set(places: Uint32Array | undefined): void {
    this.places = places;
    this.#host.requestUpdate();
  }
}
