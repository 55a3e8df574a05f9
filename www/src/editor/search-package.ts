/** CodeMirror's search, with its words. */
import { allStringsOf } from '../strings/later.ts';

export * from '@codemirror/search';

export const searchPhrases = (language: string) => allStringsOf(language).searchPhrases;
