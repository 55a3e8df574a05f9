/** The words for each stage of a run. */
import type { Report, StageReport } from '../../engine/protocol.ts';
import { ranAny } from '../../engine/steps.ts';
import { strings } from '../../strings/index.ts';

export type StageState =
  | 'ran'
  /** It ran on no records. */
  | 'empty'
  | 'off'
  /** It raised the exception. */
  | 'failed'
  /** The exception was raised before it. */
  | 'unreached'
  /** Reconcile, if there are not two sources to compare. */
  | 'alone'
  /** No stage ran. */
  | 'waiting';

/** What a stage found: a count in words, in the colour of its outcome. */
export interface Found {
  kind: 'duplicate' | 'invalid' | 'fresh' | 'stale' | 'matched' | 'mismatched' | 'single';
  count: number;
  words: string;
}

export interface StageSaid {
  stage: StageReport;
  state: StageState;
  /** The counts, or why there are none. */
  words: string;
  /** Details, in small print. */
  about: string;
  found: Found[];
}

/** All stages of a report, in order. */
export function sayStages(report: Report): StageSaid[] {
  return report.stages.map((stage) => {
    const state = stateOf(stage, report);
    const found = state === 'ran' ? foundBy(stage) : [];
    return {
      stage,
      state,
      words: wordsFor(stage, state, report),
      about: aboutOf(stage, state, report),
      found,
    };
  });
}

function stateOf({ flag, ran, failed, recordsIn }: StageReport, report: Report): StageState {
  if (failed) return 'failed';
  if (flag === undefined || !ranAny(report)) return 'waiting';
  if (!flag) return 'off';
  if (!ran) return report.error ? 'unreached' : 'alone';
  return recordsIn === 0 ? 'empty' : 'ran';
}

function wordsFor(stage: StageReport, state: StageState, report: Report): string {
  const words = strings.flow;
  switch (state) {
    case 'ran':
      return stage.name === 'reconcile'
        ? words.keys(stage.recordsIn, report.reconciliationCount)
        : words.inOut(stage.recordsIn, stage.recordsOut);
    case 'failed':
      return words.states.failed(report.error?.type ?? '');
    default:
      return words.states[state];
  }
}

function aboutOf(stage: StageReport, state: StageState, { sources }: Report): string {
  const words = strings.flow;
  const { name, recordsIn } = stage;
  if (state === 'failed')
    return name === 'adapt' ? words.adaptedBefore(recordsIn) : words.in(recordsIn);
  if (state === 'alone') return words.hasSources(sources.length);
  if (state === 'off' && name === 'adapt') return words.noRecords;
  if (state === 'off' && name !== 'reconcile' && recordsIn) return words.passBy(recordsIn);
  return state === 'ran' && name === 'adapt' ? words.from(stage.sources ?? 0) : '';
}

function foundBy(stage: StageReport): Found[] {
  const words = strings.flow;
  const { hits, violations, fresh, stale, matched, mismatched, single } = stage;
  const one = (kind: Found['kind'], count: number | undefined, say: (n: number) => string) =>
    count === undefined ? [] : [{ kind, count, words: say(count) }];
  return [
    ...one('duplicate', hits, words.hits),
    ...one('invalid', violations, words.violations),
    ...one('fresh', fresh, words.fresh),
    ...one('stale', stale, words.stale),
    ...one('matched', matched, words.matched),
    ...one('mismatched', mismatched, words.mismatched),
    ...one('single', single, words.single),
  ];
}
