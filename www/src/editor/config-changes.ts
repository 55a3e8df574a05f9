import type { StageName, TextEdit } from '../engine/protocol.ts';
import { loadPart } from '../parts/later.ts';
import type { Version } from '../state/files.ts';
import { samples } from '../state/samples.ts';
import type { Store } from '../state/store.ts';
import type { Speaker } from '../strings/index.ts';
import type { BigFile } from './big-file.ts';
import type { PpEditor } from './pp-editor.ts';

export const laterFiles = () => import('./files.ts');

/** Changes of the config by the page itself: a flipped flag, a sample, a file. Each is announced. */
export class ConfigChanges {
  /** The announcement of the change that is being made. Undefined while the learner types. */
  announcement: string | undefined;
  /** What only files need, once a file was opened. */
  #files: Awaited<ReturnType<typeof laterFiles>> | undefined;
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

  /** Resolves to whether the text was edited. */
  flip(stage: StageName, on: boolean): Promise<boolean> {
    return this.#store.flipFlag(stage, on, (edit) =>
      this.#announced(this.#words.strings.flags.switched(stage, on), () => this.apply(edit)),
    );
  }

  /** Applies an edit to the text, or to a big file. `joined`: undo reverts it together with the edit before. */
  apply(edit: TextEdit, joined = false): void {
    const { bigFile } = this.#store;
    if (!bigFile) {
      this.#editor().apply(edit, joined);
      return;
    }
    this.#turnTo(this.#files?.edited(bigFile, edit, joined), this.announcement);
  }

  undo(): void {
    const { bigFile } = this.#store;
    if (!bigFile) this.#editor().undo();
    else this.#turnTo(this.#files?.undone(bigFile), this.#words.strings.config.undone);
  }

  redo(): void {
    const { bigFile } = this.#store;
    if (bigFile) this.#turnTo(this.#files?.redone(bigFile), this.#words.strings.config.redone);
  }

  /** Saves the text, or the file with its edits. */
  async save(): Promise<void> {
    const { source } = this.#store.state;
    try {
      const { save } = await laterFiles();
      this.#store.say(await save(source, this.#words.strings));
    } catch {
      this.#store.say(`${this.#words.strings.layout.notLoaded}.`);
    }
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
      await loadPart(laterFiles);
      this.#files = await laterFiles();
      const opened = await this.#files.openFile(file);
      if (opened.whole) this.#editor().replace(opened.text);
      else this.#bigFile.showHead(opened);
      this.#store.setFile(opened, (oneOfMany ? onlyOne : loaded)(file.name));
    } catch (problem) {
      this.#store.say(unreadable(file.name, String(problem)));
    }
  }

  #turnTo(version: Version | undefined, change: string | undefined): void {
    if (!version) return;
    this.#bigFile.shift(version.start, version.growth);
    this.#store.setFile(version.file, change, version);
  }

  #announced(announcement: string, edit: () => void): void {
    this.announcement = announcement;
    edit();
    this.announcement = undefined;
  }
}
