import type { LinkError } from '../links/index.ts';
import { say } from '../strings/index.ts';
import { allStringsOf } from '../strings/later.ts';
import { languageFor } from '../strings/translations.ts';

/** Why a link was not opened, in the language of a tag. */
export const sayNotOpened = (why: LinkError, lang: string): string =>
  say(allStringsOf(languageFor(lang)).links.notOpened, why);
