/** The words of the summary. Its text is Python's. */
import type { SummaryNumber } from '../../engine/protocol.ts';

export const summary = {
  hint: 'Choose a number to see the records behind it, here and in the config.',
  button: (name: SummaryNumber, text: string) => `${name}: ${text}`,
  openStage: (stage: string) => `Open ${stage}`,
};
