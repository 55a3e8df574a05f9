/** The page's entry point: defines `<pipeline-playground>`, and loads with it all that the page shows at first. */
import { definePlayground } from './define.ts';
import { defineTag } from './embed/define-tag.ts';
import { engineFiles } from './engine-files.ts';
import type { ElementClass } from './parts/define-elements.ts';
import { addPart, type Loader } from './parts/later.ts';
import { Actions } from './shell/actions.ts';
import { elements as controls } from './shell/controls.ts';
import { WIDE } from './shell/narrow.ts';
import { first } from './state/samples.ts';
import { elements as flow } from './views/flow/index.ts';

/** A part that is there already. */
function loaded(elements: readonly ElementClass[]): Loader {
  const loader = async () => ({ elements });
  addPart(loader, elements);
  return loader;
}

const editor: Loader = () => import('./editor/index.ts');

/** In two columns, the editor is there at once. In one, it is loaded when its tab is opened. */
async function editorAtFirst(): Promise<Loader> {
  if (!matchMedia(WIDE).matches) return editor;
  // If it cannot be loaded, the playground says so where it would be.
  const part = await editor().catch(() => undefined);
  return part ? loaded(part.elements) : editor;
}

async function start(): Promise<void> {
  const playground = definePlayground(engineFiles);
  playground.parts = {
    flow: loaded(flow),
    editor: await editorAtFirst(),
    controls: loaded(controls),
  };
  playground.Actions = Actions;
  playground.fetchEditor = fetchEditor;
  playground.links = async (of) => (await import('./share/index.ts')).linksOf(of);
  defineTag(
    () => playground,
    () => first,
  );
}

/** What it is made of, in one column, so that it opens at once, even offline. It is run when it is opened. */
function fetchEditor(): void {
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[media]')) {
    const again = link.cloneNode() as HTMLLinkElement;
    again.removeAttribute('media');
    document.head.append(again);
  }
}

void start();
