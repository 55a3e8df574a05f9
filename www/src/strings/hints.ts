/** The words of hints, which are loaded with their element: few configs need them. */
import { hints as en } from './en/hints.ts';
import { type Strings, stringsOf } from './index.ts';

/** By the language's other words. */
const all = new Map<Strings, typeof en>([[stringsOf('en'), en]]);

export const hintsOf = (strings: Strings): typeof en => all.get(strings) ?? en;
