/** In place of `engine-files.ts` in other pages, where a playground loads no more than it shows. */
import wasm from '../pkg/pipeline_playground_bg.wasm?url';
import summary from '../pkg/summary_engine_bg.wasm?url';
import type { EngineFiles, SharedEngine } from './engine/shared-engine.ts';
import worker from './engine/worker.ts?worker&url';
import { workerAt } from './engine/worker-at.ts';

export const engineFiles: EngineFiles = {
  wasm,
  async page(engine, finished, summaryOnly) {
    const whole = () => wholeOf(engine);
    if (!summaryOnly || engine.started) return whole();
    const { loadSummaryEngine } = await import('./engine/summary-engine.ts');
    return loadSummaryEngine(summary, finished, whole);
  },
  createWorker: () => workerAt(worker),
};

async function wholeOf(engine: SharedEngine) {
  const [{ PageEngine }, module] = await Promise.all([
    import('./engine/page-engine.ts'),
    engine.load(),
  ]);
  return PageEngine.start(module);
}
