/** A record at a stage: the symbol and the word of its outcome, and the reason with the real values. */
import type { Ending, MissingField, RecordStep, Step, StepReason } from '../engine/protocol.ts';
import { isolated } from './isolated.ts';
import type { PartMessages } from './parts-messages.ts';
import { type Pieces, place, placed } from './pieces.ts';
import type { Templates } from './templates.ts';

export type Reasons = Templates<StepReason, RecordStep>;

const STEPS: Record<Step, string> = {
  adapted: '✓',
  passed: '→',
  unseen: '✓',
  duplicate: '≡',
  complete: '✓',
  invalid: '✗',
  fresh: '✓',
  stale: '!',
  matched: '=',
  mismatched: '≠',
  single: '·',
  unkeyed: '–',
  alone: '–',
  off: '–',
  dropped: '–',
  unreached: '–',
  raised: '✗',
};

const ENDINGS: Record<Ending, string> = { kept: '✓', unsettled: '–', duplicate: '≡', invalid: '✗' };

interface Mark {
  symbol: string;
  word: string;
}

/** The symbols, each with its word. */
function marks<Name extends string>(symbols: Record<Name, string>, words: Record<Name, string>) {
  const names = Object.keys(symbols) as Name[];
  const entries = names.map((name) => [name, { symbol: symbols[name], word: words[name] }]);
  return Object.fromEntries(entries) as Record<Name, Mark>;
}

/** The most characters of an exception's message. */
const MESSAGE = 500;
/** How many characters of a cache key are shown: enough to distinguish keys at a glance. */
const KEY_SHOWN = 4;
const shortKey = (key: string): string =>
  key.length > KEY_SHOWN ? `${key.slice(0, KEY_SHOWN)}…` : key;

export function reasonsIn(messages: PartMessages, pieces: Pieces) {
  const why = whyIn(messages, pieces);
  return {
    steps: marks(STEPS, messages.steps),
    endings: marks(ENDINGS, messages.endings),
    place,
    why,
  };
}

function whyIn({ why: words }: PartMessages, { list, names, seconds }: Pieces): Reasons {
  /** `value is None, id is absent, note is absent (dropped by adapt) and 3 more` */
  const lacks = (fields: readonly MissingField[], count: number): string =>
    list({
      first: fields.map((field) => (field.dropped ? words.missingDropped : words.missing)(field)),
      count,
    });
  return {
    ...words,
    fields_dropped: ({ names: gone }) =>
      gone.count ? words.fields_dropped({ names: names(gone) }) : words.noneDropped,
    no_adapter({ hasId, hasValue }) {
      if (hasId && hasValue) return words.no_adapter;
      return words.noAdapterNeeds({ lacking: hasId ? 'value' : hasValue ? 'id' : 'both' });
    },
    first_with_key: ({ key }) => words.first_with_key({ key: shortKey(key) }),
    same_key: ({ key, original }) =>
      words.same_key({ key: shortKey(key), original: placed(original) }),
    fields_missing({ fields, count, letters }) {
      const missing = lacks(fields, count);
      return letters ? words.letters({ fields: missing }) : missing;
    },
    age_compared({ age, limit, order: sign, timed, dropped }) {
      const rule = words.age_compared({ age: seconds(age), sign, limit });
      if (timed) return rule;
      return (dropped ? words.timestampDropped : words.noTimestamp)({ rule });
    },
    overwritten: ({ by }) => words.overwritten({ by: placed(by) }),
    values_compared: ({ values: { same, other } }) =>
      other.count ? words.differs({ names: names(other) }) : words.same({ names: names(same) }),
    /** For too many sources to list. */
    many_values: (_, { step }) => (step === 'matched' ? words.manyMatched : words.manyMismatched),
    flag_off: (_, { stage }) => words.flag_off({ stage }),
    raised: ({ exception, message }) =>
      words.raised({ exception, message: isolated(message, MESSAGE) }),
  };
}
