import { html } from 'lit';
import type { ReconciliationGroup, RecordPlace, RecordTrace } from '../../engine/protocol.ts';
import { data, phrase } from '../../parts/data.ts';
import type { AllStrings } from '../../strings/later.ts';

/** The most characters of a record's name. */
const PLACE = 60;

/** Each source's value for a record's reconciliation key. `link` renders a button that goes to a record. */
export function valuesTable(
  { inspector, reasons }: AllStrings,
  { key, values }: ReconciliationGroup,
  record: RecordTrace,
  link: (place: RecordPlace) => unknown,
) {
  const words = inspector.reconcile;
  return html`<table>
    <caption>${phrase(words.values(key))}</caption>
    <thead>
      <tr>
        <th scope="col">${words.record}</th>
        <th scope="col">${words.value}</th>
      </tr>
    </thead>
    <tbody>
      ${values.map(
        ({ record: position, text, ...place }) => html`<tr>
          <td>
            ${
              position === record.position
                ? html`<b>${data(reasons.place(place), PLACE)}</b>`
                : link({ position, ...place })
            }
          </td>
          <td><pp-value .text=${text}></pp-value></td>
        </tr>`,
      )}
    </tbody>
  </table>`;
}
