/** A record at a stage: the symbol and the word of its outcome, and the reason with the real values. */
import type {
  ReconciliationGroup,
  RecordDetail,
  RecordPlace,
  RecordTrace,
} from '../../engine/protocol.ts';
import type { Facts, StepKind } from '../../engine/steps.ts';
import { number } from '../count.ts';

type Value = ReconciliationGroup['values'][number];

/** The characters of a cache key that are shown, enough to tell keys apart at a glance. */
const KEY_SHOWN = 4;
/** The most names that are listed. The rest is counted. */
const NAMES_SHOWN = 3;
/** The most characters of a value within a sentence, and of those before the part that differs. */
const VALUE_SHOWN = 40;
const VALUE_LEAD = 8;

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

/** The other sources of a group, divided by whether they have the same value as this one. */
function others(
  { values }: ReconciliationGroup,
  source: string,
): { same: Value[]; other: Value[] } {
  const own = values.find((value) => value.source === source);
  const rest = values.filter((value) => value !== own);
  return {
    same: rest.filter(({ text }) => text === own?.text),
    other: rest.filter(({ text }) => text !== own?.text),
  };
}

const sources = (values: readonly Value[]): string => names(values.map(({ source }) => source));

/** How the record compares with the other sources of its group. */
function compared(record: RecordTrace, kind: StepKind, { group }: Facts): string {
  const instead = record.overwrittenBy;
  if (instead) return `overwritten by ${place(instead)}`;
  const told = group && others(group, record.source);
  switch (kind) {
    case 'matched':
      return told ? `same value as ${sources(told.same)}` : 'equal values in its sources';
    case 'mismatched':
      return told ? `other value than ${sources(told.other)}` : 'its sources have different values';
    default:
      return `only ${record.source} has this id`;
  }
}

/** A value within a sentence. A long one is cut, to the part around an offset. */
function shortValue(text: string, around = 0): string {
  if (text.length <= VALUE_SHOWN) return text;
  const from = Math.max(0, around - VALUE_LEAD);
  const to = from + VALUE_SHOWN;
  return `${from > 0 ? '…' : ''}${text.slice(from, to)}${to < text.length ? '…' : ''}`;
}

/** A short form of another value that looks different from the own value's short form. */
function shortOther(own: Value, other: Value): string {
  const shown = shortValue(other.text, other.differs?.start);
  if (shown !== shortValue(own.text, own.differs?.start)) return shown;
  // These two differ later than the first difference among all sources.
  let at = 0;
  while (own.text[at] === other.text[at]) at++;
  return shortValue(other.text, at);
}

/** What the sources say under the record's id: `"pending", as in gamma, but "processing" in beta`. */
function values(record: RecordTrace, group: ReconciliationGroup): string | undefined {
  const own = group.values.find((value) => value.record === record.position);
  if (!own || group.verdict === 'single') return undefined;
  const { same, other } = others(group, own.source);
  const byText = new Map<string, [Value, ...Value[]]>();
  for (const value of other) {
    const alike = byText.get(value.text);
    if (alike) alike.push(value);
    else byText.set(value.text, [value]);
  }
  const said = [...byText.values()].map((all) => `${shortOther(own, all[0])} in ${sources(all)}`);
  return [
    shortValue(own.text, own.differs?.start),
    ...(same.length ? [`as in ${sources(same)}`] : []),
    ...(said.length ? [`but ${names(said)}`] : []),
  ].join(', ');
}

/** What is said next to the cache key. */
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
      return facts.letters
        ? `${lacks(record)}: “required_fields” is a string, which Python walks letter by letter`
        : lacks(record);
    case 'fresh':
    case 'stale':
      return aged(record, facts.maxAge, kind === 'stale');
    case 'matched':
    case 'mismatched':
    case 'single':
      return compared(record, kind, facts);
    case 'unkeyed':
      return record.id === undefined
        ? 'it has no id, so its key is empty'
        : 'its id is the empty string';
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

/** A record that no stage dropped. */
const kept = { symbol: '✓', word: 'kept' };
/** A record whose run ended in an exception before its fate was settled. */
const unsettled = { symbol: '–', word: 'not settled' };

export const reasons = { steps, kept, unsettled, place, names, lacks, why, values, repeats };
