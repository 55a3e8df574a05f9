/** The columns of the lists of what differs between two runs. */
import { html } from 'lit';
import type { LogChange, RecordChange, RecordOutcome } from '../../engine/protocol.ts';
import type { Column } from '../../parts/column.ts';
import { strings } from '../../strings/index.ts';

const code = (text: string) => html`<span class="code">${text}</span>`;

export function recordColumns(): Column<RecordChange>[] {
  const words = strings.compare;
  return [
    { title: words.change, width: '6rem', cell: ({ change }) => words.changes[change] },
    {
      title: words.where,
      width: 'minmax(5rem, 1fr)',
      cell: ({ source, index }) => code(words.place(source, index)),
    },
    {
      title: words.before,
      width: 'minmax(0, 2fr)',
      wide: true,
      cell: ({ before, after }) => unlike(before, after),
    },
    {
      title: words.after,
      width: 'minmax(0, 2fr)',
      wide: true,
      cell: ({ before, after }) => unlike(after, before),
    },
  ];
}

export function logColumns(): Column<LogChange>[] {
  const words = strings.compare;
  return [
    { title: words.change, width: '4.5rem', cell: ({ change }) => words.lines[change] },
    { title: words.level, width: '5rem', wide: true, cell: ({ level }) => code(level) },
    { title: words.message, width: 'minmax(0, 1fr)', cell: ({ message }) => code(message) },
  ];
}

/** A part of an outcome: its class, its word, and the reason. */
interface Part {
  look: string;
  word: string;
  why: string;
}

/** The outcome of a record, and why. */
export function outcome(of: RecordOutcome | undefined) {
  return of ? partsOf(of).map(part) : none();
}

/** Only the parts of an outcome that the other one does not have, since a cell has little room. */
function unlike(own: RecordOutcome | undefined, other: RecordOutcome | undefined) {
  if (!own || !other) return outcome(own);
  const parts = partsOf(own);
  const shared = partsOf(other).map(said);
  const different = parts.filter((one) => !shared.includes(said(one)));
  if (different.length > 0) return different.map(part);
  return shared.length === parts.length ? muted(strings.compare.otherText) : none();
}

function partsOf({ fate, freshness, verdict, missing, duplicateOf }: RecordOutcome): Part[] {
  const words = strings.compare;
  const why = [
    duplicateOf ? words.of(duplicateOf.source, duplicateOf.index) : '',
    missing.length > 0 ? words.missing(missing) : '',
  ].join('');
  const parts = [{ look: fate as string, word: words.fates[fate], why }];
  if (freshness) parts.push({ look: freshness, word: words.freshness[freshness], why: '' });
  if (verdict)
    parts.push({ look: verdict, word: strings.reconciliation.verdicts[verdict], why: '' });
  return parts;
}

const said = ({ word, why }: Part): string => `${word} ${why}`;
const part = ({ look, word, why }: Part) =>
  html`<span class="outcome ${look}">${word}</span> ${why} `;
const muted = (text: string) => html`<span class="muted">${text}</span>`;
const none = () => muted(strings.compare.none);
