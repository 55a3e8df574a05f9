import { html } from 'lit';
import type { RecordDetail } from '../../engine/protocol.ts';
import type { Strings } from '../../strings/index.ts';

type Field = RecordDetail['fields'][number];
type Words = Strings['inspector']['adapt'];

/** Before and after adapt, field by field. */
export function fieldsTable({ inspector, reasons }: Strings, record: RecordDetail) {
  const words = inspector.adapt;
  return html`<table>
    <caption class="visually-hidden">${words.caption(reasons.place(record))}</caption>
    <thead>
      <tr>
        <th scope="col">${words.from}</th>
        <th scope="col">${words.to}</th>
        <th scope="col">${words.change}</th>
      </tr>
    </thead>
    <tbody>${record.fields.map((field) => row(words, field))}</tbody>
  </table>`;
}

function row(words: Words, { from, to, before, after, change }: Field) {
  return html`<tr class=${change}>
    <td>${cell(words, from, before)}</td>
    <td>${cell(words, to, after)}</td>
    <td class="change">${words.changes[change]}</td>
  </tr>`;
}

function cell(words: Words, name: string | undefined, value: string | undefined) {
  if (name === undefined) return words.nothing;
  return html`<span class="field">${name}</span> <pp-value .text=${value ?? ''}></pp-value>`;
}
