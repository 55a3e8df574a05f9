/** The language of an editor: the same as its element's. */
import {
  Compartment,
  EditorState,
  type Extension,
  Facet,
  type StateEffect,
} from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import type { Strings } from '../strings/index.ts';

/** The words in the editor's language. Every state has exactly one value. */
export const strings = Facet.define<Strings, Strings>({ combine: ([words]) => words as Strings });
const changing = new Compartment();

const spoken = (words: Strings): Extension => [
  strings.of(words),
  EditorState.phrases.of(words.editorPhrases),
  EditorView.contentAttributes.of({ 'aria-label': words.config.editor }),
];

export const language = (words: Strings): Extension => changing.of(spoken(words));

/** Changes the language. */
export const speak = (words: Strings): StateEffect<unknown> => changing.reconfigure(spoken(words));

/** The words for an extension. */
export const wordsOf = (state: EditorState): Strings => state.facet(strings);
