/** In place of `engine-files.ts` where everything is in one file: `vite.single.config.ts`. */
import wasm from '../pkg/pipeline_playground_bg.wasm?deflated';
import { PageEngine } from './engine/page-engine.ts';
import type { EngineFiles } from './engine/shared-engine.ts';
import PlaygroundWorker from './engine/worker.ts?worker&inline';

export const engineFiles: EngineFiles = {
  wasm: () => inflated(wasm),
  page: async (engine) => PageEngine.start(await engine.load()),
  createWorker: () => new PlaygroundWorker(),
};

/** The bytes of base64 of deflated bytes. */
function inflated(base64: string): Promise<ArrayBuffer> {
  const bytes = Uint8Array.from(atob(base64), (unit) => unit.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Response(stream).arrayBuffer();
}
