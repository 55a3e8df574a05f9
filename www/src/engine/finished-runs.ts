/** The runs that an element shows, kept in case their thread is lost and they have to be run again. */
import type { EngineInput, Job, Report } from './protocol.ts';

/** The most UTF-16 units, or bytes, of a config whose run is kept together with a newer one. */
export const KEPT_SIZE = 2_000_000;

export interface FinishedRun {
  readonly job: Job;
  /** What it used as the current time, needed to get the same result again. */
  readonly clock: number;
  /** It finished without an exception, and is small enough to be kept together with a newer one. */
  readonly isGood: boolean;
}

/** The newest run and, if that ended in an exception, the last good one. A session keeps the same ones. */
export class FinishedRuns {
  #runs: readonly FinishedRun[] = [];

  /** In the order in which they were run. */
  get all(): readonly FinishedRun[] {
    return this.#runs;
  }

  get newest(): FinishedRun | undefined {
    return this.#runs.at(-1);
  }

  has(run: number): boolean {
    return this.#runs.some(({ job }) => job.id === run);
  }

  add(job: Job, { clock, error }: Report): void {
    const run = { job, clock, isGood: !error && sizeOf(job.input) <= KEPT_SIZE };
    const good = error && this.#runs.findLast(({ isGood }) => isGood);
    this.#runs = good ? [good, run] : [run];
  }

  clear(): void {
    this.#runs = [];
  }
}

function sizeOf(input: EngineInput): number {
  return typeof input === 'string' ? input.length : input.size;
}
