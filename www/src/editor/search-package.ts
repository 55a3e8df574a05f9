/** CodeMirror's search, with its words. */
import { EditorState } from '@codemirror/state';
import { allStringsOf } from '../strings/later.ts';
import { strings, wordsOf } from './language.ts';

export * from '@codemirror/search';

/** The words in the editor's language. */
export const phrases = EditorState.phrases.compute(
  [strings],
  (state) => allStringsOf(wordsOf(state).language).searchPhrases,
);
