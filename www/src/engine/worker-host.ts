/**
 * The page's side of the one worker that serves all elements of a page. Each element is a client, with its own session
 * in the worker.
 *
 * The host sends one run at a time, so that it knows which client's run the worker is busy with. A run in wasm cannot
 * be interrupted: stopping it means terminating the worker and starting another, and all clients lose their sessions.
 * A restart is cheap, since the wasm is compiled once and every worker gets the compiled module. The worker is started
 * when a client first needs it, and terminated when the last client leaves.
 *
 * A worker can end without an event, if the browser needs its memory. A run reports its progress all the time, so the
 * host asks a worker that says nothing whether it is alive, and starts another one if there is no answer.
 */
import type { Crash, Reply, Request, WorkerMessage } from './protocol.ts';

/** Milliseconds that a run may still take after its client has a newer input, or has left. */
const GRACE = 150;

/** Milliseconds of silence after which the worker is asked, and until it counts as dead. */
const QUIET = 5000;
const PATIENCE = 10_000;

export interface WorkerClient {
  readonly id: number;
  /** Takes its next run, which is sent now. Undefined if it no longer has one. */
  takeRun(): Extract<Request, { type: 'run' }> | undefined;
  receive(reply: Reply): void;
  /** The worker was terminated. `crash`: how it ended, if that was at a request of this client. */
  lost(crash?: Crash): void;
  /** No worker could be started. The next request tries again. */
  failed(message: string): void;
}

export class WorkerHost {
  #module: WebAssembly.Module;
  #createWorker: () => Worker;
  #worker: Worker | undefined;
  #ready = false;
  #clients = new Set<WorkerClient>();
  /** Clients with a run to send. */
  #queue = new Set<WorkerClient>();
  /** The run that the worker is busy with, and its client. */
  #busy: { client: WorkerClient; run: number } | undefined;
  #overdue: ReturnType<typeof setTimeout> | undefined;
  /** The requests without an answer, in the order in which the worker handles them, and their clients. */
  #open = new Map<number, number>();
  #silence: ReturnType<typeof setTimeout> | undefined;

  constructor(module: WebAssembly.Module, createWorker: () => Worker) {
    this.#module = module;
    this.#createWorker = createWorker;
  }

  serves(client: WorkerClient): boolean {
    return this.#clients.has(client);
  }

  /** Takes the client's run as soon as the worker is free. An older run of the same client has `GRACE` to finish. */
  queue(client: WorkerClient): void {
    this.#clients.add(client);
    this.#queue.add(client);
    if (this.#busy?.client === client) this.#hurry();
    else this.#sendNext();
  }

  /** Undoes `queue`. If the worker is busy with a run of this client, replaces the worker. */
  cancel(client: WorkerClient): void {
    this.#queue.delete(client);
    if (this.#busy?.client === client) this.#restart();
  }

  /** Sends a request. The worker handles messages in order, so it need not be ready yet. */
  post(client: WorkerClient, request: Request): void {
    this.#clients.add(client);
    const worker = this.#start();
    if (!worker) return;
    worker.postMessage({ ...request, client: client.id } satisfies WorkerMessage);
    this.#open.set(request.id, client.id);
    this.#listen();
  }

  /** Frees a client's session; without any client, terminates the worker, which frees its memory. */
  leave(client: WorkerClient): void {
    if (!this.#clients.delete(client)) return;
    this.#queue.delete(client);
    if (this.#clients.size === 0) {
      this.#end();
      return;
    }
    this.#worker?.postMessage({ type: 'leave', client: client.id } satisfies WorkerMessage);
    if (this.#busy?.client === client) this.#hurry();
  }

  #hurry(): void {
    this.#overdue ??= setTimeout(() => this.#restart(), GRACE);
  }

  #sendNext(): void {
    for (const client of this.#queue) {
      if (this.#busy) return;
      this.#queue.delete(client);
      const run = client.takeRun();
      if (!run) continue;
      this.#busy = { client, run: run.id };
      this.post(client, run);
    }
  }

  /** Expects a sign of life from now on, if something is to be answered. */
  #listen(): void {
    clearTimeout(this.#silence);
    if (this.#open.size > 0) this.#silence = setTimeout(() => this.#ping(), QUIET);
  }

  #ping(): void {
    this.#worker?.postMessage({ type: 'ping' } satisfies WorkerMessage);
    this.#silence = setTimeout(() => this.#crashed({ kind: 'silent' }), PATIENCE);
  }

  #receive(message: Reply): void {
    if ('id' in message && message.type !== 'progress') this.#open.delete(message.id);
    this.#listen();
    switch (message.type) {
      case 'alive':
        break;
      case 'ready':
        this.#ready = true;
        break;
      case 'failed':
        this.#fail(message.message);
        break;
      case 'crashed':
        this.#restart(message.client, { kind: 'crashed', message: message.message });
        break;
      default:
        this.#pass(message);
    }
  }

  #pass(message: Extract<Reply, { id: number }>): void {
    const ended = message.type === 'end' && this.#busy?.run === message.id;
    if (ended) this.#free();
    for (const client of this.#clients) if (client.id === message.client) client.receive(message);
    if (ended) this.#sendNext();
  }

  /**
   * Starts another worker before the next request comes. Clients that did not cause a crash repeat their requests.
   */
  #restart(culprit?: number, crash?: Crash): void {
    this.#end();
    const started = this.#start();
    if (!started) return;
    for (const client of [...this.#clients]) client.lost(client.id === culprit ? crash : undefined);
    this.#sendNext();
  }

  /** It ended at the oldest request that has no answer. */
  #crashed(crash: Crash): void {
    const [culprit] = this.#open.values();
    this.#restart(culprit, crash);
  }

  #start(): Worker | undefined {
    if (this.#worker) return this.#worker;
    try {
      const worker = this.#createWorker();
      this.#worker = worker;
      worker.addEventListener('message', (event: MessageEvent<Reply>) => this.#receive(event.data));
      worker.addEventListener('error', (event) => this.#onError(event.message));
      worker.postMessage({ type: 'start', module: this.#module } satisfies WorkerMessage);
      return worker;
    } catch (problem) {
      // A browser throws at once if the worker's script is from another site.
      this.#fail(String(problem));
      return undefined;
    }
  }

  /** No message means that the worker's script could not be loaded. */
  #onError(reason: string | undefined): void {
    const message = reason || 'the worker could not be loaded';
    if (this.#ready) this.#crashed({ kind: 'crashed', message });
    else this.#fail(message);
  }

  #fail(message: string): void {
    const clients = [...this.#clients];
    this.#clients.clear();
    this.#queue.clear();
    this.#end();
    for (const client of clients) client.failed(message);
  }

  #end(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#ready = false;
    this.#open.clear();
    clearTimeout(this.#silence);
    this.#free();
  }

  #free(): void {
    clearTimeout(this.#overdue);
    this.#overdue = undefined;
    this.#busy = undefined;
  }
}
