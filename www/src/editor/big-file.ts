import type { ReactiveControllerHost } from 'lit';
import type { TextWindow } from '../engine/protocol.ts';
import type { Span } from '../state/events.ts';
import type { OpenFile } from '../state/files.ts';
import type { Store } from '../state/store.ts';
import type { PpEditor } from './pp-editor.ts';

/** UTF-16 units of a big file that are shown at a time. */
const WINDOW = 20_000;

/** A part of a big file, as it lies in the file: lines from 1, and its share in percent. */
export interface ShownPart {
  fromLine: number;
  toLine: number;
  percent: number;
  first: boolean;
  last: boolean;
}

/** The part of a big file that the editor shows. */
export class BigFile {
  /** The part of a big file that is shown. */
  shown: ShownPart | undefined;
  #host: ReactiveControllerHost;
  #store: Store;
  #editor: () => PpEditor | null | undefined;

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

  /** Puts the cursor at a span of the text, which may lie in another part of a big file. */
  async reveal(span: Span, focus: boolean): Promise<void> {
    if (await this.#moveTo(span)) this.#editor()?.reveal(span, focus);
  }

  /** Scrolls to a span of the text. The cursor stays. */
  async bringIntoSight(span: Span): Promise<void> {
    if (await this.#moveTo(span)) this.#editor()?.bringIntoSight(span);
  }

  /** Empty until the editor is in the page. */
  get #shown(): Span {
    return this.#editor()?.shown ?? { start: 0, end: 0 };
  }

  /** Shows the part that holds the span. False if a newer run has replaced the one that was asked. */
  async #moveTo({ start }: Span): Promise<boolean> {
    const { file } = this.#store.state.source;
    if (!file || file.whole) return true;
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
}
