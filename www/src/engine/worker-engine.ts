/**
 * The engine in the worker, for one element. A newer input replaces an older one. If the worker is terminated because
 * of another element, the runs that this one shows are run again as soon as something is asked about them.
 */
import type { FinishedRun, FinishedRuns } from './finished-runs.ts';
import {
  type Answer,
  type Crash,
  EngineRestarted,
  type Job,
  type Question,
  type Reply,
  type Request,
  type RunEnd,
} from './protocol.ts';
import type { WorkerClient, WorkerHost } from './worker-host.ts';

interface Waiting {
  readonly question: Question;
  /** It is sent once the lost runs have been run again. */
  readonly deferred: boolean;
  resolve(answer: Answer): void;
  reject(reason: Error): void;
}

/** What was sent to the worker: a new input, or a lost run that is run again. */
interface Sent {
  readonly job: Job;
  readonly again: boolean;
}

export class WorkerEngine implements WorkerClient {
  readonly id: number;
  #host: WorkerHost;
  /** The runs that the element shows, from both threads. */
  #finished: FinishedRuns;
  #onFailure: (message: string) => void;
  #next: Job | undefined;
  /** Lost runs that wait to be run again. */
  #again: FinishedRun[] = [];
  #sent: Sent | undefined;
  /** The runs that the session in the worker has. */
  #held = new Set<number>();
  #waiting = new Map<number, Waiting>();

  /** `onFailure` is called if no worker could be started. The next input tries again. */
  constructor(
    id: number,
    host: WorkerHost,
    finished: FinishedRuns,
    onFailure: (message: string) => void,
  ) {
    this.id = id;
    this.#host = host;
    this.#finished = finished;
    this.#onFailure = onFailure;
  }

  /** Frees this element's session in the worker. Listeners are not called. The next input starts a new session. */
  stop(): void {
    this.#forget();
    this.#host.leave(this);
  }

  run(job: Job): void {
    this.#next = job;
    this.#giveUpRestoring();
    this.#host.queue(this);
  }

  /** Drops the current and the waiting input, and the finished runs. Listeners are not called. */
  cancel(): void {
    this.#next = undefined;
    this.#sent = undefined;
    this.#finished.clear();
    this.#giveUpRestoring();
    this.#host.cancel(this);
  }

  /** Whether it has a session in the worker, which may hold a run. */
  get started(): boolean {
    return this.#host.serves(this);
  }

  ask(question: Question): Promise<Answer> {
    const deferred = this.#isLost(question);
    return new Promise((resolve, reject) => {
      this.#waiting.set(question.id, { question, deferred, resolve, reject });
      if (deferred) this.#restore();
      else this.#host.post(this, question);
    });
  }

  takeRun(): Extract<Request, { type: 'run' }> | undefined {
    const lost = this.#again.shift();
    const job = lost?.job ?? this.#next;
    if (!job) return undefined;
    if (!lost) this.#next = undefined;
    this.#sent = { job, again: lost !== undefined };
    const { id, input, caret } = job;
    return { type: 'run', id, input, caret, ...(lost && { clock: lost.clock }) };
  }

  receive(reply: Reply): void {
    const sent = this.#sent;
    switch (reply.type) {
      case 'progress':
        if (sent?.job.id === reply.id && !sent.again && !this.#next)
          sent.job.listener.progress(reply.phase, reply.done, reply.total);
        break;
      case 'end':
        if (sent?.job.id === reply.id) this.#end(sent, reply.end);
        break;
      case 'answer':
        this.#waiting.get(reply.id)?.resolve(reply.answer);
        this.#waiting.delete(reply.id);
    }
  }

  lost(crash?: Crash): void {
    const sent = this.#sent;
    // A question about a run can crash the worker too.
    const newest = this.#finished.newest?.job;
    const job = sent?.job ?? (newest && this.#held.has(newest.id) ? newest : undefined);
    this.#sent = undefined;
    this.#held.clear();
    if (crash) this.#crash(job, crash);
    else this.#askAgain(sent);
    if (this.#next || this.#again.length > 0) this.#host.queue(this);
  }

  failed(message: string): void {
    this.#forget();
    this.#onFailure(message);
  }

  #end({ job, again }: Sent, end: RunEnd): void {
    this.#sent = undefined;
    if (end.kind === 'report') this.#held.add(job.id);
    if (again) {
      this.#restored(job, end);
      return;
    }
    // Not if there is a newer input: the result would be shown as if it were about the newest text.
    if (!this.#next) job.listener.end(end);
    for (const run of this.#held) if (!this.#finished.has(run)) this.#held.delete(run);
  }

  /** A lost run was run again. Reports only an end that differs from the first one: the file can no longer be read. */
  #restored(job: Job, end: RunEnd): void {
    if (end.kind !== 'report' && job === this.#finished.newest?.job) job.listener.end(end);
    if (this.#again.length > 0) {
      this.#host.queue(this);
      return;
    }
    for (const [id, waiting] of this.#waiting) {
      if (!waiting.deferred) continue;
      this.#waiting.set(id, { ...waiting, deferred: false });
      this.#host.post(this, waiting.question);
    }
  }

  /** Whether a question is about a run that the element shows but no thread has any more. */
  #isLost(question: Question): boolean {
    if (!('run' in question) || this.#next || (this.#sent && !this.#sent.again)) return false;
    return !this.#held.has(question.run) && this.#finished.has(question.run);
  }

  #restore(): void {
    if (this.#again.length > 0 || this.#sent?.again) return;
    this.#again = [...this.#finished.all];
    this.#host.queue(this);
  }

  /** A newer input is about to replace the lost runs. Questions that wait for them are answered with undefined. */
  #giveUpRestoring(): void {
    this.#again = [];
    for (const [id, { deferred, resolve }] of this.#waiting) {
      if (!deferred) continue;
      this.#waiting.delete(id);
      resolve(undefined);
    }
  }

  /** After a restart that another element caused: sends the input and the questions again. */
  #askAgain(sent: Sent | undefined): void {
    if (sent && !sent.again) this.#next ??= sent.job;
    const waiting = [...this.#waiting.values()];
    this.#again = [];
    for (const { question, resolve, reject } of waiting) {
      const deferred = this.#isLost(question);
      this.#waiting.set(question.id, { question, deferred, resolve, reject });
      if (deferred) this.#restore();
      else this.#host.post(this, question);
    }
  }

  /** The request that crashed the engine is not repeated automatically, or the engine would crash again and again. */
  #crash(job: Job | undefined, crash: Crash): void {
    this.#again = [];
    this.#finished.clear();
    this.#rejectAll();
    if (!this.#next) job?.listener.end(crash);
  }

  #forget(): void {
    this.#next = undefined;
    this.#sent = undefined;
    this.#again = [];
    this.#held.clear();
    this.#rejectAll();
  }

  #rejectAll(): void {
    for (const { reject } of this.#waiting.values()) reject(new EngineRestarted());
    this.#waiting.clear();
  }
}
