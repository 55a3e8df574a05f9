import type { ReactiveControllerHost } from 'lit';
import type { EngineInput, TextWindow } from '../engine/protocol.ts';
import type { RunView } from '../engine/run-view.ts';
import type { Span } from '../state/events.ts';
import type { OpenFile } from '../state/files.ts';
import type { Store } from '../state/store.ts';
import type { PlainText, TextHolder } from './config-text.ts';

/** UTF-16 units of a big file that are shown at a time. */
const WINDOW = 20_000;

/** A part of a big file: where it is in the text, its lines, and its share of the file in percent. */
export interface ShownPart extends Span {
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
  #text: PlainText;
  /** The newest part that was shown. */
  #window: TextWindow | undefined;
  /** Counts the moves that were asked for, so that the answer to an older one is recognized. */
  #moves = 0;
  /** Where the shown part starts in the newest input, in UTF-16 units. */
  #start = 0;
  /** The bytes that the shown part is of. */
  #bytes: EngineInput | undefined;
  /** The newest run that was asked to show the part again. */
  #asked: RunView | undefined;

  constructor(host: ReactiveControllerHost, store: Store, text: PlainText) {
    this.#host = host;
    this.#store = store;
    this.#text = text;
    text.onTaken = () => {
      if (store.bigFile && this.#window) this.editor.showWindow(this.#window);
    };
  }

  /** What shows it. */
  get editor(): TextHolder {
    return this.#text.holder;
  }

  /** Shows the beginning of a file, before the engine has read it. */
  showHead({ text, size, bytes }: OpenFile): void {
    this.#bytes = bytes;
    const total = Math.max(size, text.length);
    this.#show({ text, start: 0, line: 1, column: 1, inString: false, total });
  }

  /** The text became `growth` units longer at an offset, in the version of the file that is about to be run. */
  shift(at: number, growth: number): void {
    if (at < this.#start) this.#start += growth;
  }

  /** Shows the part again once an edited file has been run. Until then it is as it was before, like the results. */
  async refresh(): Promise<void> {
    const { run, bigFile } = this.#store;
    if (!run || run === this.#asked || run.input !== bigFile?.bytes) return;
    this.#asked = run;
    if (run.input === this.#bytes) return;
    const window = await run.ask('window', this.#start + WINDOW / 2, WINDOW);
    if (!window || run !== this.#store.run) return;
    this.#bytes = run.input;
    this.#show(window, true);
  }

  /** Puts the cursor at a span of the text, which may be in another part of a big file. */
  async reveal(span: Span, focus: boolean): Promise<void> {
    if (await this.#moveTo(span)) this.editor.reveal(span, focus);
  }

  /** Scrolls to a span of the text, which may be in another part of a big file. The cursor stays. */
  async bringIntoSight(span: Span): Promise<void> {
    if (await this.#moveTo(span)) this.editor.bringIntoSight(span);
  }

  /** Shows the part that contains the span. False if a newer run, file or move has taken its place meanwhile. */
  async #moveTo({ start }: Span): Promise<boolean> {
    const { run, bigFile } = this.#store;
    const move = ++this.#moves;
    if (!bigFile) return true;
    const { shown } = this.editor;
    if (start >= shown.start && start < shown.end) return true;
    const window = await run?.ask('window', start, WINDOW);
    if (move !== this.#moves || bigFile.original !== this.#store.bigFile?.original) return false;
    if (run && window) {
      this.#bytes = run.input;
      this.#show(window);
    }
    return window !== undefined;
  }

  #show(window: TextWindow, again = false): void {
    this.#window = window;
    this.editor.showWindow(window, again);
    const { text, start, line, column, total } = window;
    const lines = text.split('\n').length;
    this.#start = start;
    this.shown = {
      start,
      end: start + text.length,
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
