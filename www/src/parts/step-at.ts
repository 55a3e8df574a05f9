import { type RecordStep, type RecordTrace, STAGES, type StageName } from '../engine/protocol.ts';

/** What a stage made of a record. */
export function stepAt({ steps }: RecordTrace, stage: StageName): RecordStep {
  const step = steps[STAGES.indexOf(stage)];
  if (!step) throw new RangeError(`no step at ${stage}`);
  return step;
}
