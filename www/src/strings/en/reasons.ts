/** A record at a stage: the symbol and the word of its outcome, and the reason with the real values. */
import type { Ending, MissingField, RecordStep, Step, StepReason } from '../../engine/protocol.ts';
import type { Templates } from '../templates.ts';
import { isolated, list, names, place, placed, seconds } from './format.ts';

type Reasons = Templates<StepReason, RecordStep>;

interface Mark {
  symbol: string;
  word: string;
}

const steps: Record<Step, Mark> = {
  adapted: { symbol: '✓', word: 'adapted' },
  passed: { symbol: '→', word: 'passed through' },
  unseen: { symbol: '✓', word: 'new' },
  duplicate: { symbol: '≡', word: 'duplicate' },
  complete: { symbol: '✓', word: 'complete' },
  invalid: { symbol: '✗', word: 'invalid' },
  fresh: { symbol: '✓', word: 'fresh' },
  stale: { symbol: '!', word: 'stale' },
  matched: { symbol: '=', word: 'matched' },
  mismatched: { symbol: '≠', word: 'mismatched' },
  single: { symbol: '·', word: 'single source' },
  unkeyed: { symbol: '–', word: 'skipped' },
  alone: { symbol: '–', word: 'not run' },
  off: { symbol: '–', word: 'bypassed' },
  dropped: { symbol: '–', word: 'not reached' },
  unreached: { symbol: '–', word: 'not reached' },
  raised: { symbol: '✗', word: 'exception' },
};

const endings: Record<Ending, Mark> = {
  kept: { symbol: '✓', word: 'kept' },
  unsettled: { symbol: '–', word: 'not settled' },
  duplicate: { symbol: '≡', word: 'duplicate' },
  invalid: { symbol: '✗', word: 'invalid' },
};

/** The most characters of a value, which the engine has cut around the difference. */
const VALUE = 60;
/** How many characters of a cache key are shown: enough to distinguish keys at a glance. */
const KEY_SHOWN = 4;
const shortKey = (key: string): string =>
  key.length > KEY_SHOWN ? `${key.slice(0, KEY_SHOWN)}…` : key;

/** `value is None, id is absent, note is absent (dropped by adapt) and 3 more` */
const lacks = (fields: readonly MissingField[], count: number): string =>
  list({
    first: fields.map(
      ({ name, absent, dropped }) =>
        `${isolated(name)} is ${absent ? 'absent' : 'None'}${dropped ? ' (dropped by adapt)' : ''}`,
    ),
    count,
  });

/** In Python, a comparison with NaN is false, so neither > nor ≤ holds. */
const signs: Record<Extract<StepReason, { reason: 'age_compared' }>['order'], string> = {
  above: '>',
  not_above: '≤',
  unordered: 'is not >',
};

/** For too many sources to list. */
const manyValues: Partial<Record<Step, string>> = {
  matched: 'equal values in its sources',
  mismatched: 'its sources have different values',
};

const why: Reasons = {
  fields_dropped: ({ names: gone }) => (gone.count ? `${names(gone)} dropped` : 'no field dropped'),
  no_adapter({ hasId, hasValue }) {
    const lacking = [...(hasId ? [] : ['id']), ...(hasValue ? [] : ['value'])].join(' and ');
    return `no adapter knows its source${lacking && `: it would need its own ${lacking}`}`;
  },
  first_with_key: ({ key }) => `first with key ${shortKey(key)}`,
  same_key: ({ key, original }) => `same key ${shortKey(key)} as ${placed(original)}`,
  nothing_missing: () => 'no required field missing',
  fields_missing: ({ fields, count, letters }) =>
    letters
      ? `${lacks(fields, count)}: “required_fields” is a string, which Python walks letter by letter`
      : lacks(fields, count),
  age_compared({ age, limit, order, timed, dropped }) {
    const rule = `age ${seconds(age)} ${signs[order]} ${limit} s`;
    return timed ? rule : `${dropped ? 'adapt dropped its timestamp' : 'no timestamp'}: ${rule}`;
  },
  overwritten: ({ by }) => `overwritten by ${placed(by)}`,
  values_compared: ({ values: { same, other } }) =>
    other.count ? `differs from ${names(other)}` : `same value as ${names(same)}`,
  many_values: (_, { step }) => manyValues[step] ?? '',
  only_source: ({ source }) => `only ${isolated(source)} has this id`,
  no_id: () => 'it has no id, so its key is empty',
  empty_id: () => 'its id is the empty string',
  needs_two_sources: () => 'needs two sources',
  flag_off: (_, { stage }) => `${stage} is off`,
  dropped_by: ({ stage }) => `${stage} dropped it`,
  exception_first: () => 'the exception came first',
  raised: ({ exception, message }) => `${exception}: ${isolated(message, 500)}`,
};

/** A list has room for the values: `"pending", as in gamma, but "processing" in beta`. */
const whyInList: Reasons = {
  ...why,
  values_compared({ values: { own, same, others, otherCount } }) {
    const first = others.map(
      ({ text, sources }) => `${isolated(text, VALUE)} in ${names(sources)}`,
    );
    return [
      isolated(own, VALUE),
      ...(same.count ? [`as in ${names(same)}`] : []),
      ...(otherCount ? [`but ${list({ first, count: otherCount })}`] : []),
    ].join(', ');
  },
};

/** For a list that has a column for the key. */
const whyBesideKey: Reasons = {
  ...why,
  first_with_key: () => 'first with this key',
  same_key: ({ original }) => `repeats ${placed(original)}`,
  flag_off: () => '',
};

export const reasons = { steps, endings, place, why, whyInList, whyBesideKey };
