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
    case 'unreadable':
      return `${words.unreadable}.`;
    case 'tooLarge':
      return `${words.tooLarge}.`;
    case 'report': {
      const { error, recordsIn, recordsOut } = outcome.run.report;
      if (error)
        return exception.said(isolated(`${error.type}: ${error.message}.`, 500), error.line);
      return words.counts(recordsIn ?? 0, recordsOut ?? 0);
    }
  }
}
