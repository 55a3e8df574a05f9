/** The page's entry point: defines `<pipeline-playground>`, and loads with it all that the page shows at first. */
import { definePlayground } from './define.ts';
import { elements as editor } from './editor/index.ts';
import { defineTag } from './embed/define-tag.ts';
import { engineFiles } from './engine-files.ts';
import type { ElementClass } from './parts/define-elements.ts';
import { addPart, type Loader } from './parts/later.ts';
import { Actions } from './shell/actions.ts';
import { elements as controls } from './shell/controls.ts';
import { first } from './state/samples.ts';
import { elements as flow } from './views/flow/index.ts';

/** A part that is there already. */
function loaded(elements: readonly ElementClass[]): Loader {
  const loader = async () => ({ elements });
  addPart(loader, elements);
  return loader;
}

const playground = definePlayground(engineFiles);
playground.parts = { flow: loaded(flow), editor: loaded(editor), controls: loaded(controls) };
playground.Actions = Actions;
playground.links = async (of) => (await import('./share/index.ts')).linksOf(of);
defineTag(
  () => playground,
  () => first,
);
