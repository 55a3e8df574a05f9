/** An outcome as a symbol and a word in its colour. */
import { html } from 'lit';
import type { Ending, Step } from '../engine/protocol.ts';
import type { PartStrings } from '../strings/parts.ts';

/** The classes of outcomes in styles/outcome.ts. */
const STEPS: Record<Step, string> = {
  adapted: 'kept',
  passed: 'kept',
  unseen: 'kept',
  duplicate: 'duplicate',
  complete: 'kept',
  invalid: 'invalid',
  fresh: 'fresh',
  stale: 'stale',
  matched: 'matched',
  mismatched: 'mismatched',
  single: 'single',
  unkeyed: 'single',
  alone: 'single',
  off: 'single',
  dropped: 'single',
  unreached: 'single',
  raised: 'invalid',
};
const ENDINGS: Record<Ending, string> = {
  kept: 'kept',
  unsettled: 'single',
  duplicate: 'duplicate',
  invalid: 'invalid',
};

/** The outcome of a record at a stage. */
export const stepChip = ({ reasons }: PartStrings, step: Step) =>
  chip(STEPS[step], reasons.steps[step]);

/** The final outcome of a record. */
export const endingChip = ({ reasons }: PartStrings, ending: Ending) =>
  chip(ENDINGS[ending], reasons.endings[ending]);

function chip(look: string, { symbol, word }: { symbol: string; word: string }) {
  return html`<span class="outcome ${look}"><span aria-hidden="true">${symbol}</span> ${word}</span>`;
}
