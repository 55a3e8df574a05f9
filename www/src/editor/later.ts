/** What is loaded after the editor, or without it. This file imports nothing of CodeMirror. */
import { translated } from '../strings/translations.ts';

/** Marks of records, and the colours of a part of a file. */
export const loadMore = () => import('./more.ts');
/** CodeMirror's search, with its words. */
export async function loadSearch() {
  const loaded = await import('./search-package.ts');
  await translated();
  return loaded;
}
/** What only files and samples need. */
export const laterFiles = () => import('./files.ts');
export const loadFormat = () => import('../syntax/format.ts');
export const loadPlaces = () => import('./record-places.ts');
