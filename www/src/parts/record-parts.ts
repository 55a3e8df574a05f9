/** Small pieces that the lists of records and the details of one are made of. */
import { html } from 'lit';
import type { RecordTrace, Report, StageName } from '../engine/protocol.ts';
import { factsOf, lastStage, type StepKind, stepOf } from '../engine/steps.ts';
import { strings } from '../strings/index.ts';
import type { GroupedRecord } from './group-of.ts';

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

/** What became of a record in the end; of one that an exception left on its way that is not known. */
export function fateChip({ fate }: RecordTrace, { error }: Report) {
  if (fate !== 'kept') return chip(fate);
  return error ? pill('single', strings.reasons.unsettled) : pill('kept', strings.reasons.kept);
}

function pill(look: string, { symbol, word }: { symbol: string; word: string }) {
  return html`<span class="outcome ${look}"><span aria-hidden="true">${symbol}</span> ${word}</span>`;
}

/** Text in a cell; the whole of it by the mouse, where the cell is too narrow. */
export const cut = (text: string) => html`<span title=${text}>${text}</span>`;
export const code = (text: string) => html`<span class="code" title=${text}>${text}</span>`;

/** A sign in the place of what there is not, and the words for those who hear it. */
export const absent = (sign: string, said: string) =>
  html`<span class="muted" aria-hidden="true">${sign}</span
    ><span class="visually-hidden">${said}</span>`;

/** The id of a record in a cell. */
export const idCell = ({ id }: RecordTrace) =>
  id === undefined ? absent(strings.inspector.noId, strings.inspector.noIdSaid) : cut(id);

/** The id of a record in a heading. */
export const idTitle = ({ id }: RecordTrace) =>
  id === undefined
    ? html`<span class="muted">${strings.inspector.noIdSaid}</span>`
    : html`<span class="code id" title=${id}>${id}</span>`;

/** Why a record is where it is at a stage; without one, at the stage that settled what became of it. */
export function whyAt(stage: StageName | undefined, record: GroupedRecord, report: Report): string {
  const at = stage ?? lastStage(record);
  const said = at === 'reconcile' && record.told && strings.reasons.values(record, record.told);
  if (said) return said;
  return strings.reasons.why(stepOf(at, record, report), record, factsOf(at, report));
}
