/**
 * Defines the elements. Each folder lists its own. The elements of views that are not open at first are defined when
 * they are loaded: `shell/later-views.ts`.
 */
import { elements as editor } from './editor/index.ts';
import { type EngineFiles, SharedEngine } from './engine/shared-engine.ts';
import { defineElements } from './parts/define-elements.ts';
import { elements as parts } from './parts/index.ts';
import { elements as shell } from './shell/index.ts';
import { PipelinePlayground } from './shell/pipeline-playground.ts';
import { elements as flow } from './views/flow/index.ts';
import { elements as summary } from './views/summary/index.ts';

/**
 * Defines `<pipeline-playground>` and the elements that it shows at first, inner elements first. All playgrounds of a
 * page share the engine.
 */
export function definePlayground(files: EngineFiles): void {
  PipelinePlayground.engine ??= new SharedEngine(files);
  defineElements([...parts, ...flow, ...summary, ...editor, ...shell]);
}
