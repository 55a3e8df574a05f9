/**
 * The page's side of the one worker that serves all elements of a page. Each element is a client, with a session of its
 * own in the worker.
 *
 * The host sends one run at a time, so that it knows whose run the worker is busy with. A run in wasm cannot be
 * interrupted: stopping it means terminating the worker and starting another, with which every client loses its session.
 * That is cheap, since the wasm is compiled once and every worker gets the compiled module. The worker is started when
 * a client first needs it, and terminated when the last client leaves.
 */
import type { Reply, Request, WorkerMessage } from './protocol.ts';

/** Milliseconds that an older run may still take when its client has a newer input, or has left. */
const GRACE = 150;

export interface WorkerClient {
  readonly id: number;
  /** Its next run, which is sent now; undefined if it has none any more. */
  takeRun(): Extract<Request, { type: 'run' }> | undefined;
  hear(reply: Reply): void;
  /** The worker was terminated. `crash`: because of what this client asked for. */
  lost(crash?: string): void;
  /** No worker could be started. The next request tries again. */
  failed(message: string): void;
}

export class WorkerHost {
  #module: WebAssembly.Module;
  #createWorker: () => Worker;
  #worker: Worker | undefined;
  #ready = false;
  #clients = new Set<WorkerClient>();
  /** Clients that wait for the worker to run something. */
  #queue = new Set<WorkerClient>();
  /** Whose run the worker is busy with. */
  #busy: { client: WorkerClient; run: number } | undefined;
  #overdue: ReturnType<typeof setTimeout> | undefined;

  constructor(module: WebAssembly.Module, createWorker: () => Worker) {
    this.#module = module;
    this.#createWorker = createWorker;
  }

  serves(client: WorkerClient): boolean {
    return this.#clients.has(client);
  }

  /** Asks a client for its run as soon as the worker is free. An older run of the same client gets little time. */
  queue(client: WorkerClient): void {
    this.#clients.add(client);
    this.#queue.add(client);
    if (this.#busy?.client === client) this.#hurry();
    else this.#sendNext();
  }

  /** Takes back what `queue` asked for. If the worker is busy with a run of this client, another worker is started. */
  cancel(client: WorkerClient): void {
    this.#queue.delete(client);
    if (this.#busy?.client === client) this.#restart();
  }

  /** A worker handles one request after the other, beginning with its start. */
  post(client: WorkerClient, request: Request): void {
    this.#clients.add(client);
    this.#start()?.postMessage({ ...request, client: client.id } satisfies WorkerMessage);
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

  #hear(message: Reply): void {
    switch (message.type) {
      case 'ready':
        this.#ready = true;
        break;
      case 'failed':
        this.#fail(message.message);
        break;
      case 'crashed':
        this.#restart(message);
        break;
      default:
        this.#pass(message);
    }
  }

  #pass(message: Extract<Reply, { id: number }>): void {
    const ended = message.type === 'end' && this.#busy?.run === message.id;
    if (ended) this.#free();
    for (const client of this.#clients) if (client.id === message.client) client.hear(message);
    if (ended) this.#sendNext();
  }

  /**
   * Starts another worker before the next request comes. The clients that were not at fault ask anew for what they had
   * asked for.
   */
  #restart(crash?: { client: number; message: string }): void {
    this.#end();
    const started = this.#start();
    if (!started) return;
    for (const client of [...this.#clients])
      client.lost(crash?.client === client.id ? crash.message : undefined);
    this.#sendNext();
  }

  #start(): Worker | undefined {
    if (this.#worker) return this.#worker;
    try {
      const worker = this.#createWorker();
      this.#worker = worker;
      worker.addEventListener('message', (event: MessageEvent<Reply>) => this.#hear(event.data));
      worker.addEventListener('error', (event) => this.#hearError(event.message));
      worker.postMessage({ type: 'start', module: this.#module } satisfies WorkerMessage);
      return worker;
    } catch (problem) {
      // A browser refuses a worker's script from another site at once.
      this.#fail(String(problem));
      return undefined;
    }
  }

  /** No message means that the worker's script could not be loaded. */
  #hearError(said: string | undefined): void {
    const message = said || 'the worker could not be loaded';
    const client = this.#busy?.client.id ?? Number.NaN;
    if (this.#ready) this.#restart({ client, message });
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
    this.#free();
  }

  #free(): void {
    clearTimeout(this.#overdue);
    this.#overdue = undefined;
    this.#busy = undefined;
  }
}
