/** The playground, for the tag to load. */
import { definePlayground } from '../define.ts';
import { engineFiles } from '../engine-files.embed.ts';
import { defineElements } from '../parts/define-elements.ts';
import { InPage } from '../share/in-page.ts';
import { PpInFull } from '../share/pp-in-full.ts';
import { loadActions, shellParts } from '../shell/loaders.ts';

/** `whole`: the address of the whole page, which its links lead to. Undefined if there is none: then there are no links. */
export function playgroundOf(whole: string | undefined) {
  const playground = definePlayground(engineFiles);
  defineElements([PpInFull]);
  playground.parts = shellParts;
  playground.loadActions = loadActions;
  if (whole !== undefined) playground.links = async (of) => new InPage(of, whole);
  return playground;
}
