import { html, nothing } from 'lit';
import type { ReconciliationGroup, RecordDetail, RecordPlace } from '../../engine/protocol.ts';
import { data, phrase } from '../../parts/data.ts';
import type { AllStrings } from '../../strings/later.ts';
import type { Part } from './pp-value.ts';

/** The most characters of a record's name. */
const PLACE = 60;

/** Each source's value for a record's reconciliation key. `link` renders a button that goes to a record. */
export function valuesTable(
  { inspector, reasons, list }: AllStrings,
  { key, values, valueCount }: ReconciliationGroup,
  record: RecordDetail,
  link: (place: RecordPlace) => unknown,
  partOf: (record: number) => Part,
) {
  const words = inspector.reconcile;
  // Of very many sources, the group's report has only some.
  const isListed = values.some((one) => one.record === record.position);
  const rows = isListed || record.overwrittenBy ? values : [...values, ownValue(record)];
  const left = valueCount - rows.length;
  return html`<table>
    <caption>${phrase(words.values({ key }))}</caption>
    <thead>
      <tr>
        <th scope="col">${words.record}</th>
        <th scope="col">${words.value}</th>
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ({ record: position, text, from, length, ...place }) => html`<tr>
          <td>
            ${
              position === record.position
                ? html`<b>${data(reasons.place(place), PLACE)}</b>`
                : link({ position, ...place })
            }
          </td>
          <td>${from ? list.cutBefore({ n: from }) : nothing}<pp-value
              .text=${text}
              .length=${length === undefined ? undefined : length - (from ?? 0)}
              .rest=${(offset: number, limit: number) => partOf(position)(offset + (from ?? 0), limit)}
            ></pp-value></td>
        </tr>`,
      )}
    </tbody>
  </table>
  ${left > 0 ? html`<p class="muted">${list.andMore({ left })}</p>` : nothing}`;
}

type Row = Pick<
  ReconciliationGroup['values'][number],
  'record' | 'index' | 'line' | 'start' | 'end' | 'source' | 'text' | 'from' | 'length'
>;

/** What a record says that is not among the values of its group's report. */
function ownValue({
  position,
  index,
  line,
  start,
  end,
  source,
  fields,
  fieldCount,
}: RecordDetail): Row {
  const value = fields.find(({ to }) => to === 'value');
  const place = { record: position, index, line, start, end, source };
  const length = value?.length;
  return {
    ...place,
    text: value?.after ?? (fieldCount > fields.length ? '…' : 'null'),
    ...(length !== undefined && { length }),
  };
}
