/**
 * The page's side of the engine: one worker, one run at a time, the newest input wins.
 *
 * A run in wasm cannot be interrupted, so stopping means ending the worker and starting a fresh one. That is cheap: the
 * wasm is fetched and compiled once, here, and every worker gets the compiled module.
 */
import wasmUrl from '../../pkg/pipeline_playground_bg.wasm?url';
import type {
  EngineInput,
  Phase,
  QuestionName,
  Questions,
  Reply,
  Report,
  Request,
} from './protocol.ts';

/** Milliseconds that an older run may still take once a newer input is there. */
const GRACE = 150;

export type EngineStatus =
  | { kind: 'loading' }
  | { kind: 'ready' }
  | { kind: 'failed'; message: string };

/** How a run ended that was neither cancelled nor replaced. */
export type RunEnd =
  | { kind: 'report'; run: number; report: Report }
  | { kind: 'unreadable'; message: string }
  | { kind: 'tooLarge'; size: number }
  | { kind: 'crashed'; message: string };

export interface RunListener {
  progress(phase: Phase, done: number, total: number): void;
  end(end: RunEnd): void;
}

interface Job {
  id: number;
  input: EngineInput;
  caret: number;
  listener: RunListener;
}

interface Waiting {
  resolve(answer: Questions[QuestionName]['answer']): void;
  reject(reason: Error): void;
}

/** A question that the worker it was put to can no longer answer. */
export class EngineRestarted extends Error {}

export class Engine {
  #module: WebAssembly.Module | undefined;
  #worker: Worker | undefined;
  #ready = false;
  /** Counts starts and stops: a module that comes late, after a stop, starts no worker. */
  #starts = 0;
  #ids = 0;
  #current: Job | undefined;
  #next: Job | undefined;
  #overdue: ReturnType<typeof setTimeout> | undefined;
  #waiting = new Map<number, Waiting>();
  /** Questions from the moments between two workers. */
  #unsent: Request[] = [];
  #onStatus: (status: EngineStatus) => void;

  constructor(onStatus: (status: EngineStatus) => void) {
    this.#onStatus = onStatus;
  }

  /** Loads the wasm and starts the worker; again after a failure. Input that came before is run when it is ready. */
  async start(): Promise<void> {
    const start = ++this.#starts;
    this.#onStatus({ kind: 'loading' });
    try {
      this.#module ??= await compile(wasmUrl);
      if (start === this.#starts) this.#restart();
    } catch (problem) {
      if (start === this.#starts) this.#fail(String(problem));
    }
  }

  /** Ends the worker; the engine can be started again. */
  stop(): void {
    this.#starts++;
    this.#next = undefined;
    this.#endWorker();
  }

  /** `caret`: where the cursor is in the input, as an editor counts. */
  run(input: EngineInput, caret: number, listener: RunListener): void {
    this.#next = { id: ++this.#ids, input, caret, listener };
    if (this.#current) this.#overdue ??= setTimeout(() => this.#restart(), GRACE);
    else this.#sendNext();
  }

  /** Drops what runs and what waits, without a word to their listeners. */
  cancel(): void {
    this.#next = undefined;
    if (this.#current) this.#restart();
  }

  ask<Name extends QuestionName>(
    type: Name,
    ask: Questions[Name]['ask'],
  ): Promise<Questions[Name]['answer']> {
    const id = ++this.#ids;
    return new Promise<Questions[Name]['answer']>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      const question = { type, id, ...ask } as Request;
      if (this.#ready) this.#post(question);
      else this.#unsent.push(question);
    });
  }

  #post(request: Request): void {
    this.#worker?.postMessage(request);
  }

  #sendNext(): void {
    if (!this.#ready || !this.#next) return;
    this.#current = this.#next;
    this.#next = undefined;
    const { id, input, caret } = this.#current;
    this.#post({ type: 'run', id, input, caret });
  }

  #hear(message: Reply): void {
    switch (message.type) {
      case 'ready':
        this.#ready = true;
        this.#onStatus({ kind: 'ready' });
        for (const question of this.#unsent.splice(0)) this.#post(question);
        this.#sendNext();
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
      case 'report':
        this.#end(message.id, { kind: 'report', run: message.id, report: message.report });
        break;
      case 'unreadable':
        this.#end(message.id, { kind: 'unreadable', message: message.message });
        break;
      case 'tooLarge':
        this.#end(message.id, { kind: 'tooLarge', size: message.size });
        break;
      case 'answer':
        this.#waiting.get(message.id)?.resolve(message.answer);
        this.#waiting.delete(message.id);
    }
  }

  #end(id: number, end: RunEnd): void {
    const job = this.#current;
    if (job?.id !== id) return;
    this.#forgetCurrent();
    // What a newer input has replaced is not told: it would be shown as if it were about the newest text.
    if (this.#next) this.#sendNext();
    else job.listener.end(end);
  }

  /** The input that crashed the engine is not run again by itself, or it would crash for ever. */
  #crash(message: string): void {
    const job = this.#current;
    const replaced = this.#next !== undefined;
    this.#restart();
    if (job && !replaced) job.listener.end({ kind: 'crashed', message });
  }

  #fail(message: string): void {
    this.#endWorker();
    this.#onStatus({ kind: 'failed', message });
  }

  #restart(): void {
    this.#endWorker();
    if (this.#module) this.#startWorker(this.#module);
  }

  #startWorker(module: WebAssembly.Module): void {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', (event: MessageEvent<Reply>) => this.#hear(event.data));
    worker.addEventListener('error', (event) => {
      // Without a message it is the worker's script that could not be loaded.
      const message = event.message || 'the worker could not be loaded';
      if (this.#ready) this.#crash(message);
      else this.#fail(message);
    });
    this.#worker = worker;
    this.#post({ type: 'start', module });
  }

  #endWorker(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#ready = false;
    this.#forgetCurrent();
    for (const { reject } of this.#waiting.values()) reject(new EngineRestarted());
    this.#waiting.clear();
    this.#unsent = [];
  }

  #forgetCurrent(): void {
    clearTimeout(this.#overdue);
    this.#overdue = undefined;
    this.#current = undefined;
  }
}

async function compile(url: string): Promise<WebAssembly.Module> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`.trim());
  // compileStreaming insists on application/wasm, which not every static server sends.
  return response.headers.get('content-type')?.startsWith('application/wasm')
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}
