/**
 * The engine of one element. A newer input replaces an older one, and questions are about the newest run.
 *
 * A small text is run at once on the page's thread. That takes a fraction of a millisecond, and the results of a key
 * press are painted together with the typed letter. A worker's answer would come a frame later, since a browser paints
 * after a key press before it delivers messages. Everything else goes to a worker, which never blocks the page and can
 * be stopped.
 */
import { FinishedRuns } from './finished-runs.ts';
import type { PageThread } from './page-engine.ts';
import {
  type EngineInput,
  EngineRestarted,
  isText,
  type Job,
  type Question,
  type QuestionName,
  type Questions,
  type RunListener,
} from './protocol.ts';
import { RefusedByPolicy, type SharedEngine } from './shared-engine.ts';
import type { WorkerEngine } from './worker-engine.ts';

/** A text of fewer UTF-16 units than this is small: its run and report take a few milliseconds at the most. */
export const SMALL = 50_000;

/** Why it failed, if that is known: the page's policy forbids to compile it, or there is no worker for a big input. */
export type FailureCause = 'policy' | 'worker';

export type EngineStatus =
  | { kind: 'loading' }
  | { kind: 'ready' }
  | { kind: 'failed'; message: string; why?: FailureCause };

/** The two threads on which an input can be run. */
interface Threads {
  page: PageThread;
  /** Loaded for the first input that needs it. */
  worker?: WorkerEngine;
}

export class Engine {
  /** Nothing but a summary is shown at first, for which a part of the engine is enough. */
  summaryOnly = false;
  #shared: SharedEngine;
  #finished = new FinishedRuns();
  /** Absent until the wasm is loaded. */
  #threads: Threads | undefined;
  /** Counts starts and stops, so that a module that arrives after a stop starts nothing. */
  #starts = 0;
  /** An input from before the wasm was loaded. */
  #early: Job | undefined;
  /** An input from before the worker's code was loaded. */
  #forWorker: Job | undefined;
  #loadingWorker: Promise<WorkerEngine> | undefined;
  /** The thread that has the pinned run. What is compared with one in the worker must be run there too. */
  #pinned: keyof Threads = 'page';
  #status: EngineStatus = { kind: 'loading' };
  #onStatus: (status: EngineStatus) => void;

  constructor(shared: SharedEngine, onStatus: (status: EngineStatus) => void) {
    this.#shared = shared;
    this.#onStatus = onStatus;
  }

  /** Loads the wasm, or tries again after a failure, and then runs an input that came before. */
  async start(): Promise<void> {
    const start = ++this.#starts;
    this.#say({ kind: 'loading' });
    try {
      const threads = this.#threads ?? (await this.#load());
      if (start !== this.#starts) return;
      this.#threads = threads;
      this.#say({ kind: 'ready' });
      const early = this.#early;
      this.#early = undefined;
      if (early) this.#send(threads, early);
    } catch (problem) {
      if (start === this.#starts)
        this.#fail(problem, problem instanceof RefusedByPolicy && 'policy');
    }
  }

  /** Frees what the engine holds. It can be started again. */
  stop(): void {
    this.#starts++;
    this.#early = undefined;
    this.#threads?.page.stop();
    this.#threads?.worker?.stop();
    this.#threads = undefined;
    this.#forWorker = undefined;
    this.#loadingWorker = undefined;
    this.#finished.clear();
  }

  /** `caret`: the offset of the cursor in the input, in UTF-16 units. */
  run(input: EngineInput, caret: number, listener: RunListener): void {
    const job: Job = {
      id: this.#shared.nextId(),
      input,
      caret,
      listener: {
        progress: (...progress) => listener.progress(...progress),
        end: (end) => {
          if (end.kind === 'report') this.#finished.add(job, end.report);
          listener.end(end);
        },
      },
    };
    if (this.#threads) this.#send(this.#threads, job);
    else this.#early = job;
  }

  /** Drops the current and the waiting input. Their listeners are not called. */
  cancel(): void {
    this.#early = undefined;
    this.#forWorker = undefined;
    this.#threads?.worker?.cancel();
  }

  /** Rejects with `EngineRestarted` if no engine is left that could answer. */
  async ask<Name extends QuestionName>(
    type: Name,
    ask: Questions[Name]['ask'],
  ): Promise<Questions[Name]['answer']> {
    const threads = this.#threads;
    if (!threads) throw new EngineRestarted();
    const question = { type, id: this.#shared.nextId(), ...ask } as Question;
    if (question.type === 'unpin') return this.#unpin(threads, question);
    const thread = this.#threadFor(threads, question);
    if (!thread) return undefined;
    if (type === 'pin') this.#pinned = thread;
    const engine = threads[thread] ?? (await this.#needWorker(threads));
    return engine.ask(question) as Promise<Questions[Name]['answer']>;
  }

  async #load(): Promise<Threads> {
    return { page: await this.#shared.page(this.#finished, this.summaryOnly) };
  }

  async #needWorker(threads: Threads): Promise<WorkerEngine> {
    this.#loadingWorker ??= this.#shared.worker(this.#finished, (message) =>
      this.#fail(message, 'worker'),
    );
    const worker = await this.#loadingWorker;
    // It was stopped meanwhile, and would start a worker for nobody.
    if (threads !== this.#threads) throw new EngineRestarted();
    threads.worker = worker;
    return worker;
  }

  /** Runs an input in the worker. Of those that come before its code is loaded, only the newest. */
  async #toWorker(threads: Threads, job: Job): Promise<void> {
    this.#forWorker = job;
    try {
      const worker = threads.worker ?? (await this.#needWorker(threads));
      if (job === this.#forWorker) worker.run(job);
    } catch (problem) {
      if (threads === this.#threads) this.#loadingWorker = undefined;
      if (job !== this.#forWorker) return;
      this.#early = job;
      this.#fail(problem, 'worker');
    }
  }

  #send(threads: Threads, job: Job): void {
    const { page, worker } = threads;
    // After a failure, the worker is started again.
    if (this.#status.kind === 'failed') this.#say({ kind: 'ready' });
    if (this.#pinned === 'page' && isText(job) && this.#threadOf(threads, job.input) === 'page') {
      this.#forWorker = undefined;
      worker?.stop();
      page.run(job);
    } else {
      void this.#toWorker(threads, job);
    }
  }

  /** The thread that can answer; undefined if the run is gone. */
  #threadFor(
    threads: Threads,
    question: Exclude<Question, { type: 'unpin' }>,
  ): keyof Threads | undefined {
    if ('text' in question) return this.#threadOf(threads, question.text);
    if (threads.page.holds(question.run)) return 'page';
    return threads.worker?.started || this.#finished.has(question.run) ? 'worker' : undefined;
  }

  #threadOf({ page }: Threads, text: string): keyof Threads {
    return page.works && text.length <= SMALL ? 'page' : 'worker';
  }

  /** Both threads may have a copy of the pinned run. */
  async #unpin({ page, worker }: Threads, question: Question): Promise<undefined> {
    this.#pinned = 'page';
    if (page.works) await page.ask(question);
    if (worker?.started) await worker.ask(question);
  }

  #fail(problem: unknown, why: FailureCause | false): void {
    this.#say({ kind: 'failed', message: String(problem), ...(why && { why }) });
  }

  #say(status: EngineStatus): void {
    this.#status = status;
    this.#onStatus(status);
  }
}
