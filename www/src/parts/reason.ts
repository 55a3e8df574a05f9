import type { GroupedRecord } from '../engine/groups.ts';
import type { Report, StageName } from '../engine/protocol.ts';
import { factsOf, lastStage, stepOf } from '../engine/steps.ts';
import { strings } from '../strings/index.ts';

/** The reason for a record's outcome at a stage. Without a stage, at the one that decided its fate. */
export function whyAt(stage: StageName | undefined, record: GroupedRecord, report: Report): string {
  const at = stage ?? lastStage(record);
  const said =
    at === 'reconcile' && record.groupDetail && strings.reasons.values(record, record.groupDetail);
  if (said) return said;
  return strings.reasons.why(stepOf(at, record, report), record, factsOf(at, report));
}
