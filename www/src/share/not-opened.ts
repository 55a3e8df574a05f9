import type { LinkError } from '../links/index.ts';
import { languageFor, say } from '../strings/index.ts';
import { allStringsOf } from '../strings/later.ts';

/** Why a link was not opened, in the language of a tag. */
export const sayNotOpened = (why: LinkError, lang: string): string =>
  say(allStringsOf(languageFor(lang)).links.notOpened, why);
