import type { RecordDetail } from '../engine/protocol.ts';
import type { PartStrings } from '../strings/parts.ts';
import { say } from '../strings/templates.ts';

/** What a screen reader announces of the record at the cursor: what became of it, and why. */
export function recordSaid({ reasons, journey }: PartStrings, record: RecordDetail): string {
  const step = record.steps.find(({ stage }) => stage === record.settledBy);
  const why = step ? say(reasons.why, step.why, step) : '';
  return journey.said(reasons.place(record), reasons.endings[record.ending].word, why);
}
