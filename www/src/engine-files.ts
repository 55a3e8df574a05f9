/**
 * Where Vite puts the wasm and the worker's script. This file alone knows that Vite builds the page; whoever bundles
 * the elements in another way replaces it, and `main.ts`.
 */
import wasm from '../pkg/pipeline_playground_bg.wasm?url';
import type { EngineFiles } from './engine/shared-engine.ts';

export const engineFiles: EngineFiles = {
  wasm,
  // Written so, since Vite looks for exactly this expression.
  createWorker: () =>
    new Worker(new URL('./engine/worker.ts', import.meta.url), { type: 'module' }),
};
