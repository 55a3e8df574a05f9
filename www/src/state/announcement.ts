import type { RunError } from '../engine/protocol.ts';
import type { Strings } from '../strings/index.ts';
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
