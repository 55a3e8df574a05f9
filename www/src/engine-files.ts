/**
 * Where Vite puts the wasm and the worker's script. Only this file knows that Vite builds the page. To use another
 * bundler, replace it and `main.ts`.
 */
import wasm from '../pkg/pipeline_playground_bg.wasm?url';
import { PageEngine } from './engine/page-engine.ts';
import type { EngineFiles } from './engine/shared-engine.ts';
import worker from './engine/worker.ts?worker&url';
import { workerAt } from './engine/worker-at.ts';

export const engineFiles: EngineFiles = {
  wasm,
  page: async (engine) => PageEngine.start(await engine.load()),
  createWorker: () => workerAt(worker),
};
