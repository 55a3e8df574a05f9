/** All words of the page, in each language. To add a language, add a folder with the same tables. */
import { en } from './en/index.ts';

export { say, type Templates } from './templates.ts';

export type Strings = typeof en;

/** Something that knows the language to use. */
export interface Speaker {
  readonly strings: Strings;
}

const DEFAULT = 'en';

/** The available languages, by tag. */
export const languages: Record<string, Strings> = { [DEFAULT]: en };

/** The best language for a tag: `es` for `es-MX`, and English for a language that is not available. */
export function languageFor(tag: string): string {
  const wanted = tag.toLowerCase();
  const [general = ''] = wanted.split('-');
  return [wanted, general].find((one) => Object.hasOwn(languages, one)) ?? DEFAULT;
}

export const stringsOf = (language: string): Strings => languages[language] ?? en;
