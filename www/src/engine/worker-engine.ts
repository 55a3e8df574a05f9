/**
 * The page's side of the worker: one run at a time, the newest input wins.
 *
 * A run in wasm cannot be interrupted, so stopping means terminating the worker and starting another. That is cheap,
 * since the wasm is compiled once and every worker gets the compiled module. The first is started when it is needed.
 */
import {
  type Answer,
  EngineRestarted,
  type Job,
  type Question,
  type Reply,
  type Request,
  type RunEnd,
} from './protocol.ts';

/** Milliseconds that an older run may still take when there is a newer input. */
const GRACE = 150;

interface Waiting {
  resolve(answer: Answer): void;
  reject(reason: Error): void;
}

export class WorkerEngine {
  #module: WebAssembly.Module;
  #onFailure: (message: string) => void;
  #worker: Worker | undefined;
  #ready = false;
  #current: Job | undefined;
  #next: Job | undefined;
  #overdue: ReturnType<typeof setTimeout> | undefined;
  #waiting = new Map<number, Waiting>();

  /** `onFailure`: no worker could be started. The next input tries again. */
  constructor(module: WebAssembly.Module, onFailure: (message: string) => void) {
    this.#module = module;
    this.#onFailure = onFailure;
  }

  /** Terminates the worker, which frees its memory. Listeners hear nothing. The next input starts another worker. */
  stop(): void {
    this.#next = undefined;
    this.#endWorker();
  }

  run(job: Job): void {
    this.#next = job;
    if (this.#current) this.#overdue ??= setTimeout(() => this.#restart(), GRACE);
    else this.#sendNext();
  }

  /** Drops the current and the waiting input. Their listeners hear nothing. */
  cancel(): void {
    this.#next = undefined;
    if (this.#current) this.#restart();
  }

  /** Whether there is a worker, which may hold a run. */
  get started(): boolean {
    return this.#worker !== undefined;
  }

  ask(question: Question): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#waiting.set(question.id, { resolve, reject });
      this.#post(question);
    });
  }

  /** A worker handles one request after the other, beginning with its start. */
  #post(request: Request): void {
    this.#worker ??= this.#startWorker();
    this.#worker.postMessage(request);
  }

  #sendNext(): void {
    if (!this.#next) return;
    this.#current = this.#next;
    this.#next = undefined;
    const { id, input, caret } = this.#current;
    this.#post({ type: 'run', id, input, caret });
  }

  #hear(message: Reply): void {
    switch (message.type) {
      case 'ready':
        this.#ready = true;
        break;
      case 'failed':
        this.#fail(message.message);
        break;
      case 'crashed':
        this.#crash(message.message);
        break;
      case 'progress':
        if (this.#current?.id === message.id && !this.#next)
          this.#current.listener.progress(message.phase, message.done, message.total);
        break;
      case 'end':
        if (this.#current?.id === message.id) this.#end(this.#current, message.end);
        break;
      case 'answer':
        this.#waiting.get(message.id)?.resolve(message.answer);
        this.#waiting.delete(message.id);
    }
  }

  #end(job: Job, end: RunEnd): void {
    this.#forgetCurrent();
    // An end that a newer input has replaced is dropped. It would be shown as if it were about the newest text.
    if (this.#next) this.#sendNext();
    else job.listener.end(end);
  }

  /** The input that crashed the engine is not run again automatically, or it would crash for ever. */
  #crash(message: string): void {
    const [job, replaced] = [this.#current, this.#next !== undefined];
    this.#restart();
    if (job && !replaced) job.listener.end({ kind: 'crashed', message });
  }

  #fail(message: string): void {
    this.stop();
    this.#onFailure(message);
  }

  /** Starts another worker before the next input comes. */
  #restart(): void {
    this.#endWorker();
    this.#worker = this.#startWorker();
    this.#sendNext();
  }

  #startWorker(): Worker {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', (event: MessageEvent<Reply>) => this.#hear(event.data));
    worker.addEventListener('error', (event) => {
      // No message means that the worker's script could not be loaded.
      const message = event.message || 'the worker could not be loaded';
      if (this.#ready) this.#crash(message);
      else this.#fail(message);
    });
    worker.postMessage({ type: 'start', module: this.#module } satisfies Request);
    return worker;
  }

  #endWorker(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#ready = false;
    this.#forgetCurrent();
    for (const { reject } of this.#waiting.values()) reject(new EngineRestarted());
    this.#waiting.clear();
  }

  #forgetCurrent(): void {
    clearTimeout(this.#overdue);
    this.#overdue = undefined;
    this.#current = undefined;
  }
}
