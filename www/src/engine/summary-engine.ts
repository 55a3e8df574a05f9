/**
 * The engine for a summary by itself, on the page's thread: two thirds of the whole one. It is replaced by that at the
 * first question that it cannot answer. The runs that the element shows are run again then, so nobody notices.
 */
import { editFlag, initCompiled, Run } from '../../pkg/summary_engine.js';
import type { FinishedRuns } from './finished-runs.ts';
import type { PageEngine, PageThread } from './page-engine.ts';
import { EngineRestarted, type Job, type Question, type RunEnd } from './protocol.ts';
import { endOf, type Loaded } from './report.ts';
import { compile } from './shared-engine.ts';

/** All of a page share one instance, so after a trap none of them may be used. */
let trapped = false;

let loading: Promise<Loaded> | undefined;

/**
 * After a failure, the next call tries again. `wasm`: its URL. `finished`: the runs that the element shows. `load` gets the
 * whole engine.
 */
export async function loadSummaryEngine(
  wasm: string,
  finished: FinishedRuns,
  load: () => Promise<PageEngine>,
): Promise<PageThread> {
  loading ??= loaded(wasm);
  try {
    return new SummaryEngine(await loading, finished, load);
  } catch (problem) {
    loading = undefined;
    throw problem;
  }
}

async function loaded(wasm: string): Promise<Loaded> {
  const { memory } = await initCompiled(await compile(wasm));
  return { Run, memory };
}

class SummaryEngine implements PageThread {
  #loaded: Loaded;
  #finished: FinishedRuns;
  #load: () => Promise<PageEngine>;
  /** What it has run. The worker has run the rest. */
  #ran = new Set<number>();
  #loading: Promise<PageEngine> | undefined;
  /** Once it is loaded. */
  #whole: PageEngine | undefined;

  constructor(loaded: Loaded, finished: FinishedRuns, load: () => Promise<PageEngine>) {
    this.#loaded = loaded;
    this.#finished = finished;
    this.#load = load;
  }

  get works(): boolean {
    return this.#whole?.works ?? !trapped;
  }

  holds(run: number): boolean {
    if (this.#whole) return this.#whole.holds(run);
    return this.works && this.#ran.has(run) && this.#finished.has(run);
  }

  run(job: Job & { input: string }): void {
    if (this.#whole) this.#whole.run(job);
    else {
      this.#ran.add(job.id);
      job.listener.end(this.#end(job));
    }
  }

  async ask(question: Question) {
    if (!this.#whole && question.type === 'editFlag')
      return editFlag(question.text, question.stage, question.on);
    return (await this.#needWhole()).ask(question);
  }

  stop(): void {
    this.#whole?.stop();
  }

  #end({ id, input, caret }: Job & { input: string }): RunEnd {
    try {
      return endOf({ id, config: input, caret }, this.#loaded, (run) => run.free());
    } catch (problem) {
      trapped = true;
      return { kind: 'crashed', message: String(problem) };
    }
  }

  #repeat(whole: PageEngine): void {
    for (const { job, clock } of this.#finished.all)
      if (this.#ran.has(job.id)) whole.again(job, clock);
  }

  async #needWhole(): Promise<PageEngine> {
    if (this.#whole) return this.#whole;
    this.#loading ??= this.#load();
    try {
      const whole = await this.#loading;
      if (!this.#whole) this.#repeat(whole);
      this.#whole = whole;
      return whole;
    } catch (problem) {
      this.#loading = undefined;
      throw new EngineRestarted(String(problem));
    }
  }
}
