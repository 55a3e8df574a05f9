/** What differs from a pinned run. */
import type {
  Ending,
  Freshness,
  LogChange,
  PinnedProblem,
  RecordChange,
} from '../../engine/protocol.ts';
import { count, isolated, names, number } from './format.ts';

export const compare = {
  compare: {
    heading: 'Compare',
    noPin:
      'No run is pinned. Pin this one, then change the config or flip a flag: what differs from it is shown here.',
    pinned: (recordsIn: number, recordsOut: number) =>
      `Pinned: a run with ${count(recordsIn, 'record', 'records')} in, ${number(recordsOut)} out.`,
    pinnedError: (error: string) => `Pinned: a run that ended in ${isolated(error, 500)}.`,
    instead: 'Pin this run instead',
    itself:
      'This is the pinned run. Change the config or flip a flag, and what differs from it is shown here.',
    nothing:
      'Nothing differs from the pinned run: the same summary, the same records, the same log.',
    nothingRaised:
      'Nothing differs from the pinned run: the same exception, the same records, the same log.',
    /** Neither config has `now`. */
    clock: (before: string, after: string) =>
      `Neither config has “now”, so the clock stood in: ${before} when pinned, ${after} now. Ages differ by that alone, and so may what is stale.`,
    waiting: 'Comparing…',
    problems: {
      tooLarge: 'There is not enough memory to run the pinned config as well.',
      unreadable:
        'The pinned file can no longer be read: it was moved or changed. Pin another run.',
    } satisfies Record<PinnedProblem, string>,

    summary: 'Summary',
    what: 'What',
    before: 'Pinned',
    after: 'Now',
    exception: 'Exception',
    none: 'none',

    records: 'Records',
    recordCount: (n: number) => `${count(n, 'record differs', 'records differ')}`,
    recordsSame: 'No record differs.',
    change: 'Change',
    changes: {
      added: '+ added',
      removed: '− removed',
      changed: '~ changed',
    } satisfies Record<RecordChange['change'], string>,
    where: 'Where',
    place: (source: string, index: number) => `${source}[${number(index)}]`,
    goTo: (line: number) => `Go to line ${number(line)}`,
    gone: 'It is in the pinned config only.',
    text: 'Record',
    pick: 'Choose a record to see all of it.',
    endings: {
      kept: '✓ kept',
      unsettled: '– not settled',
      duplicate: '≡ duplicate',
      invalid: '✗ invalid',
    } satisfies Record<Ending, string>,
    freshness: { fresh: '✓ fresh', stale: '! stale' } satisfies Record<Freshness, string>,
    /** If the outcomes are the same, the text differs. */
    otherText: 'different text, same outcome',
    of: (source: string, index: number) => `of ${isolated(`${source}[${number(index)}]`)}`,
    missing: (fields: readonly string[], count: number) =>
      `missing ${names({ first: [...fields], count })}`,

    log: 'Log',
    logCount: (n: number) => `${count(n, 'line differs', 'lines differ')}`,
    logSame: 'No line of the log differs.',
    lines: { came: '+ came', went: '− went' } satisfies Record<LogChange['change'], string>,
    level: 'Level',
    message: 'Message',
  },
};
