import { html } from 'lit';
import type { RecordDetail } from '../../engine/protocol.ts';
import { data, phrase } from '../../parts/data.ts';
import type { AllStrings } from '../../strings/later.ts';
import type { Part } from './pp-value.ts';

/** The most characters of a field's name. */
const NAME = 80;

export type Field = RecordDetail['fields'][number];
type Words = AllStrings['inspector']['adapt'];

/** Before and after adapt, field by field. */
export function fieldsTable(
  { inspector, reasons }: AllStrings,
  record: RecordDetail,
  fields: readonly Field[],
  partOf: (field: number) => Part,
) {
  const words = inspector.adapt;
  return html`<table>
    <caption class="visually-hidden">${phrase(words.caption({ place: reasons.place(record) }))}</caption>
    <thead>
      <tr>
        <th scope="col">${words.from}</th>
        <th scope="col">${words.to}</th>
        <th scope="col">${words.change}</th>
      </tr>
    </thead>
    <tbody>${fields.map((field, index) => row(words, field, partOf(index)))}</tbody>
  </table>`;
}

function row(words: Words, { from, to, before, after, length, change }: Field, part: Part) {
  const cell = (name: string | undefined, value = '') =>
    name === undefined
      ? words.nothing
      : html`<span class="field">${data(name, NAME)}</span> ${
          // The source's name can be cut too, but is not worth reading on.
          length !== undefined && value === before
            ? html`<pp-value .text=${value} .length=${length} .rest=${part}></pp-value>`
            : html`<pp-value .text=${value}></pp-value>`
        }`;
  return html`<tr class=${change}>
    <td>${cell(from, before)}</td>
    <td>${cell(to, after)}</td>
    <td class="change">${words.changes[change]}</td>
  </tr>`;
}
