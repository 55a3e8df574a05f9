/** The links of the page that has all of the playground. Loaded after it. */
import { Address } from './address.ts';
import type { Linked, Links } from './links.ts';
import { Sharing } from './sharing.ts';

/** Only a playground that is the whole page reads and writes the page's address. */
export const linksOf = (of: Linked): Links =>
  of.host.hasAttribute('whole-page') ? new Address(of) : new Sharing(of);
