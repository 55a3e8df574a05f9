/** The columns of what differs between two runs. */
import { html, nothing } from 'lit';
import type { ComparisonMethod, Questions, RecordOutcome } from '../engine/protocol.ts';
import { strings } from '../strings/index.ts';
import type { Column } from './pp-rows.ts';
import { verdictOf } from './reconciliation-columns.ts';

/** One of the things that a method of the comparison lists. */
type Listed<Name extends ComparisonMethod> = NonNullable<
  Questions[`compared${Capitalize<Name>}`]['answer']
>[number];
export type ComparedRecord = Listed<'records'>;
export type ComparedLine = Listed<'logs'>;

const code = (text: string) => html`<span class="code">${text}</span>`;

export function recordColumns(): Column<ComparedRecord>[] {
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
      cell: ({ before }) => outcome(before),
    },
    {
      title: words.after,
      width: 'minmax(0, 2fr)',
      wide: true,
      cell: ({ after }) => outcome(after),
    },
  ];
}

export function logColumns(): Column<ComparedLine>[] {
  const words = strings.compare;
  return [
    { title: words.change, width: '4.5rem', cell: ({ change }) => words.lines[change] },
    { title: words.level, width: '5rem', wide: true, cell: ({ level }) => code(level) },
    { title: words.message, width: 'minmax(0, 1fr)', cell: ({ message }) => code(message) },
  ];
}

/** What became of a record, and why. */
export function outcome(of: RecordOutcome | undefined) {
  const words = strings.compare;
  if (!of) return html`<span class="muted">${words.none}</span>`;
  const { fate, freshness, verdict, missing, duplicateOf } = of;
  const why = [
    duplicateOf && words.of(duplicateOf.source, duplicateOf.index),
    missing.length > 0 && words.missing(missing),
  ].filter(Boolean);
  return html`<span class="outcome ${fate}">${words.fates[fate]}</span> ${why.join(', ')}
    ${freshness ? html`<span class="outcome ${freshness}">${words.freshness[freshness]}</span>` : nothing}
    ${verdict ? verdictOf(verdict) : nothing}`;
}
