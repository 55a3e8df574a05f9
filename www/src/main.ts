/** The page's entry point: defines `<pipeline-playground>`, and loads with it all that the page shows at first. */
import { definePlayground } from './define.ts';
import { elements as editor } from './editor/index.ts';
import { defineTag } from './embed/define-tag.ts';
import { engineFiles } from './engine-files.ts';
import { addPart } from './parts/later.ts';
import { Actions } from './shell/actions.ts';
import { elements as controls } from './shell/controls.ts';
import { shellParts } from './shell/loaders.ts';
import { first } from './state/samples.ts';
import { elements as flow } from './views/flow/index.ts';

const playground = definePlayground(engineFiles);
playground.Actions = Actions;
addPart(shellParts.flow, flow);
addPart(shellParts.editor, editor);
addPart(shellParts.controls, controls);
defineTag(
  () => playground,
  () => first,
);
