/** Keys against sources: the words of the reconciliation. */
import type { GroupReason, NoReconciliationReason, Verdict } from '../../engine/protocol.ts';
import type { Templates } from '../templates.ts';
import { count, isolated, names, number } from './format.ts';

/** Why nothing was reconciled. */
const whyNot: Templates<NoReconciliationReason> = {
  exception: () => 'Reconcile comes last. The run ended before it, so there is nothing to compare.',
  flag_off: () => 'Reconcile did not run: its flag is off.',
  adapt_off: () =>
    'Reconcile did not run: the flag of adapt is off, and without adapt there are no sources.',
  no_source: () => 'Reconcile did not run: there is no source, and it takes two to compare.',
  one_source: ({ source }) =>
    `Reconcile did not run: “${isolated(source)}” is the only source, and it takes two to compare.`,
  no_keys: () =>
    'Reconcile ran and found no key: there are no records, or every record has no id or the empty string as its id.',
};

/** A key, and the source that has it. */
const keyOf = ({ key, values }: { key: string; values: readonly { source: string }[] }): string =>
  `“${isolated(key)}” in ${names({ first: values.map(({ source }) => source).slice(0, 3), count: values.length })}`;

export const reconciliation = {
  reconciliation: {
    heading: 'Reconciliation',
    keys: (shown: number, all: number) =>
      shown === all
        ? count(all, 'key', 'keys')
        : `${number(shown)} of ${count(all, 'key', 'keys')}`,
    grid: 'Keys against sources',
    key: 'Key',
    values: 'Values',
    verdict: 'Verdict',
    verdicts: {
      matched: '= matched',
      mismatched: '≠ mismatched',
      single: '· single source',
    } satisfies Record<Verdict, string>,
    /** A source has no record with the key. */
    none: '–',
    noneSaid: 'no record',
    /** Other sources have something that is missing here. */
    gap: 'nothing',
    overwrote: (n: number) => `↺${number(n)}`,
    overwroteSaid: (n: number) => ` ${count(n, 'earlier record', 'earlier records')} overwritten: `,
    cut: '…',

    filters: 'Verdicts',
    all: 'all',
    find: 'Find in keys and values',
    source: 'Source',
    anySource: 'any source',
    found: (n: number) => `${count(n, 'key', 'keys')} shown.`,
    nothingFound: 'No key matches these filters.',
    reset: 'Show all keys',

    whyNot,
    switchOn: (stage: string) => `Switch ${stage} on`,

    pick: 'Choose a key to see its values in full.',
    /** Why a key has its verdict. */
    about: {
      same: 'All sources that have this key say the same, character by character.',
      single: 'Only one source has this key, so there is nothing to compare it with.',
      order:
        'The same keys and values in another order. json.dumps keeps the order, and the texts are compared: a mismatch.',
      number:
        'Equal numbers for Python, but json.dumps writes them differently, and the texts are compared: a mismatch.',
      value: 'The texts differ where they are marked.',
    } satisfies Record<GroupReason, string>,
    /** The ids have different types. */
    mixed: 'Some of these ids are strings and some are not: str() makes the same key of both.',
    alike: (others: readonly { key: string; values: readonly { source: string }[] }[]) =>
      `Reads like ${others.map(keyOf).join(', ')}, but is another key: Python compares each character, also those that cannot be seen.`,
    place: (index: number, line: number) => `records[${number(index)}], line ${number(line)}`,
    goTo: (source: string, index: number, line: number) =>
      `Go to ${isolated(source)} records[${number(index)}], line ${number(line)}`,
    before: 'before:',
    lastCounts: 'The last record of a source counts. It overwrote what the source said before.',
    moreBefore: (n: number) => `… and ${count(n, 'earlier record', 'earlier records')}.`,
    cutFull: (n: number) => ` … ${count(n, 'more character', 'more characters')} … `,
  },
};
