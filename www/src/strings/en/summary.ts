/** The words that explain the numbers of the summary. */
import type { Report, StageReport, SummaryNumber } from '../../engine/protocol.ts';
import { count, number } from '../count.ts';

const records = (n: number): string => count(n, 'record', 'records');
/** The most sources that are named. The rest is counted. */
const SOURCES_SHOWN = 4;

const numberOf = ({ numbers }: Report, wanted: SummaryNumber): string =>
  numbers.find(({ name }) => name === wanted)?.text ?? '';

const stageOf = ({ stages }: Report, wanted: string): Partial<StageReport> =>
  stages.find(({ name }) => name === wanted) ?? {};

function recordsIn({ sources, stages }: Report): string {
  if (stages[0]?.flag === false) return 'adapt is off, so no record comes in.';
  if (sources.length === 0) return 'The config has no sources.';
  const more = sources.length - SOURCES_SHOWN;
  const named = sources
    .slice(0, SOURCES_SHOWN)
    .map(({ name, records }) => `${number(records)} from ${name}`)
    .join(', ');
  return `Every record that adapt produced: ${named}${more > 0 ? `, and the rest from ${count(more, 'more source', 'more sources')}` : ''}.`;
}

function recordsOut(report: Report): string {
  const [hits = 0, violations = 0] = [
    stageOf(report, 'cache').hits,
    stageOf(report, 'validate').violations,
  ];
  const went = [
    ...(hits ? [`cache dropped ${number(hits)}`] : []),
    ...(violations ? [`validate dropped ${number(violations)}`] : []),
  ];
  const came = `${number(report.recordsIn ?? 0)} in`;
  const left = `${number(report.recordsOut ?? 0)} out`;
  return went.length
    ? `${came}, ${went.join(', ')}, ${left}. Marked in the config: dropped ones dashed, the others plain.`
    : `${came}, none dropped, ${left}.`;
}

function cached(report: Report, rule: string): string {
  return stageOf(report, 'cache').flag === false ? 'cache is off, so no key was looked up.' : rule;
}

function hitRate(report: Report): string {
  const { recordsIn: all = 0 } = stageOf(report, 'cache');
  const [hits, rate] = [numberOf(report, 'cache.hits'), numberOf(report, 'cache.hit_rate')];
  if (all === 0) return cached(report, `No look-ups, so ${rate} by rule.`);
  return cached(report, `round(${hits} / ${all}, 4) = ${rate}: hits / (hits + misses).`);
}

function stale(report: Report): string {
  if (stageOf(report, 'freshness').flag === false) return 'freshness is off, so no age was taken.';
  const { now, maxAge } = report.settings ?? {};
  return `now - timestamp > max_age_seconds, here ${now?.text} - timestamp > ${maxAge?.text}. They are marked, not dropped.`;
}

const rules: Record<SummaryNumber, (report: Report) => string> = {
  records_in: recordsIn,
  records_out: recordsOut,
  'cache.hits': (report) =>
    cached(report, 'Their key is the key of an earlier record: duplicates, which cache drops.'),
  'cache.misses': (report) =>
    cached(report, 'The first record with its key. cache lets these through.'),
  'cache.hit_rate': hitRate,
  validation_errors: (report) =>
    stageOf(report, 'validate').flag === false
      ? 'validate is off, so the contract was not checked.'
      : 'A required field is absent or None: the contract is violated, and validate drops the record.',
  stale_records: stale,
  'reconciliation.matched': () =>
    'Ids that more than one source has, with the same value in each. The records below have these ids.',
  'reconciliation.mismatched': () =>
    'Ids that more than one source has, with values that are not the same text in each. The records below have these ids.',
  'reconciliation.single_source': () =>
    'Ids that only one source has, so that there is nothing to compare. The records below have these ids.',
};

/** What a number counts, in the singular and in the plural. */
const counts: Record<SummaryNumber, [one: string, many: string]> = {
  records_in: ['record that came in', 'records that came in'],
  records_out: ['record that came out', 'records that came out'],
  'cache.hits': ['record that repeats an earlier one', 'records that repeat an earlier one'],
  'cache.misses': ['record with a new key', 'records with a new key'],
  'cache.hit_rate': ['of the look-ups were hits', 'of the look-ups were hits'],
  validation_errors: ['record that breaks the contract', 'records that break the contract'],
  stale_records: ['record that is too old', 'records that are too old'],
  'reconciliation.matched': ['id on which the sources agree', 'ids on which the sources agree'],
  'reconciliation.mismatched': [
    'id on which the sources differ',
    'ids on which the sources differ',
  ],
  'reconciliation.single_source': ['id that only one source has', 'ids that only one source has'],
};

export const summary = {
  hint: 'Choose a number to see the records behind it, here and in the config.',
  explanation: 'Records behind the number',
  button: (name: SummaryNumber, text: string) => `${name}: ${text}`,
  heading: (name: SummaryNumber, text: string | undefined) =>
    text === undefined ? name : `${text} ${counts[name][text === '1' ? 0 : 1]}`,
  gone: (name: SummaryNumber) => `The summary has no ${name} now: reconcile did not run.`,
  rule: (name: SummaryNumber, report: Report) => rules[name](report),
  said: (heading: string, rule: string) => `${heading}. ${rule}`,
  parts: {
    'cache.hits': (n: number) => `${records(n)} that cache dropped`,
    validation_errors: (n: number) => `${records(n)} that validate dropped`,
    records_out: (n: number) => `${records(n)} left`,
  } as Partial<Record<SummaryNumber, (n: number) => string>>,
  list: (n: number) => records(n),
  none: 'No records.',
  openStage: (stage: string) => `Open ${stage}`,
  columns: { id: 'id', why: 'Why' },
};
