/** The words that explain the numbers of the summary. */
import type {
  NumberReason,
  NumberReport,
  StageName,
  SummaryNumber,
} from '../../engine/protocol.ts';
import { say, type Templates } from '../templates.ts';
import { count, isolated, number, records } from './format.ts';

/** What a stage that is off did not do. */
const off: Record<StageName, string> = {
  adapt: 'adapt is off, so no record comes in.',
  cache: 'cache is off, so no key was looked up.',
  validate: 'validate is off, so the contract was not checked.',
  freshness: 'freshness is off, so no age was taken.',
  reconcile: 'reconcile is off, so nothing was compared.',
};

const rules: Templates<NumberReason, NumberReport> = {
  // Without adapt there are no records at all.
  stage_off: (_, { stage = 'adapt' }) => off[stage],
  no_sources: () => 'The config has no sources.',
  from_sources({ sources, more }) {
    const named = sources
      .map((one) => `${number(one.records)} from ${isolated(one.name)}`)
      .join(', ');
    const rest = more && `, and the rest from ${count(more, 'more source', 'more sources')}`;
    return `Every record that adapt produced: ${named}${rest || ''}.`;
  },
  records_out({ came, duplicates, invalid, left }) {
    const went = [
      ...(duplicates ? [`cache dropped ${number(duplicates)}`] : []),
      ...(invalid ? [`validate dropped ${number(invalid)}`] : []),
    ].join(', ');
    const marked = 'Marked in the config: dropped ones dashed, the others plain.';
    return went
      ? `${number(came)} in, ${went}, ${number(left)} out. ${marked}`
      : `${number(came)} in, none dropped, ${number(left)} out.`;
  },
  seen_before: () => 'Their key is the key of an earlier record: duplicates, which cache drops.',
  first_seen: () => 'The first record with its key. cache lets these through.',
  no_look_ups: ({ rate }) => `No look-ups, so ${rate} by definition.`,
  hit_rate: ({ hits, all, rate }) =>
    `round(${hits} / ${all}, 4) = ${rate}: hits / (hits + misses).`,
  contract_broken: () =>
    'A required field is absent or None: the contract is violated, and validate drops the record.',
  older: ({ now, limit }) =>
    `now - timestamp > max_age_seconds, here ${now} - timestamp > ${limit}. They are marked, not dropped.`,
  matched: () =>
    'Ids that more than one source has, with the same value in each. The records below have these ids.',
  mismatched: () =>
    'Ids that more than one source has, with values that are not the same text in each. The records below have these ids.',
  single_source: () =>
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

const heading = ({ name, text }: NumberReport): string =>
  text === undefined ? name : `${text} ${counts[name][text === '1' ? 0 : 1]}`;

const rule = (report: NumberReport): string =>
  report.text === undefined
    ? `The summary has no ${report.name} now: reconcile did not run.`
    : say(rules, report.why, report);

export const explanation = {
  label: 'Records behind the number',
  heading,
  rule,
  said: (report: NumberReport) => `${heading(report)}. ${rule(report)}`,
  /** The lists of records that explain a number, by the number that counts them. */
  lists: {
    'cache.hits': (n: number) => `${records(n)} that cache dropped`,
    validation_errors: (n: number) => `${records(n)} that validate dropped`,
    records_out: (n: number) => `${records(n)} left`,
  } as Partial<Record<SummaryNumber, (n: number) => string>>,
  list: records,
  none: 'No records.',
  columns: { id: 'id', why: 'Why' },
};
