import { html } from 'lit';
import type { RecordDetail } from '../../engine/protocol.ts';
import { strings } from '../../strings/index.ts';

type Field = RecordDetail['fields'][number];
type Change = keyof typeof strings.inspector.adapt.changes;

function changeOf({ from, to, before, after }: Field): Change {
  if (to === undefined) return 'dropped';
  if (from === undefined) return 'added';
  if (from !== to) return 'renamed';
  return before === after ? 'kept' : 'changed';
}

/** Before and after adapt, field by field. */
export function fieldsTable(record: RecordDetail) {
  const words = strings.inspector.adapt;
  return html`<table>
    <caption class="visually-hidden">${words.caption(strings.reasons.place(record))}</caption>
    <thead>
      <tr>
        <th scope="col">${words.from}</th>
        <th scope="col">${words.to}</th>
        <th scope="col">${words.change}</th>
      </tr>
    </thead>
    <tbody>${record.fields.map(row)}</tbody>
  </table>`;
}

function row(field: Field) {
  const { from, to, before, after } = field;
  const change = changeOf(field);
  return html`<tr class=${change}>
    <td>${cell(from, before)}</td>
    <td>${cell(to, after)}</td>
    <td class="change">${strings.inspector.adapt.changes[change]}</td>
  </tr>`;
}

function cell(name: string | undefined, value: string | undefined) {
  if (name === undefined) return strings.inspector.adapt.nothing;
  return html`<span class="field">${name}</span> <pp-value .text=${value ?? ''}></pp-value>`;
}
