import { type First, type Load, PipelinePlayground } from './pipeline-playground.ts';

/** Defines `<pipeline-playground>`. A second script that does so is ignored. */
export function defineTag(load: Load, first: First): void {
  PipelinePlayground.load ??= load;
  PipelinePlayground.first ??= first;
  if (!customElements.get(PipelinePlayground.tag))
    customElements.define(PipelinePlayground.tag, PipelinePlayground);
}
