/** The words of the parts of the page that are loaded later, in each language. */
import { explanationIn } from './explanation.ts';
import { inspectorIn } from './inspector.ts';
import { type Later, later } from './later-messages.ts';
import { linksIn } from './links.ts';
import { listReasonsIn } from './list-reasons.ts';
import { onTop } from './on-top.ts';
import { type PartStrings, partStringsOf } from './parts.ts';
import { reconciliationIn } from './reconciliation.ts';
import { timeIn } from './time.ts';

/** All words, as a part that is loaded later has them. */
export type AllStrings = PartStrings & ReturnType<typeof laterIn>;

export const allStringsOf = onTop(later, partStringsOf, laterIn);

export function laterIn(messages: Later, first: PartStrings) {
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
