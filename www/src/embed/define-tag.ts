import { type Load, PipelinePlayground } from './pipeline-playground.ts';

/** Defines `<pipeline-playground>`. A second script that does so is ignored. */
export function defineTag(load: Load): void {
  PipelinePlayground.load ??= load;
  if (!customElements.get(PipelinePlayground.tag))
    customElements.define(PipelinePlayground.tag, PipelinePlayground);
}
