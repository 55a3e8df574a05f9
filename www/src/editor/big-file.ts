import type { ReactiveControllerHost } from 'lit';
import type { TextWindow } from '../engine/protocol.ts';
import type { Span } from '../state/events.ts';
import type { OpenFile } from '../state/files.ts';
import type { Store } from '../state/store.ts';
import type { PpEditor } from './pp-editor.ts';

/** UTF-16 units of a big file that are shown at a time. */
const WINDOW = 20_000;

/** A part of a big file, and its share of the file in percent. */
export interface ShownPart {
  /** Its lines, counted from 1. */
  fromLine: number;
  toLine: number;
  /** Its first and last character in its line, counted from 1, if it is a part of one line. */
  characters?: [from: number, to: number];
  percent: number;
  first: boolean;
  last: boolean;
}

/** Shows a part of a big file in the editor, and moves to other parts. Also shows a file that is not UTF-8. */
export class BigFile {
  /** The part of a big file that is shown. */
  shown: ShownPart | undefined;
  #host: ReactiveControllerHost;
  #store: Store;
  #findEditor: () => PpEditor | null | undefined;
  /** Counts the moves that were asked for, so that the answer to an older one is recognized. */
  #moves = 0;

  constructor(
    host: ReactiveControllerHost,
    store: Store,
    editor: () => PpEditor | null | undefined,
  ) {
    this.#host = host;
    this.#store = store;
    this.#findEditor = editor;
  }

  /** Undefined until it is rendered. */
  get editor(): PpEditor | undefined {
    return this.#findEditor() ?? undefined;
  }

  /** Shows the beginning of a file, before the engine has read it. */
  showHead({ text, size }: OpenFile): void {
    const total = Math.max(size, text.length);
    this.#show({ text, start: 0, line: 1, column: 1, inString: false, total });
  }

  /** Puts the cursor at a span of the text, which may be in another part of a big file. */
  async reveal(span: Span, focus: boolean): Promise<void> {
    if (await this.#moveTo(span)) this.editor?.reveal(span, focus);
  }

  /** Scrolls to a span of the text, which may be in another part of a big file. The cursor stays. */
  async bringIntoSight(span: Span): Promise<void> {
    if (await this.#moveTo(span)) this.editor?.bringIntoSight(span);
  }

  /** The span that the editor shows. Empty until the editor is rendered. */
  get #shown(): Span {
    return this.editor?.shown ?? { start: 0, end: 0 };
  }

  /** Shows the part that contains the span. False if a newer run, file or move has taken its place meanwhile. */
  async #moveTo({ start }: Span): Promise<boolean> {
    const { file } = this.#store.state.source;
    const move = ++this.#moves;
    if (!file || file.whole) return true;
    const shown = this.#shown;
    if (start >= shown.start && start < shown.end) return true;
    const window = await this.#store.run?.ask('window', start, WINDOW);
    if (move !== this.#moves || file !== this.#store.state.source.file) return false;
    if (window) this.#show(window);
    return window !== undefined;
  }

  #show(window: TextWindow): void {
    this.editor?.showWindow(window);
    const { text, start, line, column, total } = window;
    const lines = text.split('\n').length;
    this.shown = {
      fromLine: line,
      toLine: line + lines - 1,
      ...(lines === 1 && { characters: [column, column + [...text].length - 1] }),
      percent: (text.length / total) * 100,
      first: start === 0,
      last: start + text.length >= total,
    };
    this.#host.requestUpdate();
  }
}
