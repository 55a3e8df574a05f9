/** The definition of the elements. Every folder with elements lists its own. */
import { elements as editor } from './editor/index.ts';
import { type EngineFiles, SharedEngine } from './engine/shared-engine.ts';
import { defineElements } from './parts/define-elements.ts';
import { elements as parts } from './parts/index.ts';
import { elements as shell } from './shell/index.ts';
import { PipelinePlayground } from './shell/pipeline-playground.ts';
import { elements as compare } from './views/compare/index.ts';
import { elements as exception } from './views/exception/index.ts';
import { elements as flow } from './views/flow/index.ts';
import { elements as log } from './views/log/index.ts';
import { elements as reconciliation } from './views/reconciliation/index.ts';
import { elements as records } from './views/records/index.ts';
import { elements as summary } from './views/summary/index.ts';
import { elements as time } from './views/time/index.ts';

const views = [
  ...compare,
  ...exception,
  ...flow,
  ...log,
  ...reconciliation,
  ...records,
  ...summary,
  ...time,
];

/**
 * Defines `<pipeline-playground>` and all that it shows, from the innermost elements outwards. All playgrounds of a page
 * share the engine.
 */
export function definePlayground(files: EngineFiles): void {
  PipelinePlayground.engine ??= new SharedEngine(files);
  defineElements([...parts, ...views, ...editor, ...shell]);
}
