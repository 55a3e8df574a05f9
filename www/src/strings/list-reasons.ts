/** The reason for a record's outcome at a stage, for lists. */
import { isolated } from './isolated.ts';
import type { Later } from './later-messages.ts';
import { type Pieces, placed } from './pieces.ts';
import type { Reasons } from './reasons.ts';

/** The most characters of a value, which the engine has cut around the difference. */
const VALUE = 60;

export function listReasonsIn({ whyInList: words }: Later, why: Reasons, pieces: Pieces) {
  const whyInList: Reasons = { ...why, values_compared: valuesIn(words, pieces) };
  /** For a list that has a column for the key. */
  const whyBesideKey: Reasons = {
    ...why,
    first_with_key: words.firstWithThisKey,
    same_key: ({ original }) => words.repeats({ original: placed(original) }),
    flag_off: '',
  };
  return { whyInList, whyBesideKey };
}

/** A list has room for the values: `"pending", as in gamma, but "processing" in beta`. */
const valuesIn =
  (words: Later['whyInList'], { list, names }: Pieces): Reasons['values_compared'] =>
  ({ values: { own, same, others, otherCount } }) => {
    const first = others.map(({ text, sources }) =>
      words.valueIn({ value: isolated(text, VALUE), names: names(sources) }),
    );
    return [
      isolated(own, VALUE),
      ...(same.count ? [words.asIn({ names: names(same) })] : []),
      ...(otherCount ? [words.but({ values: list({ first, count: otherCount }) })] : []),
    ].join(', ');
  };
