/** What is loaded after the editor, or without it. This file imports nothing of CodeMirror. */

/** Marks of records, and the colours of a part of a file. */
export const loadMore = () => import('./more.ts');
/** CodeMirror's search. */
export const loadSearch = () => import('@codemirror/search');
/** What only files need. */
export const laterFiles = () => import('./files.ts');
export const loadFormat = () => import('../syntax/format.ts');
export const loadPlaces = () => import('./record-places.ts');
