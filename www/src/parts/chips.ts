/** An outcome as a symbol and a word in its colour. */
import { html } from 'lit';
import type { RecordTrace, Report } from '../engine/protocol.ts';
import type { StepKind } from '../engine/steps.ts';
import { strings } from '../strings/index.ts';

/** The look of each outcome, by the classes of styles/outcome.ts. */
const LOOKS: Record<StepKind, string> = {
  adapted: 'kept',
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

export function chip(kind: StepKind) {
  return pill(LOOKS[kind], strings.reasons.steps[kind]);
}

/** The fate of a record. It is not settled if an exception ended the run first. */
export function fateChip({ fate }: RecordTrace, { error }: Report) {
  if (fate !== 'kept') return chip(fate);
  return error ? pill('single', strings.reasons.unsettled) : pill('kept', strings.reasons.kept);
}

function pill(look: string, { symbol, word }: { symbol: string; word: string }) {
  return html`<span class="outcome ${look}"><span aria-hidden="true">${symbol}</span> ${word}</span>`;
}
