/** The words of the stage inspector. */
import type { Report, StageName, StageReport, StageState } from '../engine/protocol.ts';
import type { Later } from './later-messages.ts';
import type { Pieces } from './pieces.ts';
import type { StageTemplate } from './templates.ts';

type Given = Later['inspector']['given'];

export const inspectorIn = ({ inspector }: Later, pieces: Pieces) => ({
  ...inspector,
  given: givenIn(inspector.given, pieces),
  /** `5 records`, `2 of 5 records` */
  counted: (shown: number, all: number): string =>
    shown === all ? inspector.counted({ all }) : inspector.countedOf({ shown, all }),
});

/** The input of a stage, and what it did or why it did nothing. */
function givenIn(words: Given, pieces: Pieces): Record<StageState, StageTemplate> {
  const done = doneIn(words, pieces);
  const notReached: StageTemplate = ({ name }, { error }) =>
    words.notReached({ error: error?.type ?? '', name });
  return {
    ran: (stage, report) => done[stage.name](stage, report),
    empty({ name, note, sources = 0 }) {
      if (name === 'adapt') return sources ? words.noRecord({ sources }) : words.noSource;
      return (note?.reason === 'adapt_off' ? words.adaptOff : words.givenNone)({ name });
    },
    off({ name, note }) {
      if (name === 'adapt') return words.noAdapt;
      return note?.reason === 'passed_by'
        ? words.passedBy({ name, records: note.records })
        : words.off({ name });
    },
    failed: ({ recordsIn }, { error }) =>
      (recordsIn ? words.failedLater : words.failed)({ error: error?.type ?? '' }),
    unreached: notReached,
    waiting: notReached,
    alone: ({ name, note }) =>
      note?.reason === 'sources'
        ? words.alone({ name, sources: note.sources })
        : words.aloneOff({ name }),
  };
}

type Done = (stage: StageReport, report: Report) => string;

const doneIn = (words: Given, { names }: Pieces): Record<StageName, Done> => ({
  adapt({ recordsIn, sources = 0 }, report) {
    const { unknownSourceCount: count } = report;
    if (count === 0) return words.adapt({ recordsIn, sources });
    // Of very many sources, the report has only the first.
    const unknown = report.sources.filter(({ adapter }) => !adapter).map(({ name }) => name);
    return words.unknown({
      recordsIn,
      sources,
      names: names({ first: unknown.slice(0, 3), count }),
      every: count === sources,
    });
  },
  cache: ({ recordsIn, recordsOut, hits = 0 }) => words.cache({ recordsIn, recordsOut, hits }),
  validate: ({ recordsIn, recordsOut, violations = 0 }) =>
    words.validate({ recordsIn, recordsOut, violations }),
  freshness: ({ recordsIn, recordsOut, fresh = 0, stale = 0 }) =>
    words.freshness({ recordsIn, recordsOut, fresh, stale }),
  reconcile: ({ recordsIn, matched = 0, mismatched = 0, single = 0 }) =>
    words.reconcile({ recordsIn, matched, mismatched, single }),
});
