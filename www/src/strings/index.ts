/** The words of the page, in each language: its messages, and what chooses between them. */
import { type First, first } from './first-messages.ts';
import { piecesIn } from './pieces.ts';
import type { Translation } from './translations.ts';

export { fill, say } from './templates.ts';

export type Strings = ReturnType<typeof stringsIn>;

/** Something that knows the language to use. */
export interface Speaker {
  readonly strings: Strings;
}

const all = new WeakMap<Translation<First>, Strings>();

/** The words in a language, or in English until they are loaded. */
export function stringsOf(language: string): Strings {
  const translation = first.in(language);
  const strings = all.get(translation) ?? stringsIn(translation);
  all.set(translation, strings);
  return strings;
}

/** The words of a language, from its messages. */
export function stringsIn(translation: Translation<First>) {
  const { messages } = translation;
  const pieces = piecesIn(translation);
  return {
    ...messages,
    language: translation.language,
    pieces,
    number: pieces.number,
    /** A name without a word around it. An empty one must be visible. */
    sourceName: (name: string): string => name || '""',
  };
}
