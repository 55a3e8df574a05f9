import type { StageName, TextEdit } from '../engine/protocol.ts';
import { openFile } from '../state/files.ts';
import { samples } from '../state/samples.ts';
import type { Store } from '../state/store.ts';
import type { Speaker } from '../strings/index.ts';
import type { BigFile } from './big-file.ts';
import type { PpEditor } from './pp-editor.ts';

export const loadFormat = () => import('../syntax/format.ts');

/** Changes of the config by the page itself: a fix, a flipped flag, a sample, a file. Each is announced. */
export class ConfigChanges {
  /** The announcement of the change that is being made. Undefined while the learner types. */
  announcement: string | undefined;
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
      this.#announced(this.#words.strings.flags.switched(stage, on), () =>
        this.#editor().apply(edit),
      ),
    );
  }

  /** Mends the text. The edits are of the newest exception's text, and do not fit another. */
  fix(edits: readonly TextEdit[]): void {
    if (!this.#store.state.upToDate) return;
    this.#announced(this.#words.strings.config.fixed, () => this.#editor().applyAll(edits));
  }

  async format(): Promise<void> {
    const { config: words, layout } = this.#words.strings;
    try {
      const { format } = await loadFormat();
      const edits = format(this.#editor().text) ?? [];
      if (edits.length === 0) this.#store.say(words.formattedAlready);
      else this.#announced(words.formatted, () => this.#editor().applyAll(edits));
    } catch {
      this.#store.say(`${layout.notLoaded}.`);
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
