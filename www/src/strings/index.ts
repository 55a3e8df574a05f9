/** All words of the page, in each language. Another language is another folder of the same tables. */
import { en } from './en/index.ts';

export { say, type Templates } from './templates.ts';

export type Strings = typeof en;

/** What knows in which language to speak. */
export interface Speaker {
  readonly strings: Strings;
}

const DEFAULT = 'en';

/** The languages that there are, by their tags. */
export const languages: Record<string, Strings> = { [DEFAULT]: en };

/** The language that fits a tag best: for `es-MX` it is `es`, for one that there is not, English. */
export function languageFor(tag: string): string {
  const wanted = tag.toLowerCase();
  const [general = ''] = wanted.split('-');
  return [wanted, general].find((one) => Object.hasOwn(languages, one)) ?? DEFAULT;
}

export const stringsOf = (language: string): Strings => languages[language] ?? en;
