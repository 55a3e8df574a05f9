/**
 * Holds the state of the page, which changes only here. The learner works on a text, or a file's bytes; everything else
 * comes from the engine.
 */
import { Engine, type EngineStatus, SMALL } from '../engine/engine.ts';
import {
  type EngineInput,
  EngineRestarted,
  type RecordDetail,
  STAGES,
  type StageName,
  type TextEdit,
} from '../engine/protocol.ts';
import { RunView } from '../engine/run-view.ts';
import type { SharedEngine } from '../engine/shared-engine.ts';
import type { Speaker } from '../strings/index.ts';
import { announcementOf } from './announcement.ts';
import { editedText } from './edited-text.ts';
import type { OpenFile, Version } from './files.ts';
import type { Arrangement, FlagsBlock, Outcome, SlowRun, Source, State } from './state.ts';

/** Milliseconds until a run counts as slow, and until a pause in typing or in moving the cursor is announced. */
const SLOW = 250;
const PAUSE = 800;
/** Milliseconds that an announcement is visible too. */
const SHOWN = 10_000;

export class Store {
  /** The learner changes nothing. */
  readonly = false;
  /** Nothing is announced, until the learner does something: a page may have many playgrounds. */
  quiet = false;
  /** What is announced of the record at the cursor. */
  recordSaid: ((record: RecordDetail) => string) | undefined;
  #state: State;
  #engine: Engine;
  #words: Speaker;
  #onChange: () => void;
  /** Counts inputs, so that an answer about an older one is recognized. */
  #revision = 0;
  #runTimer: ReturnType<typeof setTimeout> | undefined;
  #slowTimer: ReturnType<typeof setTimeout> | undefined;
  #sayTimer: ReturnType<typeof setTimeout> | undefined;
  #shownTimer: ReturnType<typeof setTimeout> | undefined;
  #caret = 0;
  /** The flags as the engine last read them. */
  #read = Object.fromEntries(STAGES.map((stage) => [stage, true])) as Record<StageName, boolean>;
  /** Flags whose edits are not made yet. A big file has to be run first, which must not switch them back. */
  #flipping: Partial<Record<StageName, { on: boolean }>> = {};
  /** Called when the newest input has been run, or cannot be. */
  #untilRun: (() => void)[] = [];
  /** The progress of the newest run, shown once it is slow. */
  #progress: SlowRun = { phase: 'read', done: 0, total: 0 };

  /** `words`: the language of announcements. */
  constructor(
    engine: SharedEngine,
    text: string,
    arrangement: Arrangement,
    words: Speaker,
    onChange: () => void,
  ) {
    this.#words = words;
    this.#onChange = onChange;
    this.#engine = new Engine(engine, (engine) => this.#setEngine(engine));
    this.#state = {
      engine: { kind: 'loading' },
      source: { text },
      outcome: undefined,
      upToDate: false,
      old: false,
      slowRun: undefined,
      flags: this.#flags,
      announcement: { text: '', count: 0, shown: false },
      good: undefined,
      record: undefined,
      pinned: undefined,
      ...arrangement,
    };
  }

  get state(): State {
    return this.#state;
  }

  /** Nothing but a summary is shown at first, for which a part of the engine is enough. */
  set summaryOnly(only: boolean) {
    this.#engine.summaryOnly = only;
  }

  /** The newest run, while the engine can answer questions about it. */
  get run(): RunView | undefined {
    const { outcome } = this.#state;
    return outcome?.kind === 'report' ? outcome.run : undefined;
  }

  /** The open file, if it is too big for the editor. */
  get bigFile(): OpenFile | undefined {
    const { file } = this.#state.source;
    return file?.whole === false ? file : undefined;
  }

  get flagsBlock(): FlagsBlock | undefined {
    if (this.readonly) return 'readonly';
    const { engine, outcome, upToDate } = this.#state;
    if (engine.kind !== 'ready' || !outcome) return 'waiting';
    // Only a run can say the edits of a big file.
    if (outcome.kind !== 'report') return this.bigFile && upToDate ? 'stopped' : undefined;
    const { flags } = outcome.run.report;
    return STAGES.some((stage) => flags[stage] === undefined) ? 'unreadable' : undefined;
  }

  /** Loads the engine, or tries again after a failure, and runs the input. */
  start(): void {
    void this.#engine.start();
    this.#run();
  }

  /** Loads the engine, and resolves to the input with other flags, before it is run for the first time. */
  async startWith(flags: readonly { stage: StageName; on: boolean }[]): Promise<string> {
    // Nothing is run before.
    this.#engine.cancel();
    await this.#engine.start();
    let { text } = this.#state.source;
    for (const { stage, on } of flags) {
      const edit = await this.#engine.ask('editFlag', { text, stage, on });
      if (edit) text = editedText(text, [edit]);
    }
    return text;
  }

  /** Resolves when the newest input has been run, or cannot be. */
  untilRun(): Promise<void> {
    return new Promise((resolve) => this.#untilRun.push(resolve));
  }

  stop(): void {
    for (const timer of [this.#runTimer, this.#slowTimer, this.#sayTimer, this.#shownTimer])
      clearTimeout(timer);
    this.#engine.stop();
  }

  /**
   * New text from the editor. `change` is announced before the result. It is undefined for typed text. `linked`: it is
   * from a link.
   */
  setText(text: string, change?: string, caret = this.#caret, linked?: boolean): void {
    this.#caret = caret;
    this.#setSource({ text, linked }, change);
  }

  /**
   * A file, or an edited one. `change` is announced before the result. It is undefined while a slider is moved. `edit`:
   * how the file was edited.
   */
  setFile(file: OpenFile, change: string | undefined, edit?: Version): void {
    // The cursor stays in its record.
    if (edit && edit.start < this.#caret) this.#caret += edit.growth;
    this.#setSource({ text: file.text, file }, change);
  }

  runAgain(): void {
    this.#setSource(this.#state.source, '');
  }

  cancel(): void {
    this.#engine.cancel();
    clearTimeout(this.#runTimer);
    this.#finish({ kind: 'cancelled' }, this.#caret, '');
  }

  say(text: string): void {
    clearTimeout(this.#sayTimer);
    if (this.quiet) return;
    clearTimeout(this.#shownTimer);
    this.#set({ announcement: { text, count: this.#state.announcement.count + 1, shown: true } });
    this.#shownTimer = setTimeout(
      () => this.#set({ announcement: { ...this.#state.announcement, shown: false } }),
      SHOWN,
    );
  }

  #sayAtPause(text: string): void {
    clearTimeout(this.#sayTimer);
    this.#sayTimer = setTimeout(() => this.say(text), PAUSE);
  }

  arrange(change: Partial<Arrangement>): void {
    this.#set(change);
  }

  /** The cursor has moved, perhaps into another record. */
  moveTo(offset: number): void {
    if (offset === this.#caret) return;
    this.#caret = offset;
    // While a newer input is being run, its report will contain the record, or `#finish` will ask for it.
    if (this.#state.upToDate) void this.#findRecord();
  }

  /** Pins the newest run, if there is one. */
  pin(): boolean {
    const { run } = this;
    if (!run) return false;
    const { id, report, input } = run;
    // If a newer run comes first, the engine no longer has this one, and runs its input again for a comparison.
    void run.put('pin', { run: id });
    this.#set({ pinned: { id, report, input, clock: report.clock } });
    return true;
  }

  unpin(): void {
    this.#engine.ask('unpin', {}).catch(unlessRestarted);
    this.#set({ pinned: undefined });
  }

  /**
   * Calls `apply` with the edit of the newest input that flips a flag, before anything else can change the input.
   * Resolves to false if there is no edit: the flag has the value already, the input cannot be edited, or the flip is not
   * `wanted` any more.
   */
  async flipFlag(
    stage: StageName,
    on: boolean,
    apply: (edit: TextEdit) => void,
    wanted: () => boolean,
  ): Promise<boolean> {
    const flip = { on };
    this.#flipping[stage] = flip;
    const edit = await this.#edit(
      (text) => this.#engine.ask('editFlag', { text, stage, on }),
      (run) => this.#engine.ask('flagEdit', { run, given: [stage, on] }),
      (edit) => edit && apply(edit),
      wanted,
    );
    // Unless a newer flip of the same flag is still to be made.
    if (this.#flipping[stage] === flip) delete this.#flipping[stage];
    if (!edit) this.#set({ flags: this.#flags });
    return edit !== undefined;
  }

  /** The edit of the newest input that sets `now` or `max_age_seconds`. `refused`: the value is not a number. */
  settingEdit(
    key: 'now' | 'max_age_seconds',
    value: string,
  ): Promise<TextEdit | 'refused' | undefined> {
    return this.#edit(
      (text) => this.#engine.ask('editSetting', { text, key, value }),
      (run) => this.#engine.ask('settingEdit', { run, key, value }),
    );
  }

  /** Asks for an edit of the text, or of a big file. It waits until that has been run, and gives up once it is closed. */
  async #edit<Answer>(
    ofText: (text: string) => Promise<Answer>,
    ofRun: (run: number) => Promise<Answer>,
    use?: (answer: Answer) => void,
    wanted = () => true,
  ): Promise<Answer | undefined> {
    const opened = this.bigFile?.original;
    while (!this.flagsBlock && this.bigFile?.original === opened && wanted()) {
      const revision = this.#revision;
      if (opened && !this.#state.upToDate) {
        await this.untilRun();
        continue;
      }
      try {
        const edit = await (opened ? ofRun(this.run?.id ?? 0) : ofText(this.#state.source.text));
        if (revision !== this.#revision || !wanted()) continue;
        use?.(edit);
        return edit;
      } catch (problem) {
        unlessRestarted(problem);
        this.say(this.#words.strings.results.lost);
        break;
      }
    }
    return undefined;
  }

  #setEngine(engine: EngineStatus): void {
    this.#set({ engine, slowRun: undefined });
    if (engine.kind === 'failed') {
      this.say(`${this.#words.strings.results.failed}.`);
      this.#endWaiting();
    }
    // An input that waited for the engine starts only now.
    if (engine.kind === 'ready' && !this.#state.upToDate) this.#timeRun();
  }

  #timeRun(): void {
    clearTimeout(this.#slowTimer);
    this.#progress = { phase: this.#state.source.file ? 'file' : 'read', done: 0, total: 0 };
    this.#slowTimer = setTimeout(() => this.#set({ slowRun: this.#progress }), SLOW);
  }

  #set(change: Partial<State>): void {
    const next = { ...this.#state, ...change };
    const { outcome, upToDate, slowRun, engine } = next;
    const old =
      outcome !== undefined && !upToDate && (slowRun !== undefined || engine.kind !== 'ready');
    this.#state = { ...next, old };
    this.#onChange();
  }

  #setSource(source: Source, change: string | undefined): void {
    this.#revision++;
    this.#set({ source, upToDate: false });
    clearTimeout(this.#runTimer);
    clearTimeout(this.#sayTimer);
    const typed = change === undefined;
    const pause = typed ? pauseBefore(source.text.length) : 0;
    if (pause === 0) this.#run(change);
    else this.#runTimer = setTimeout(() => this.#run(change), pause);
  }

  #run(change?: string): void {
    const { source } = this.#state;
    const input: EngineInput = source.file?.bytes ?? source.text;
    const caret = this.#caret;
    this.#timeRun();
    this.#engine.run(input, caret, {
      progress: (phase, done, total) => {
        this.#progress = { phase, done, total };
        if (this.#state.slowRun) this.#set({ slowRun: this.#progress });
      },
      end: (end) =>
        this.#finish(
          end.kind === 'report'
            ? { kind: 'report', run: new RunView(end.run, end.report, input, this.#engine) }
            : end,
          caret,
          change,
        ),
    });
  }

  #finish(outcome: Outcome, caret: number, change: string | undefined): void {
    clearTimeout(this.#slowTimer);
    const report = outcome.kind === 'report' ? outcome.run.report : undefined;
    Object.assign(this.#read, report?.flags);
    this.#set({
      outcome,
      upToDate: true,
      slowRun: undefined,
      good: report && !report.error && outcome.kind === 'report' ? outcome.run : this.#state.good,
      flags: this.#flags,
      record: report?.record,
    });
    this.#endWaiting();
    // The cursor has moved since the run was started.
    if (report && caret !== this.#caret) void this.#findRecord();
    const words = [change, announcementOf(this.#words.strings, outcome)].filter(Boolean).join(' ');
    // While the learner types, the result is announced only at a pause, and not repeated.
    if (change !== undefined) this.say(words);
    else if (words !== this.#state.announcement.text) this.#sayAtPause(words);
  }

  #endWaiting(): void {
    for (const go of this.#untilRun.splice(0)) go();
  }

  /** The flags as they are, or are about to be. */
  get #flags(): State['flags'] {
    const flags = { ...this.#read };
    for (const stage of STAGES) flags[stage] = this.#flipping[stage]?.on ?? flags[stage];
    return flags;
  }

  /** Asks the newest run for the record at the cursor. */
  async #findRecord(): Promise<void> {
    const { run } = this;
    const offset = this.#caret;
    const record = await run?.put('recordAt', { run: run.id, offset });
    if (run !== this.run || offset !== this.#caret || record === this.#state.record) return;
    const other = record?.position !== this.#state.record?.position;
    this.#set({ record });
    if (record && other && this.recordSaid) this.#sayAtPause(this.recordSaid(record));
  }
}

function unlessRestarted(problem: unknown): void {
  if (!(problem instanceof EngineRestarted)) throw problem;
}

/** Milliseconds to wait for a pause in the typing. Small texts are run on every keystroke. */
function pauseBefore(length: number): number {
  if (length < SMALL) return 0;
  return length < 500_000 ? 120 : 300;
}
