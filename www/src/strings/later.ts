/** The words of the parts of the page that are loaded later, in each language. They are loaded with the first of them. */
import { later as en } from './en/later.ts';
import { type Strings, stringsOf } from './index.ts';

/** All words, as a part that is loaded later has them. */
export type AllStrings = Strings & typeof en;

/** By the tags of the languages in `index.ts`. */
const later: Record<string, typeof en> = { en };

const all = new WeakMap<Strings, AllStrings>();

export function allStringsOf(language: string): AllStrings {
  const first = stringsOf(language);
  const strings = all.get(first) ?? { ...(later[language] ?? en), ...first };
  all.set(first, strings);
  return strings;
}
