/** What a tag says before its playground is loaded. These few words are loaded with the tag in every language. */
import { messages as en, type Messages } from './compiled/frame.en.ts';
import { messages as es } from './compiled/frame.es.ts';

const all: Readonly<Record<string, Messages>> = { en, es };

/** The words for a tag of a language. Without `translations.ts`, which is loaded later. */
export function frameWordsFor(tag: string): Messages {
  const wanted = tag.toLowerCase();
  return all[wanted] ?? all[wanted.split('-')[0] ?? ''] ?? en;
}
