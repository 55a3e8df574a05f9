/**
 * The engine in one thread, for one element. It owns the newest run and the pinned one, so that the page can ask about
 * them. Each element has a session in the page's thread for small texts, and one in the worker for all others.
 */
import {
  type Comparison,
  editFlag,
  editSetting,
  initCompiled,
  type RecordDetail,
  Run,
} from '../../pkg/pipeline_playground.js';
import { bytesOf } from './bytes-of.ts';
import { KEPT_SIZE } from './finished-runs.ts';
import type {
  ComparisonReport,
  EngineInput,
  PinnedInput,
  PinnedProblem,
  Question,
  RunEnd,
  TextEdit,
} from './protocol.ts';
import { endOf, type OnProgress, type Task } from './report.ts';

interface Kept {
  readonly id: number;
  readonly run: Run;
  /** It finished without an exception, and is small enough to be kept together with a newer one. */
  readonly isGood?: boolean;
}

export class Session {
  #memory: WebAssembly.Memory;
  #newest: Kept | undefined;
  /** The last run that finished, kept while later ones end in exceptions. The page continues to show it. */
  #good: Kept | undefined;
  #pinned: Kept | undefined;
  /** The comparison of a run with the pinned one. */
  #comparison: { of: Kept; what: Comparison } | undefined;

  /** All sessions of a thread share one instance of the wasm. The first session instantiates it. */
  static async start(module: WebAssembly.Module): Promise<Session> {
    const { memory } = await initCompiled(module);
    return new Session(memory);
  }

  private constructor(memory: WebAssembly.Memory) {
    this.#memory = memory;
  }

  /** Throws after a trap, like `endOf`. */
  run(task: Task): RunEnd {
    this.#makeRoom();
    return endOf(task, { Run, memory: this.#memory }, (run, report) => {
      const { error } = report;
      this.#newest = { id: task.id, run, isGood: !error && task.config.length <= KEPT_SIZE };
      if (!error) this.#keepGood(undefined);
      const record = recordAt(run, task.caret);
      if (record) report.record = record;
    });
  }

  /** Frees all that it holds. */
  end(): void {
    this.#makeRoom();
    this.#keepGood(undefined);
    this.#pin(undefined);
  }

  /** Whether it can be asked about a run. */
  holds(id: number): boolean {
    return this.#asked(id) !== undefined;
  }

  #asked(id: number): Kept | undefined {
    return [this.#newest, this.#good].find((kept) => kept?.id === id);
  }

  /** Frees the newest run, or keeps it as the last good one, before the next run. */
  #makeRoom(): void {
    const old = this.#newest;
    this.#newest = undefined;
    this.#forgetComparison();
    if (old?.isGood) this.#keepGood(old);
    else this.#freeUnlessKept(old);
  }

  #keepGood(run: Kept | undefined): void {
    const old = this.#good;
    this.#good = run;
    this.#freeUnlessKept(old);
  }

  /**
   * Undefined for a run that it does not hold. The page is about to show a newer run instead. `onProgress` is called
   * while the pinned input is run again.
   */
  async answer(question: Question, onProgress?: OnProgress) {
    switch (question.type) {
      case 'editFlag':
        return editFlag(question.text, question.stage, question.on);
      case 'editSetting':
        return unlessRefused(() => editSetting(question.text, question.key, question.value));
      case 'unpin':
        return this.#pin(undefined);
    }
    const asked = this.#asked(question.run);
    if (!asked) return undefined;
    const comparison = this.#comparison?.of === asked ? this.#comparison.what : undefined;
    switch (question.type) {
      case 'recordAt':
        return recordAt(asked.run, question.offset);
      case 'settingEdit':
        return unlessRefused(() => asked.run.settingEdit(question.key, question.value));
      case 'pin':
        return this.#pin(asked);
      case 'compare':
        return this.#compare(asked, question.pinned, onProgress);
      case 'comparedRecords':
        return comparison?.records(...question.given);
      case 'comparedLogs':
        return comparison?.logs(...question.given);
      default: {
        // The arguments match the method that the question is named after. TypeScript cannot see that in a union.
        const method = asked.run[question.type] as (...given: unknown[]) => unknown;
        return method.apply(asked.run, question.given) as never;
      }
    }
  }

  /** Pins another run, or unpins the pinned one. */
  #pin(run: Kept | undefined): undefined {
    const old = this.#pinned;
    this.#pinned = run;
    this.#forgetComparison();
    this.#freeUnlessKept(old);
  }

  #forgetComparison(): void {
    this.#comparison?.what.free();
    this.#comparison = undefined;
  }

  /** A run can be the newest or the last good one, and also the pinned one. */
  #freeUnlessKept(kept: Kept | undefined): void {
    if (kept && ![this.#newest, this.#good, this.#pinned].includes(kept)) kept.run.free();
  }

  async #compare(
    of: Kept,
    wanted: PinnedInput,
    onProgress: OnProgress | undefined,
  ): Promise<ComparisonReport | PinnedProblem | undefined> {
    const before =
      this.#pinned?.id === wanted.id ? this.#pinned : await runAgain(wanted, onProgress);
    if (typeof before === 'string') return before;
    if (before !== this.#pinned) this.#pin(before);
    // A newer run may have replaced this one while the pinned file was read.
    if (!this.holds(of.id)) return undefined;
    // The tab of the comparison and its view both ask.
    if (this.#comparison?.of !== of) {
      this.#forgetComparison();
      this.#comparison = { of, what: of.run.compare(before.run) };
    }
    const { summary, error, recordCount, logCount } = this.#comparison.what;
    return { summary, error, recordCount, logCount };
  }
}

export async function read(input: EngineInput): Promise<string | Uint8Array> {
  return typeof input === 'string' ? input : await bytesOf(input);
}

/** The edit of a setting. The engine throws for a value that is not a number. */
function unlessRefused(edit: () => TextEdit | undefined) {
  try {
    return edit();
  } catch (problem) {
    if (problem instanceof TypeError) return 'refused';
    throw problem;
  }
}

function recordAt(run: Run, offset: number): RecordDetail | undefined {
  const position = run.recordBeside(offset);
  return position === undefined ? undefined : run.record(position);
}

/** Runs a pinned input again, because this session no longer has its run. */
async function runAgain(
  { id, input, clock }: PinnedInput,
  onProgress: OnProgress | undefined,
): Promise<Kept | PinnedProblem> {
  let config: string | Uint8Array;
  try {
    config = await read(input);
  } catch {
    return 'unreadable';
  }
  try {
    return { id, run: new Run(config, { clock, ...(onProgress && { onProgress }) }) };
  } catch (problem) {
    if (problem instanceof RangeError) return 'tooLarge';
    throw problem;
  }
}
