import { html } from 'lit';
import type { RecordDetail } from '../../engine/protocol.ts';
import { data, phrase } from '../../parts/data.ts';
import type { AllStrings } from '../../strings/later.ts';

/** The most characters of a field's name. */
const NAME = 80;

type Field = RecordDetail['fields'][number];
type Words = AllStrings['inspector']['adapt'];

/** Before and after adapt, field by field. */
export function fieldsTable({ inspector }: AllStrings, record: RecordDetail) {
  const words = inspector.adapt;
  return html`<table>
    <caption class="visually-hidden">${phrase(words.caption(record))}</caption>
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
  return html`<span class="field">${data(name, NAME)}</span> <pp-value .text=${value ?? ''}></pp-value>`;
}
