/** Defines `<pipeline-playground>`. It is ignored where another script has done so. */
import { PipelinePlayground } from './element.js';

if (!customElements.get(PipelinePlayground.tag))
  customElements.define(PipelinePlayground.tag, PipelinePlayground);

export { PipelinePlayground };
