import { type RecordStep, type RecordTrace, STAGES, type StageName } from '../engine/protocol.ts';

/** The outcome of a record at a stage. */
export function stepAt({ steps }: RecordTrace, stage: StageName): RecordStep {
  const step = steps[STAGES.indexOf(stage)];
  if (!step) throw new RangeError(`no step at ${stage}`);
  return step;
}

/** Whether adapt dropped the timestamp of a record, whose age is known. */
export function isTimestampDropped(record: RecordTrace): boolean {
  const { why } = stepAt(record, 'freshness');
  return why.reason === 'age_compared' && why.dropped;
}
