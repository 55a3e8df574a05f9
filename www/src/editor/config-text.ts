import type { TextEdit, TextWindow } from '../engine/protocol.ts';
import { editedText } from '../state/edited-text.ts';
import type { Span } from '../state/events.ts';
import type { KeptText } from '../state/kept-text.ts';

/** What holds the text of the config: the editor or, where there is none, `PlainText`. Offsets are in the whole text. */
export interface TextHolder {
  /** The text, or the part of a big file that is shown. */
  readonly text: string;
  /** The learner has changed the text since the start, so a sample does not take its place as their own. */
  readonly typed: boolean;
  /** The part of the whole text that `text` is. */
  readonly shown: Span;
  /** The visible part with its surroundings. */
  readonly near: Span;
  /** Whether one of these places can be seen: the start and the end of each. Undefined if the text is hidden. */
  sees(places: Iterable<number>): boolean | undefined;
  /** Applies an edit. `joined`: undo reverts it together with the edit before, however long ago that was. */
  apply(edit: TextEdit, joined?: boolean): void;
  /** Makes edits, which are in order, in one step of undo. */
  applyAll(edits: readonly TextEdit[]): void;
  /**
   * Replaces the whole text. Undo brings the old one back. `by`: what it is replaced by. A sample is the learner's text
   * unless they have typed one. At the `start`, they have not typed one any more.
   */
  replace(text: string, by: 'file' | 'sample' | 'start'): void;
  /** Takes the newest change back, or makes it again. False if there is none, or the text cannot be edited. */
  undo(kind: 'undo' | 'redo'): boolean;
  /** Shows a part of a text that cannot be edited here. `again`: the shown part, after an edit. */
  showWindow(window: TextWindow, again?: boolean): void;
  /** Shows the learner's own text again, as it was before anything else was shown. Returns it, and its cursor. */
  showText(): { text: string; caret: number };
  /** The text to keep: what is shown or, while that is a file, the learner's own. */
  kept(isFile: boolean): KeptText | undefined;
  /** Puts the cursor at the start of a span, and scrolls to it. */
  reveal(span: Span, focus: boolean): void;
  /** Scrolls to the start of a span. */
  bringIntoSight(span: Span): void;
  focus(): void;
}

/** An editor, as it takes the text over. */
export interface TakesOver extends TextHolder {
  /** Makes a change that undo reverts, and tells nobody. */
  follow(text: string): void;
  typed: boolean;
}

/** A text with its older and newer versions. */
interface Versions {
  readonly past: readonly string[];
  readonly text: string;
  readonly future: readonly string[];
}

/** What a text is shown by until its editor is loaded. */
interface ShownPlainly {
  /** Called with each new text of the learner's. */
  changed(text: string): void;
  /** Called with each place that is revealed. */
  moved(offset: number): void;
  /** The element with the text, if it is shown. */
  inSight(): HTMLElement | null;
}

/**
 * The text of the config, without an editor: a playground can be shown without one, and it works before its editor is
 * loaded. The editor takes the text over with what can be undone.
 */
export class PlainText implements TextHolder {
  typed = false;
  /** The text at the start, as it was kept. */
  start: KeptText = { doc: '' };
  #versions: Versions = { past: [], text: '', future: [] };
  /** The learner's own text, while a file is shown. */
  #own: Versions | undefined;
  #reading = false;
  #of: ShownPlainly;
  #editor: TextHolder | undefined;
  /** The span that was revealed last, and in which text. */
  #revealed: { readonly span: Span; readonly versions: Versions } | undefined;
  /** Called when an editor has taken the text over. */
  onTaken = (): void => {};

  constructor(of: ShownPlainly) {
    this.#of = of;
  }

  /** What holds the text now. */
  get holder(): TextHolder {
    return this.#editor ?? this;
  }

  begin(start: KeptText): void {
    this.start = start;
    this.#versions = { past: [], text: start.doc, future: [] };
    this.typed = start.selection !== undefined;
  }

  /** Begins with another text than it was given, before the learner has seen it. */
  beginAgain(doc: string): void {
    if (this.#editor) this.#editor.replace(doc, 'start');
    else this.begin({ doc });
  }

  /** The text that an editor starts with, before it takes over. */
  get first(): KeptText {
    const doc = (this.#own ?? this.#versions).past[0];
    return doc === undefined ? this.start : { doc };
  }

  /** Gives an editor, which holds the `first` text, what came after that. */
  handTo(editor: TakesOver): void {
    const { past, text, future } = this.#own ?? this.#versions;
    for (const version of [...past, text, ...future].slice(1)) editor.follow(version);
    for (const _ of future) editor.undo('undo');
    editor.typed = this.typed;
    if (this.#own && !this.#reading) editor.replace(this.text, 'file');
    this.#editor = editor;
    this.onTaken();
    const focused = this.#of.inSight()?.matches(':focus') === true;
    if (this.#revealed?.versions === this.#versions) editor.reveal(this.#revealed.span, focused);
    else if (focused) editor.focus();
  }

  get text(): string {
    return this.#versions.text;
  }

  get shown(): Span {
    return { start: 0, end: this.text.length };
  }

  get near(): Span {
    return this.shown;
  }

  sees(): undefined {
    return undefined;
  }

  apply(edit: TextEdit, joined = false): void {
    this.#edit([edit], joined);
  }

  applyAll(edits: readonly TextEdit[]): void {
    this.#edit(edits, false);
  }

  replace(text: string, by: 'file' | 'sample' | 'start'): void {
    if (this.#reading) this.showText();
    if (by === 'start') this.typed = false;
    this.#own = by === 'file' || this.typed ? (this.#own ?? this.#versions) : undefined;
    this.#set(text);
  }

  undo(kind: 'undo' | 'redo'): boolean {
    const { past, text, future } = this.#versions;
    const other = kind === 'undo' ? past.at(-1) : future[0];
    if (other === undefined || this.#reading) return false;
    this.#versions =
      kind === 'undo'
        ? { past: past.slice(0, -1), text: other, future: [text, ...future] }
        : { past: [...past, text], text: other, future: future.slice(1) };
    this.#tell();
    return true;
  }

  showWindow({ text }: TextWindow): void {
    this.#own ??= this.#versions;
    this.#reading = true;
    this.#versions = { past: [], text, future: [] };
  }

  showText(): { text: string; caret: number } {
    this.#reading = false;
    this.#versions = this.#own ?? this.#versions;
    this.#own = undefined;
    return { text: this.text, caret: 0 };
  }

  kept(isFile: boolean): KeptText {
    const doc = ((isFile ? this.#own : undefined) ?? this.#versions).text;
    return doc === this.start.doc ? this.start : { doc };
  }

  reveal(span: Span, focus: boolean): void {
    this.#revealed = { span, versions: this.#versions };
    this.#of.moved(span.start);
    if (focus) this.focus();
  }

  bringIntoSight(): void {}

  focus(): void {
    this.#of.inSight()?.focus();
  }

  #edit(edits: readonly TextEdit[], joined: boolean): void {
    this.#set(editedText(this.text, edits), joined);
    this.#tell();
  }

  #set(text: string, joined = false): void {
    const { past, text: before } = this.#versions;
    this.#versions = { past: joined ? past : [...past, before], text, future: [] };
  }

  #tell(): void {
    this.typed = true;
    this.#own = undefined;
    this.#of.changed(this.text);
  }
}
