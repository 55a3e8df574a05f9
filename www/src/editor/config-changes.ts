import type { StageName } from '../engine/protocol.ts';
import { openFile } from '../state/files.ts';
import { samples } from '../state/samples.ts';
import type { FlippedFlag, Source } from '../state/state.ts';
import type { Store } from '../state/store.ts';
import type { Speaker } from '../strings/index.ts';
import type { BigFile } from './big-file.ts';
import type { PpEditor } from './pp-editor.ts';

/** Changes of the config by the page itself: a flipped flag, a sample, a file. Each is announced. */
export class ConfigChanges {
  /** The announcement of the change that is being made. Undefined while the learner types. */
  announcement: string | undefined;
  /** The newest flip that the editor does not show, because it is hidden, and the text after it. */
  #flipped: (FlippedFlag & { text: Source }) | undefined;
  #store: Store;
  #bigFile: BigFile;
  #editor: () => PpEditor;
  #words: Speaker;

  constructor(store: Store, bigFile: BigFile, editor: () => PpEditor, words: Speaker) {
    this.#words = words;
    this.#store = store;
    this.#bigFile = bigFile;
    this.#editor = editor;
  }

  /** Resolves to whether the text was edited. The edit is brought into sight. */
  flip(stage: StageName, on: boolean): Promise<boolean> {
    return this.#store.flipFlag(stage, on, (edit) => {
      const editor = this.#editor();
      const { start, insert: after } = edit;
      const before = this.#store.state.source.text.slice(start, edit.end);
      this.#announced(this.#words.strings.flags.switched(stage, on), () => editor.apply(edit));
      const end = start + after.length;
      const seen = editor.sees([start, end]);
      if (seen === false) editor.bringIntoSight({ start, end });
      const text = this.#store.state.source;
      this.#flipped = seen === undefined ? { stage, before, after, text } : undefined;
    });
  }

  /** What the newest flip has changed in the text, if the editor cannot show it, until something else changes. */
  get flipped(): FlippedFlag | undefined {
    return this.#flipped?.text === this.#store.state.source ? this.#flipped : undefined;
  }

  /** Loads a sample, by its name. */
  load(name: string): void {
    const text = samples[name];
    if (text === undefined) return;
    this.#editor().replace(text);
    const { name: said = name } = this.#words.strings.config.sampleNames[name] ?? {};
    this.#store.setText(text, this.#words.strings.config.sampleLoaded(said));
    // The menu that had the focus is closed, and undo works only in the editor.
    this.#editor().focus();
  }

  /** Closes the file and shows the text from before it was opened again. */
  close(): void {
    const editor = this.#editor();
    if (this.#store.state.source.file?.whole)
      this.#announced(this.#words.strings.config.closed, () => editor.undo());
    else this.#store.setText(editor.showText(), this.#words.strings.config.closed);
    editor.focus();
  }

  /** Opens the first of the dropped files. */
  dropped(files: File[]): void {
    const [file] = files;
    if (file) void this.open(file, files.length > 1);
    else this.#store.say(this.#words.strings.config.notAFile);
  }

  async open(file: File, oneOfMany = false): Promise<void> {
    const { loaded, onlyOne, unreadable } = this.#words.strings.config;
    try {
      const opened = await openFile(file);
      if (opened.whole) this.#editor().replace(opened.text);
      else this.#bigFile.showHead(opened);
      this.#store.setFile(opened, (oneOfMany ? onlyOne : loaded)(file.name));
    } catch (problem) {
      this.#store.say(unreadable(file.name, String(problem)));
    }
  }

  #announced(announcement: string, edit: () => void): void {
    this.announcement = announcement;
    edit();
    this.announcement = undefined;
  }
}
