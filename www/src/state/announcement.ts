import type { RecordDetail, RunError } from '../engine/protocol.ts';
import { type Strings, say } from '../strings/index.ts';
import { isolated } from '../strings/isolated.ts';
import type { Outcome } from './state.ts';

/** What a screen reader announces at the end of a run. */
export function announcementOf({ results: words, exception }: Strings, outcome: Outcome): string {
  switch (outcome.kind) {
    case 'cancelled':
      return `${words.cancelled}.`;
    case 'crashed':
      return `${words.crashed}.`;
    case 'silent':
      return `${words.silent}.`;
    case 'unreadable':
      return `${words.unreadable}.`;
    case 'tooLarge':
      return `${words.tooLarge}.`;
    case 'report': {
      const { error, recordsIn, recordsOut } = outcome.run.report;
      if (error) return errorSaid(exception, error);
      return words.counts({ recordsIn: recordsIn ?? 0, recordsOut: recordsOut ?? 0 });
    }
  }
}

function errorSaid({ said }: Strings['exception'], { type, message, line }: RunError): string {
  const error = isolated(`${type}: ${message}.`, 500);
  return line === undefined ? error : said({ error, line: String(line) });
}

/** What a screen reader announces of the record at the cursor: what became of it, and why. */
export function recordSaid({ reasons, journey }: Strings, record: RecordDetail): string {
  const step = record.steps.find(({ stage }) => stage === record.settledBy);
  const why = step ? say(reasons.why, step.why, step) : '';
  return journey.said(reasons.place(record), reasons.endings[record.ending].word, why);
}
