import type { GroupedRecord } from '../engine/groups.ts';
import type { Report, StageName } from '../engine/protocol.ts';
import { factsOf, lastStage, stepOf } from '../engine/steps.ts';
import { strings } from '../strings/index.ts';

/** Why a record is where it is at a stage; without one, at the stage that settled what became of it. */
export function whyAt(stage: StageName | undefined, record: GroupedRecord, report: Report): string {
  const at = stage ?? lastStage(record);
  const said = at === 'reconcile' && record.told && strings.reasons.values(record, record.told);
  if (said) return said;
  return strings.reasons.why(stepOf(at, record, report), record, factsOf(at, report));
}
