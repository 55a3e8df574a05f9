/** The columns of the lists of what differs between two runs. */
import { html } from 'lit';
import type { LogChange, OutcomePart, RecordChange, RecordOutcome } from '../../engine/protocol.ts';
import type { Column } from '../../parts/column.ts';
import { data, name, phrase } from '../../parts/data.ts';
import type { AllStrings } from '../../strings/later.ts';

const code = (text: unknown) => html`<span class="code">${text}</span>`;

/** The most characters of a line of the log. */
const MESSAGE = 2000;

export function recordColumns(strings: AllStrings): Column<RecordChange>[] {
  const words = strings.compare;
  return [
    { title: words.change, width: '6rem', cell: ({ change }) => words.changes[change] },
    {
      title: words.where,
      width: 'minmax(5rem, 1fr)',
      cell: ({ source, index }) => code(name(words.place({ source, index }))),
    },
    {
      title: words.before,
      width: 'minmax(0, 2fr)',
      wide: true,
      cell: (change) => cell(strings, change.before, change),
    },
    {
      title: words.after,
      width: 'minmax(0, 2fr)',
      wide: true,
      cell: (change) => cell(strings, change.after, change),
    },
  ];
}

export function logColumns(strings: AllStrings): Column<LogChange>[] {
  const words = strings.compare;
  return [
    { title: words.change, width: '4.5rem', cell: ({ change }) => words.lines[change] },
    { title: words.level, width: '5rem', wide: true, cell: ({ level }) => code(data(level)) },
    {
      title: words.message,
      width: 'minmax(0, 1fr)',
      cell: ({ message }) => code(data(message, MESSAGE)),
    },
  ];
}

/** The outcome of a record, and why. */
export function outcome(strings: AllStrings, of: RecordOutcome | undefined) {
  return of ? partsOf(strings, of).map(({ cell }) => cell) : none(strings);
}

/** Only what differs in the outcome of a record that both runs have, since a cell has little room. */
function cell(strings: AllStrings, own: RecordOutcome | undefined, change: RecordChange) {
  const { before, after, differs } = change;
  if (!own || !before || !after) return outcome(strings, own);
  if (differs.length === 0) return muted(strings.compare.otherText);
  const different = partsOf(strings, own).filter(({ part }) => differs.includes(part));
  return different.length > 0 ? different.map(({ cell }) => cell) : none(strings);
}

function partsOf(strings: AllStrings, of: RecordOutcome): { part: OutcomePart; cell: unknown }[] {
  const { ending, fate, freshness, verdict, missing, missingCount, duplicateOf } = of;
  const words = strings.compare;
  const { names } = strings.pieces;
  const why = [
    duplicateOf ? words.of({ place: words.place(duplicateOf) }) : '',
    missing.length > 0
      ? words.missing({ names: names({ first: missing, count: missingCount }) })
      : '',
  ].join('');
  const parts = [{ part: 'fate' as OutcomePart, cell: part(fate, words.endings[ending], why) }];
  if (freshness)
    parts.push({ part: 'freshness', cell: part(freshness, words.freshness[freshness]) });
  if (verdict)
    parts.push({
      part: 'verdict',
      cell: part(verdict, strings.reconciliation.verdicts[verdict]),
    });
  return parts;
}

const part = (look: string, word: string, why = '') =>
  html`<span class="outcome ${look}">${word}</span> ${phrase(why)} `;
const muted = (text: string) => html`<span class="muted">${text}</span>`;
const none = ({ compare }: AllStrings) => muted(compare.none);
