/** The language of an editor: the same as its element's. */
import {
  Compartment,
  EditorState,
  type Extension,
  Facet,
  type StateEffect,
} from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import type { PartStrings } from '../strings/parts.ts';

/** The words in the editor's language. Every state has exactly one value. */
const strings = Facet.define<PartStrings, PartStrings>({
  combine: ([words]) => words as PartStrings,
});
const changing = new Compartment();

type Phrases = Record<string, string>;

/** CodeMirror's words in each language. CodeMirror draws an editor anew if it is given others, so more are put into them. */
const phrases = new Map<PartStrings, Phrases>();
/** The words of what is loaded later. */
let laterPhrases: (language: string) => Readonly<Phrases> = () => ({});

function phrasesOf(words: PartStrings): Phrases {
  const known = phrases.get(words) ?? { ...words.editorPhrases };
  phrases.set(words, known);
  return Object.assign(known, laterPhrases(words.language));
}

/** Gives CodeMirror, in all editors, the words of what was loaded. */
export function addPhrases(more: typeof laterPhrases): void {
  laterPhrases = more;
  for (const words of phrases.keys()) phrasesOf(words);
}

const spoken = (words: PartStrings): Extension => [
  strings.of(words),
  EditorState.phrases.of(phrasesOf(words)),
  EditorView.contentAttributes.of({ 'aria-label': words.config.editor }),
];

export const language = (words: PartStrings): Extension => changing.of(spoken(words));

/** Changes the language. */
export const speak = (words: PartStrings): StateEffect<unknown> =>
  changing.reconfigure(spoken(words));

/** The words for an extension. */
export const wordsOf = (state: EditorState): PartStrings => state.facet(strings);
