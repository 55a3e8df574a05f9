/** The words of the stage inspector. */
import type { FieldFate, RecordName, StageName } from '../../engine/protocol.ts';
import { everyStage, type StageTemplate, type StageTemplates } from '../templates.ts';
import { count, isolated, names, number, placed, records } from './format.ts';

/** The input of a stage that ran, and what it did. */
const done: Record<StageName, StageTemplate> = {
  adapt({ recordsIn, sources = 0 }, report) {
    const from = `${records(recordsIn)} from ${count(sources, 'source', 'sources')}`;
    // Of very many sources, the report has only the first.
    const unknown = report.sources.filter(({ adapter }) => !adapter).map(({ name }) => name);
    const unknownCount = report.unknownSourceCount;
    if (unknownCount === 0) return `${from}, brought into one shape.`;
    const passed = `No adapter knows ${names({ first: unknown.slice(0, 3), count: unknownCount })}`;
    return unknownCount === sources
      ? `${from}. ${passed}: all passed through unchanged.`
      : `${from}. ${passed}: those passed through unchanged. The rest was brought into one shape.`;
  },
  cache: ({ recordsIn, recordsOut, hits = 0 }) =>
    `${records(recordsIn)} in, ${number(hits)} dropped as repeating an earlier one, ${records(recordsOut)} out.`,
  validate: ({ recordsIn, recordsOut, violations = 0 }) =>
    `${records(recordsIn)} in, ${number(violations)} dropped for a missing required field, ${records(recordsOut)} out.`,
  freshness: ({ recordsIn, recordsOut, fresh = 0, stale = 0 }) =>
    `${records(recordsIn)} in, ${number(fresh)} marked fresh and ${number(stale)} stale, ${records(recordsOut)} out: none is dropped for its age.`,
  reconcile: ({ recordsIn, matched = 0, mismatched = 0, single = 0 }) =>
    `${records(recordsIn)}, all that adapt produced. Of the ids ${number(matched)} matched, ${number(mismatched)} mismatched, ${number(single)} in a single source.`,
};

const notReached = everyStage(
  ({ name }, { error }) => `The run ended in ${error?.type} before ${name}.`,
);

const given: StageTemplates = {
  ran: done,
  empty: {
    ...everyStage(({ name, note }) =>
      note?.reason === 'adapt_off'
        ? `adapt is off, so ${name} was given no record.`
        : `${name} ran, and was given no record.`,
    ),
    adapt: ({ sources = 0 }) =>
      sources
        ? `${count(sources, 'source', 'sources')} without a record: nothing to adapt.`
        : 'There is no source: nothing to adapt.',
  },
  off: {
    ...everyStage(
      ({ name, note }) =>
        `${name} is off.${note?.reason === 'passed_by' ? ` ${records(note.records)} passed it untouched.` : ''}`,
    ),
    adapt: () => 'adapt is off, so there are no records.',
  },
  failed: everyStage(
    ({ recordsIn }, { error }) =>
      `The run ended in ${error?.type} here.${recordsIn ? ' What was done before that is below.' : ''}`,
  ),
  unreached: notReached,
  waiting: notReached,
  alone: everyStage(({ name, note }) =>
    note?.reason === 'sources'
      ? `${name} compares sources: it needs two, and there ${note.sources === 1 ? 'is' : 'are'} ${number(note.sources)}.`
      : `${name} compares sources: adapt is off, so it has none.`,
  ),
};

/** A list or a text that is not shown whole. */
export const list = {
  andMore: (left: number) => `… and ${number(left)} more`,
  showMore: (n: number) => `Show ${number(n)} more`,
  cutBefore: (n: number) => `${count(n, 'character', 'characters')} … `,
};

export const inspector = {
  heading: 'Records',
  stages: 'Stage',
  given,
  list: (stage: StageName) => `Records at ${stage}`,
  counted: (shown: number, all: number) =>
    shown === all ? records(all) : `${number(shown)} of ${records(all)}`,
  found: (n: number) => `${records(n)} shown.`,
  none: 'No record matches.',
  /** There is nothing to list: the stage looked at no record, or raised the exception at the first. */
  noneAtAll: 'No record to list.',
  region: 'What the stage did to the record',
  filters: {
    label: 'Filter',
    text: 'Find',
    textHint: 'text or name',
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
    fate: 'At the end',
    key: 'Key',
    timestamp: 'Timestamp',
    age: 'Age and limit',
    text: 'Record as the stages left it',
    why: 'Why',
  },
  noTimestamp: 'none',
  timestampDropped: 'dropped',
  unknown: '–',
  choose: 'Choose a record here, or put the cursor into one in the config.',
  goTo: (line: number) => `Go to line ${number(line)}`,
  showAll: (length: number) => `Show all ${count(length, 'character', 'characters')}`,
  showLess: 'Show less',
  ascii: (written: string, character: string) =>
    `${isolated(written)} is ${isolated(character)}: json.dumps writes ASCII, and all else as \\u and four hex digits.`,
  part: (from: number, to: number, all: number) =>
    `characters ${number(from)} to ${number(to)} of ${number(all)}`,
  previous: 'Previous part',
  next: 'Next part',
  adapt: {
    caption: (record: RecordName) => `What adapt did to the fields of ${placed(record)}`,
    from: 'Source record',
    to: 'After adapt',
    change: 'Change',
    nothing: '–',
    changes: {
      dropped: '✗ dropped',
      added: '+ added',
      renamed: '→ renamed',
      changed: '≠ replaced',
      kept: '= as it was',
    } satisfies Record<FieldFate, string>,
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
    dropped: (what: string) => `${what}: adapt dropped the field of this name`,
    record: 'Record after adapt',
  },
  freshness: {
    timestamp: 'timestamp',
    noTimestamp: 'none, so now stands in for it',
    timestampDropped: 'dropped by adapt, so now stands in for it',
    age: 'age',
    subtracted: (now: string, timestamp: string, age: string) => `${now} - ${timestamp} = ${age} s`,
    maxAge: 'max_age_seconds',
    seconds: (text: string) => `${text} s`,
  },
  reconcile: {
    values: (key: string) => `What the sources say under ${isolated(key)}`,
    record: 'Record',
    value: 'Value',
    overwritten: 'Overwritten by',
    aboutOverwritten: 'Only the last record of a source with this key counts.',
    open: 'Open reconciliation',
  },
};
