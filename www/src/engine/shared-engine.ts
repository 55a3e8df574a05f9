/** What all elements of a page share: the compiled module and the worker. Each element has its own `Engine`. */
import { WorkerHost } from './worker-host.ts';

/** Where the engine's files are. That depends on the bundler, so it is passed in. */
export interface EngineFiles {
  /** The wasm's URL or bytes, or the compiled module. */
  readonly wasm: string | URL | BufferSource | WebAssembly.Module;
  /** Starts a module worker with the script `worker.ts`. */
  createWorker(): Worker;
}

interface Loaded {
  readonly module: WebAssembly.Module;
  readonly worker: WorkerHost;
}

export class SharedEngine {
  #files: EngineFiles;
  #loaded: Promise<Loaded> | undefined;
  #ids = 0;

  constructor(files: EngineFiles) {
    this.#files = files;
  }

  /** A number that no other client, run or question of the page has. */
  nextId(): number {
    return ++this.#ids;
  }

  /** Compiles the module at the first call. After a failure, the next call tries again. */
  load(): Promise<Loaded> {
    this.#loaded ??= this.#load().catch((problem: unknown) => {
      this.#loaded = undefined;
      throw problem;
    });
    return this.#loaded;
  }

  async #load(): Promise<Loaded> {
    const module = await compile(this.#files.wasm);
    return { module, worker: new WorkerHost(module, () => this.#files.createWorker()) };
  }
}

async function compile(wasm: EngineFiles['wasm']): Promise<WebAssembly.Module> {
  if (wasm instanceof WebAssembly.Module) return wasm;
  if (typeof wasm !== 'string' && !(wasm instanceof URL)) return WebAssembly.compile(wasm);
  const response = await fetch(wasm);
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`.trim());
  // compileStreaming insists on application/wasm, which not every static server sends.
  return response.headers.get('content-type')?.startsWith('application/wasm')
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}
