/** The npm package's `element`: the tag's class, which this does not define. */
import { PipelinePlayground } from './embed/pipeline-playground.ts';

PipelinePlayground.load = async () =>
  (await import('./embed/playground.ts')).playgroundOf(undefined);
PipelinePlayground.first = async () => (await import('./state/samples.ts')).first;

export { PipelinePlayground };
