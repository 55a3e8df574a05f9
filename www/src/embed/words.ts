import { frameWordsFor } from '../strings/frame.ts';

/** What the tag says before the playground is loaded, in the language of the nearest `lang` around it. */
export const wordsFor = (element: Element) =>
  frameWordsFor(element.closest('[lang]')?.getAttribute('lang') ?? '');
