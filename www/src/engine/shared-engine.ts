/** What all elements of a page share: the compiled module and the worker. Each element has its own `Engine`. */
import type { FinishedRuns } from './finished-runs.ts';
import type { PageThread } from './page-engine.ts';
import type { WorkerEngine } from './worker-engine.ts';
import type { WorkerHost } from './worker-host.ts';

/** The wasm's URL, its bytes or what gets them, or the compiled module. */
type Wasm = string | URL | BufferSource | WebAssembly.Module | (() => Promise<BufferSource>);

/** Where the engine's files are. That depends on the bundler, so it is passed in. */
export interface EngineFiles {
  readonly wasm: Wasm;
  /**
   * What runs an element's small texts on the page's thread. `finished`: the runs that the element shows. `summaryOnly`: a
   * part of the engine is enough.
   */
  page(engine: SharedEngine, finished: FinishedRuns, summaryOnly: boolean): Promise<PageThread>;
  /** Starts a module worker with the script `worker.ts`. */
  createWorker(): Worker;
}

export class SharedEngine {
  #files: EngineFiles;
  #module: Promise<WebAssembly.Module> | undefined;
  #host: WorkerHost | undefined;
  #ids = 0;

  constructor(files: EngineFiles) {
    this.#files = files;
  }

  /** A number that no other client, run or question of the page has. */
  nextId(): number {
    return ++this.#ids;
  }

  /** Compiles the module at the first call. After a failure, the next call tries again. */
  load(): Promise<WebAssembly.Module> {
    this.#module ??= compile(this.#files.wasm).catch((problem: unknown) => {
      this.#module = undefined;
      throw problem;
    });
    return this.#module;
  }

  page(finished: FinishedRuns, summaryOnly: boolean): Promise<PageThread> {
    return this.#files.page(this, finished, summaryOnly);
  }

  /** The whole engine was asked for. */
  get started(): boolean {
    return this.#module !== undefined;
  }

  /** An element's part of the one worker. `onFailure` is called if no worker could be started. */
  async worker(
    finished: FinishedRuns,
    onFailure: (message: string) => void,
  ): Promise<WorkerEngine> {
    const { WorkerEngine, WorkerHost } = await loadThreads();
    const module = await this.load();
    this.#host ??= new WorkerHost(module, () => this.#files.createWorker());
    return new WorkerEngine(this.nextId(), this.#host, finished, onFailure);
  }
}

export const loadThreads = () => import('./threads.ts');

/** The page's policy does not let the browser compile wasm. */
export class RefusedByPolicy extends Error {}

/** Compiles the engine, or a part of it. */
export async function compile(wasm: Wasm): Promise<WebAssembly.Module> {
  try {
    return await compiled(wasm);
  } catch (problem) {
    throw isAllowed() ? problem : new RefusedByPolicy(String(problem));
  }
}

/** Whether the page lets the browser compile the smallest module. */
function isAllowed(): boolean {
  try {
    return new WebAssembly.Module(new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0])) !== undefined;
  } catch {
    return false;
  }
}

async function compiled(wasm: Wasm): Promise<WebAssembly.Module> {
  if (wasm instanceof WebAssembly.Module) return wasm;
  if (typeof wasm === 'function') return WebAssembly.compile(await wasm());
  if (typeof wasm !== 'string' && !(wasm instanceof URL)) return WebAssembly.compile(wasm);
  const response = await fetch(wasm);
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`.trim());
  // compileStreaming insists on application/wasm, which not every static server sends.
  return response.headers.get('content-type')?.startsWith('application/wasm')
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}
