/** Keys against sources: the words of the reconciliation. */
import type { GroupReason, NoReconciliationReason, Verdict } from '../engine/protocol.ts';
import type { Later } from './later-messages.ts';
import type { Pieces } from './pieces.ts';
import type { Templates } from './templates.ts';

/** A key, and the sources that have it. */
interface Key {
  key: string;
  values: readonly { source: string }[];
}

export function reconciliationIn({ reconciliation: words }: Later, { names }: Pieces) {
  /** Why nothing was reconciled. */
  const whyNot: Templates<NoReconciliationReason> = words.whyNot;
  /** Why a key has its verdict. */
  const about: Record<GroupReason, string> = words.about;
  const verdicts: Record<Verdict, string> = words.verdicts;

  const keyIn = ({ key, values }: Key): string =>
    words.keyIn({
      key,
      names: names({ first: values.map(({ source }) => source).slice(0, 3), count: values.length }),
    });
  return {
    ...words,
    whyNot,
    about,
    verdicts,
    /** `5 keys`, `2 of 5 keys` */
    keys: (shown: number, all: number): string =>
      shown === all ? words.keys({ all }) : words.keysOf({ shown, all }),
    alike: (others: readonly Key[]): string => words.alike({ keys: others.map(keyIn).join(', ') }),
  };
}
