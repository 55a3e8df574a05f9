/** The words for each stage of a run. */
import type { FoundKind, Report, StageReport } from '../../engine/protocol.ts';
import { fill, say } from '../../strings/index.ts';
import type { PartStrings } from '../../strings/parts.ts';

/** A count of what a stage found, in words. `kind` determines the colour. */
export interface FoundWords {
  kind: FoundKind;
  count: number;
  words: string;
}

export interface StageWords {
  stage: StageReport;
  /** The counts, or why there are none. */
  words: string;
  /** Details, in small print. */
  about: string;
  found: FoundWords[];
}

/** All stages of a report, in order. */
export function wordsOf({ flow }: PartStrings, report: Report): StageWords[] {
  return report.stages.map((stage) => {
    const { state, note, found } = stage;
    return {
      stage,
      words: fill(flow.stages[state], stage, report),
      about: note ? say(flow.notes, note) : '',
      found: found.map(({ kind, count }) => ({
        kind,
        count,
        words: flow.found[kind]({ n: count }),
      })),
    };
  });
}
