import type { StageName, TextEdit } from '../engine/protocol.ts';
import { loadPart } from '../parts/later.ts';
import type { PlaygroundEvents } from '../state/events.ts';
import type { Encoding, Version } from '../state/files.ts';
import { loadSample, type SampleName } from '../state/samples.ts';
import type { SettingEdits } from '../state/setting-edits.ts';
import type { FlippedFlag, Source } from '../state/state.ts';
import type { Store } from '../state/store.ts';
import type { PartSpeaker } from '../strings/parts.ts';
import type { BigFile } from './big-file.ts';
import type { PlainText, TextHolder } from './config-text.ts';
import { laterFiles, loadFormat } from './later.ts';

/** Changes of the config by the page itself: a fix, a flipped flag, a sample, a file. Each is announced. */
export class ConfigChanges {
  /** The announcement of the change that is being made. Undefined while the learner types. */
  announcement: string | undefined;
  /** What only files need, once a file was opened. */
  #files: Awaited<ReturnType<typeof laterFiles>> | undefined;
  #settings: Promise<SettingEdits | undefined> | undefined;
  /** Counts the texts that were asked for. What was asked for a text before the newest one is not wanted any more. */
  #asked = 0;
  /** The newest flip of each flag. */
  #flips: Partial<Record<StageName, object>> = {};
  /** The newest flip that the editor does not show, because it is hidden, and the text after it. */
  #flipped: (FlippedFlag & { text: Source }) | undefined;
  #store: Store;
  #bigFile: BigFile;
  #text: PlainText;
  #words: PartSpeaker;
  #start: () => string;

  /** `start`: the text that the playground starts with. */
  constructor(
    store: Store,
    bigFile: BigFile,
    text: PlainText,
    words: PartSpeaker,
    start: () => string,
  ) {
    this.#words = words;
    this.#start = start;
    this.#store = store;
    this.#bigFile = bigFile;
    this.#text = text;
  }

  get #editor(): TextHolder {
    return this.#text.holder;
  }

  /** Resolves to false if the text could not be edited, or is another one by now. The edit is brought into sight. */
  async flip(stage: StageName, on: boolean): Promise<boolean> {
    const asked = this.#asked;
    const flip = {};
    this.#flips[stage] = flip;
    const newest = () => flip === this.#flips[stage];
    const edited = await this.#store.flipFlag(
      stage,
      on,
      (edit) => this.#flip(stage, on, edit),
      () => asked === this.#asked && newest(),
    );
    return edited || !newest();
  }

  #flip(stage: StageName, on: boolean, edit: TextEdit): void {
    const editor = this.#editor;
    const { start, insert: after } = edit;
    const before = this.#store.state.source.text.slice(start, edit.end);
    this.#announced(this.#words.strings.flags.switched({ stage, on }), () => this.apply(edit));
    // The part of a big file is shown again once it has been run.
    if (this.#store.bigFile) return;
    const end = start + after.length;
    const seen = editor.sees([start, end]);
    if (seen === false) editor.bringIntoSight({ start, end });
    const text = this.#store.state.source;
    this.#flipped = seen === undefined ? { stage, before, after, text } : undefined;
  }

  /** What the newest flip has changed in the text, if the editor cannot show it, until something else changes. */
  get flipped(): FlippedFlag | undefined {
    return this.#flipped?.text === this.#store.state.source ? this.#flipped : undefined;
  }

  /** Mends the text. The edits are of the newest exception's text, and do not fit another. */
  fix(edits: readonly TextEdit[]): void {
    if (!this.#store.state.upToDate) return;
    this.#announced(this.#words.strings.config.fixed, () => this.#editor.applyAll(edits));
  }

  async format(): Promise<void> {
    const words = this.#words.strings.config;
    const asked = ++this.#asked;
    try {
      const { format } = await loadFormat();
      if (asked !== this.#asked) return;
      const edits = format(this.#editor.text) ?? [];
      if (edits.length === 0) this.#store.say(words.formattedAlready);
      else this.#announced(words.formatted, () => this.#editor.applyAll(edits));
    } catch {
      this.#sayNotLoaded();
    }
  }

  /** Applies an edit to the text, or to a big file. `joined`: undo reverts it together with the edit before. */
  apply(edit: TextEdit, joined = false): void {
    const { bigFile } = this.#store;
    if (!bigFile) {
      this.#editor.apply(edit, joined);
      return;
    }
    this.#turnTo(this.#files?.edited(bigFile, edit, joined), this.announcement);
  }

  /** Sets a number of the config. */
  async set(change: PlaygroundEvents['pp-setting']): Promise<void> {
    // All changes wait for the same promise, so they stay in order.
    this.#settings ??= this.#loadSettings();
    (await this.#settings)?.change(change);
  }

  async #loadSettings(): Promise<SettingEdits | undefined> {
    try {
      const { SettingEdits } = await import('../state/setting-edits.ts');
      return new SettingEdits(this.#store, this);
    } catch {
      this.#settings = undefined;
      this.#sayNotLoaded();
      return undefined;
    }
  }

  /** Saves the text, or the file with its edits. */
  async save(): Promise<void> {
    const { source } = this.#store.state;
    try {
      const { save } = await laterFiles();
      this.#store.say(await save(source, this.#words.strings));
    } catch {
      this.#sayNotLoaded();
    }
  }

  /** Loads a sample, by its name. */
  async load(name: SampleName): Promise<void> {
    const asked = ++this.#asked;
    try {
      const text = await loadSample(name);
      const { sampleSaid } = await laterFiles();
      if (asked === this.#asked)
        this.#replace(text, 'sample', sampleSaid(this.#words.strings, name));
    } catch {
      if (asked === this.#asked) this.#sayNotLoaded();
    }
  }

  /** Another text has come. What was asked for about the one before it is not wanted any more. */
  overtake(): void {
    this.#asked++;
  }

  /** Brings the first text back. Undo brings the text back that was there. */
  startOver(): void {
    this.#asked++;
    this.#replace(this.#start(), 'start', this.#words.strings.config.startedOver);
  }

  #replace(text: string, by: 'sample' | 'start', said: string): void {
    this.#editor.replace(text, by);
    this.#store.setText(text, said);
    // The menu that had the focus is closed, and undo works only in the editor.
    this.#editor.focus();
  }

  /** Closes the file and shows the learner's own text again, whatever came between. */
  close(): void {
    this.#asked++;
    const editor = this.#editor;
    const { text, caret } = editor.showText();
    this.#store.setText(text, this.#words.strings.config.closed, caret);
    editor.focus();
  }

  /** Opens the first of the dropped files. */
  dropped(files: File[]): void {
    const [file] = files;
    if (file) void this.open(file, files.length > 1);
    else this.#store.say(this.#words.strings.config.notAFile);
  }

  async open(file: File, oneOfMany = false): Promise<void> {
    const { loaded, onlyOne, overtaken, unreadable } = this.#words.strings.config;
    const asked = ++this.#asked;
    const { source } = this.#store.state;
    try {
      await loadPart(laterFiles);
      this.#files = await laterFiles();
      const opened = await this.#files.openFile(file);
      if (asked !== this.#asked) return;
      if (source !== this.#store.state.source) {
        this.#store.say(overtaken(file));
        return;
      }
      // Bytes that are not UTF-8 are shown but not edited, or their replacements would be run instead of them.
      if (opened.whole && !opened.encoding) this.#editor.replace(opened.text, 'file');
      else this.#bigFile.showHead(opened);
      this.#store.setFile(opened, (oneOfMany ? onlyOne : loaded)(file));
    } catch (problem) {
      if (asked === this.#asked)
        this.#store.say(unreadable({ name: file.name, reason: String(problem) }));
    }
  }

  /** Makes a text of the open file, which is not UTF-8, since the learner wants to edit it. */
  async edit(encoding: Encoding | undefined): Promise<void> {
    const { source } = this.#store.state;
    const { file } = source;
    if (!file) return;
    const asked = ++this.#asked;
    const text = encoding ? await (await laterFiles()).decoded(file, encoding) : file.text;
    if (asked !== this.#asked || source !== this.#store.state.source) return;
    const editor = this.#editor;
    editor.replace(text, 'file');
    this.#store.setText(text, this.#words.strings.config.edited(file));
    editor.focus();
  }

  /** Takes the newest change back, or makes it again, while the focus is not in the editor. False if there is none. */
  undo(kind: 'undo' | 'redo'): boolean {
    const { bigFile } = this.#store;
    const said = this.#words.strings.config[kind];
    if (!bigFile) return this.#announced(said, () => this.#editor.undo(kind));
    const version = kind === 'undo' ? this.#files?.undone(bigFile) : this.#files?.redone(bigFile);
    this.#turnTo(version, said);
    return version !== undefined;
  }

  #turnTo(version: Version | undefined, change: string | undefined): void {
    if (!version) return;
    this.#bigFile.shift(version.start, version.growth);
    this.#store.setFile(version.file, change, version);
  }

  #sayNotLoaded(): void {
    this.#store.say(`${this.#words.strings.layout.notLoaded}.`);
  }

  #announced<Result>(announcement: string, edit: () => Result): Result {
    this.announcement = announcement;
    const result = edit();
    this.announcement = undefined;
    return result;
  }
}
