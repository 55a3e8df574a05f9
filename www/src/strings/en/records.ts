/** The words of the stage inspector and of the record at the cursor. */
import type { RunError, StageName, StageReport } from '../../engine/protocol.ts';
import { count, number } from '../count.ts';

const records = (n: number): string => count(n, 'record', 'records');

/** What went into a stage that ran, and what it did. */
function done(report: StageReport, all: number): string {
  const { recordsIn, recordsOut } = report;
  const went = `${records(recordsOut)} out`;
  switch (report.name) {
    case 'adapt':
      return `${records(recordsIn)} from ${count(report.sources ?? 0, 'source', 'sources')}, brought into one shape.`;
    case 'cache':
      return `${records(recordsIn)} in, ${number(report.hits ?? 0)} dropped as repeating an earlier one, ${went}.`;
    case 'validate':
      return `${records(recordsIn)} in, ${number(report.violations ?? 0)} dropped for a missing required field, ${went}.`;
    case 'freshness':
      return `${records(recordsIn)} in, ${number(report.fresh ?? 0)} marked fresh and ${number(report.stale ?? 0)} stale, ${went}: none is dropped for its age.`;
    case 'reconcile':
      return `${records(all)}, all that adapt produced. Of the ids ${number(report.matched ?? 0)} matched, ${number(report.mismatched ?? 0)} mismatched, ${number(report.single ?? 0)} in a single source.`;
  }
}

function given(
  report: StageReport,
  about: { all: number; sources: number; error: RunError | undefined },
) {
  const { name, flag, ran, failed } = report;
  const { all, sources, error } = about;
  if (failed) return `The run ended in ${error?.type} here. What was done before that is below.`;
  if (flag === false)
    return name === 'adapt'
      ? 'adapt is off, so there are no records.'
      : `${name} is off. ${records(report.recordsIn)} passed it untouched.`;
  if (ran) return done(report, all);
  if (error) return `The run ended in ${error.type} before ${name}.`;
  return `reconcile compares sources: it needs two, and there ${sources === 1 ? 'is 1' : `are ${number(sources)}`}.`;
}

export const inspector = {
  heading: 'Records',
  stages: 'Stage',
  given,
  list: (stage: StageName) => `Records at ${stage}`,
  counted: (shown: number, all: number) =>
    shown === all ? records(all) : `${number(shown)} of ${records(all)}`,
  found: (n: number) => `${records(n)} shown.`,
  none: 'No record fits.',
  noneAtAll: 'The stage was given no records.',
  region: 'What the stage did to the record',
  filters: {
    label: 'Filter',
    text: 'Find',
    textHint: 'text or key',
    fate: 'Fate',
    freshness: 'Freshness',
    verdict: 'Verdict',
    source: 'Source',
    all: 'all',
    clear: 'Clear',
    fates: { kept: 'kept', duplicate: 'duplicate', invalid: 'invalid' },
    marks: { fresh: 'fresh', stale: 'stale' },
    verdicts: { matched: 'matched', mismatched: 'mismatched', single: 'single source' },
  },
  columns: {
    place: 'Record',
    line: 'Line',
    id: 'id',
    outcome: 'Outcome',
    fate: 'In the end',
    key: 'Key',
    timestamp: 'Timestamp',
    age: 'Age and limit',
    text: 'As it is at the end',
    why: 'Why',
  },
  noTimestamp: 'none',
  unknown: '–',
  /** Shown for a record without an id. */
  noId: '–',
  noIdSaid: 'no id',
  choose: 'Choose a record here, or put the cursor into one in the config.',
  line: (line: number) => `line ${number(line)}`,
  goTo: (line: number) => `Go to line ${number(line)}`,
  showAll: (length: number) => `Show all ${count(length, 'character', 'characters')}`,
  showLess: 'Show less',
  cut: (hidden: number) => `… ${count(hidden, 'more character', 'more characters')}`,
  adapt: {
    caption: (place: string) => `What adapt did to the fields of ${place}`,
    from: 'Source record',
    to: 'Adapted record',
    change: 'Change',
    nothing: '–',
    changes: {
      dropped: '✗ dropped',
      added: '+ added',
      renamed: '→ renamed',
      changed: '≠ replaced',
      kept: '= as it was',
    },
  },
  cache: {
    hashed: 'Text that was hashed',
    key: 'Its MD5 begins with',
    repeats: 'Repeats',
    first: 'No earlier record has this key.',
    aboutKey: 'These 12 hex digits are the cache key.',
  },
  validate: {
    absent: 'is absent',
    isNone: 'is None',
    record: 'Adapted record',
  },
  freshness: {
    timestamp: 'timestamp',
    noTimestamp: 'none, so now stands in for it',
    age: 'age',
    subtracted: (now: string, timestamp: string, age: string) => `${now} - ${timestamp} = ${age} s`,
    maxAge: 'max_age_seconds',
    seconds: (text: string) => `${text} s`,
  },
  reconcile: {
    values: (key: string) => `What the sources say under ${key}`,
    record: 'Record',
    value: 'Value',
    overwritten: 'Overwritten by',
    aboutOverwritten: 'Of a source only the last record with a key counts.',
    open: 'Open reconciliation',
  },
};

export const journey = {
  label: 'Record at the cursor',
  steps: 'Its way through the stages',
  hint: 'Put the cursor into a record to see its way through the stages.',
  off: 'adapt is off, so there are no records to follow through the stages.',
  notRun: 'The text could not be read, so no record went through the stages.',
  step: (stage: string, word: string, why: string) =>
    why ? `${stage}: ${word}, ${why}` : `${stage}: ${word}`,
};
