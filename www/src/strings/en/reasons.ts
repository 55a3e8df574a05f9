/** What is said of a record at a stage: the outcome's symbol and word, and the reason with its real values. */
import type {
  ReconciliationGroup,
  RecordDetail,
  RecordPlace,
  RecordTrace,
} from '../../engine/protocol.ts';
import type { Facts, StepKind } from '../../steps.ts';
import { number } from '../count.ts';

/** Characters of a cache key that are enough to tell it from others at a glance. */
const KEY_SHOWN = 4;
/** Names that are listed before the rest is only counted. */
const NAMES_SHOWN = 3;
/** Characters of a value among words. */
const VALUE_SHOWN = 40;

const steps: Record<StepKind, { symbol: string; word: string }> = {
  adapted: { symbol: '✓', word: 'adapted' },
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

const place = ({ source, index }: Pick<RecordPlace, 'source' | 'index'>): string =>
  `${source}[${index}]`;

const shortKey = (key = ''): string =>
  key.length > KEY_SHOWN ? `${key.slice(0, KEY_SHOWN)}…` : key;

function names(all: readonly string[]): string {
  const more = all.length - NAMES_SHOWN;
  if (more <= 0) return all.join(', ');
  return `${all.slice(0, NAMES_SHOWN).join(', ')} and ${number(more)} more`;
}

/** `value is None, id is absent` */
const lacks = ({ missing, absent }: RecordTrace): string =>
  missing.map((field) => `${field} is ${absent.includes(field) ? 'absent' : 'None'}`).join(', ');

function aged({ age = '', timestamp }: RecordTrace, maxAge: string, stale: boolean): string {
  // Python's comparison with NaN is false, so that neither > nor ≤ holds.
  const unordered = [age, maxAge].some((text) => text.toLowerCase().includes('nan'));
  const sign = stale ? '>' : unordered ? 'is not >' : '≤';
  const rule = `age ${age} s ${sign} ${maxAge} s`;
  return timestamp === undefined ? `no timestamp: ${rule}` : rule;
}

function dropped({ fields }: RecordDetail): string {
  const gone = fields.filter(({ to }) => to === undefined).map(({ from = '' }) => from);
  return gone.length ? `${names(gone)} dropped` : 'no field dropped';
}

/** What the other sources of the group have to do with it. */
function compared(record: RecordTrace, kind: StepKind, { group }: Facts): string {
  const instead = record.overwrittenBy;
  if (instead) return `overwritten by ${place(instead)}`;
  const others = group?.values.map(({ source }) => source).filter((one) => one !== record.source);
  switch (kind) {
    case 'matched':
      return others ? `same value as ${names(others)}` : 'equal values in its sources';
    case 'mismatched':
      return others ? `other value than ${names(others)}` : 'its sources have different values';
    default:
      return `only ${record.source} has this id`;
  }
}

const shortValue = (text: string): string =>
  text.length > VALUE_SHOWN ? `${text.slice(0, VALUE_SHOWN)}…` : text;

/** What the sources say under the record's id: `"pending", but "processing" in beta`. */
function values(record: RecordTrace, { values, verdict }: ReconciliationGroup): string | undefined {
  const own = values.find((value) => value.record === record.position);
  if (!own || verdict === 'single') return undefined;
  const others = values.filter((value) => value !== own);
  if (verdict === 'matched')
    return `${shortValue(own.text)}, as in ${names(others.map(({ source }) => source))}`;
  const said = others.map(({ text, source }) => `${shortValue(text)} in ${source}`);
  return `${shortValue(own.text)}, but ${names(said)}`;
}

/** Beside the key itself, what of it. */
const repeats = ({ original }: RecordTrace): string =>
  original ? `repeats ${place(original)}` : 'first with this key';

function why(kind: StepKind, record: RecordTrace | RecordDetail, facts: Facts): string {
  switch (kind) {
    case 'adapted':
      return 'fields' in record ? dropped(record) : '';
    case 'unseen':
      return `first with key ${shortKey(record.key)}`;
    case 'duplicate':
      return record.original
        ? `same key ${shortKey(record.key)} as ${place(record.original)}`
        : `same key ${shortKey(record.key)} as an earlier record`;
    case 'complete':
      return 'no required field missing';
    case 'invalid':
      return lacks(record);
    case 'fresh':
    case 'stale':
      return aged(record, facts.maxAge, kind === 'stale');
    case 'matched':
    case 'mismatched':
    case 'single':
      return compared(record, kind, facts);
    case 'unkeyed':
      return 'its id is the empty string';
    case 'alone':
      return 'needs two sources';
    case 'off':
      return `${facts.stage} is off`;
    case 'dropped':
      return `${record.fate === 'duplicate' ? 'cache' : 'validate'} dropped it`;
    case 'unreached':
      return 'the exception came first';
    case 'raised':
      return facts.error ? `${facts.error.type}: ${facts.error.message}` : '';
  }
}

/** How often rows say it: a record that all stages left in. */
const kept = { symbol: '✓', word: 'kept' };
/** A record that an exception left on its way. */
const unsettled = { symbol: '–', word: 'not settled' };

export const reasons = { steps, kept, unsettled, place, names, lacks, why, values, repeats };
