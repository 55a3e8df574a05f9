/** The columns of the matrix: a key, what each source says under it, and the verdict. */
import { html, nothing } from 'lit';
import type { ReconciliationGroup, Verdict } from '../../engine/protocol.ts';
import { absent } from '../../parts/cells.ts';
import type { Column } from '../../parts/column.ts';
import { data, name } from '../../parts/data.ts';
import type { AllStrings } from '../../strings/later.ts';
import { type Cut, differing } from './differing.ts';

type Group = ReconciliationGroup;
type Value = Group['values'][number];
type Words = AllStrings['reconciliation'];

/** The most sources that get a column each, however wide the page is. */
const MOST_SOURCES = 6;
/** The most sources that are listed in a cell. There is room for fewer. */
const MOST_LISTED = 8;
/** The most characters of a source's name before its value. */
const SOURCE_NAME = 24;
/** The width in rem of a source's column, and of all other columns together. */
const SOURCE = 6;
const REST = 17;

/** The part of a text that a cell renders. The stylesheet cuts it at the cell's end. */
const cell = ({ cut, gap }: Words): Cut => ({ lead: 10, room: 80, left: () => cut, gap });

/** Whether a column for each source fits into this width. */
export const fits = (sources: number, rem: number): boolean =>
  sources <= MOST_SOURCES && REST + sources * SOURCE <= rem;

/** The columns. `each`: a column for each source; otherwise one column lists them all. */
export function columnsOf(
  strings: AllStrings,
  sources: readonly string[],
  each: boolean,
): Column<Group>[] {
  const words = strings.reconciliation;
  const values: Column<Group>[] = each
    ? sources.map((source) => ({
        title: name(strings.sourceName(source)),
        width: 'minmax(5rem, 1fr)',
        cell: ({ values }) =>
          value(
            words,
            values.find((one) => one.source === source),
          ),
      }))
    : [
        {
          title: words.values,
          width: 'minmax(0, 3fr)',
          wide: true,
          cell: (group) => listed(strings, group),
        },
      ];
  return [
    { title: words.key, width: 'minmax(4rem, 1fr)', cell: ({ key }) => code(name(key)) },
    ...values,
    { title: words.verdict, width: '8rem', cell: ({ verdict }) => verdictOf(words, verdict) },
  ];
}

export function verdictOf({ verdicts }: Words, verdict: Verdict) {
  return html`<span class="outcome ${verdict}">${verdicts[verdict]}</span>`;
}

const code = (text: unknown) => html`<span class="code" translate="no">${text}</span>`;

function listed(strings: AllStrings, { values, valueCount }: Group) {
  const shown = values.slice(0, MOST_LISTED);
  const left = valueCount - shown.length;
  return html`${shown.map(
    (one, i) =>
      html`${i > 0 ? ' · ' : nothing}<span class="muted">${data(strings.sourceName(one.source), SOURCE_NAME)}:</span> ${value(strings.reconciliation, one)}`,
  )}${left > 0 ? ` ${strings.list.andMore({ left })}` : nothing}`;
}

function value(words: Words, one: Value | undefined) {
  if (!one) return absent(words.none, words.noneSaid);
  return html`${overwrote(words, one.overwroteCount)}${code(differing(one, cell(words)))}`;
}

function overwrote(words: Words, n: number) {
  if (n === 0) return nothing;
  return html`<span class="muted"
    >${words.overwrote({ n })}<span class="visually-hidden">${words.overwroteSaid({ n })}</span></span
  > `;
}
