/** The words of the parts of the page that are loaded later, in each language. */
import { explanationIn } from './explanation.ts';
import { type Strings, stringsOf } from './index.ts';
import { inspectorIn } from './inspector.ts';
import { type Later, later } from './later-messages.ts';
import { linksIn } from './links.ts';
import { listReasonsIn } from './list-reasons.ts';
import { reconciliationIn } from './reconciliation.ts';
import { timeIn } from './time.ts';

/** All words, as a part that is loaded later has them. */
export type AllStrings = Strings & ReturnType<typeof laterIn>;

interface All {
  readonly messages: Later;
  readonly strings: AllStrings;
}

/** By the words that are there from the start. */
const all = new WeakMap<Strings, All>();

/** All words in a language; those that are not loaded yet are English. */
export function allStringsOf(language: string): AllStrings {
  const first = stringsOf(language);
  const { messages } = later.in(language);
  const known = all.get(first);
  if (known?.messages === messages) return known.strings;
  const strings = allStringsIn(messages, first);
  all.set(first, { messages, strings });
  return strings;
}

/** All words of a language, from its messages and the words that are there from the start. */
export const allStringsIn = (messages: Later, first: Strings): AllStrings => ({
  ...first,
  ...laterIn(messages, first),
});

function laterIn(messages: Later, first: Strings) {
  const { pieces, reasons } = first;
  return {
    ...messages,
    explanation: explanationIn(messages),
    inspector: inspectorIn(messages, pieces),
    links: linksIn(messages, first),
    reasons: { ...reasons, ...listReasonsIn(messages, reasons.why, pieces) },
    reconciliation: reconciliationIn(messages, pieces),
    time: timeIn(messages, pieces),
  };
}
