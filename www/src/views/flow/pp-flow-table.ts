import { html, LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import { number } from '../../strings/count.ts';
import { strings } from '../../strings/index.ts';
import { base } from '../../styles/base.ts';
import type { StageSaid } from './flow-state.ts';
import { styles } from './pp-flow-table.styles.ts';

/** The flow as a table. */
export class PpFlowTable extends LitElement {
  static readonly tag = 'pp-flow-table';
  static override styles = [base, styles];

  @property({ attribute: false }) said: readonly StageSaid[] = [];
  /** It shows an older run than the newest. */
  @property({ attribute: false }) past = false;

  override render() {
    const { columns, tableCaption, past } = strings.flow;
    return html`<table>
          <caption>${this.past ? past : tableCaption}</caption>
          <thead>
            <tr>
              <th scope="col">${columns.stage}</th>
              <th scope="col">${columns.state}</th>
              <th scope="col" class="count">${columns.in}</th>
              <th scope="col" class="count">${columns.out}</th>
              <th scope="col">${columns.found}</th>
            </tr>
          </thead>
          <tbody>${this.said.map(row)}</tbody>
        </table>`;
  }
}

function row({ stage, state, words, about, found }: StageSaid) {
  const { states, none } = strings.flow;
  // If the stage ran, its words are counts, which have their own columns.
  const counts = state === 'ran' || state === 'off' || state === 'failed';
  return html`<tr>
    <th scope="row" class="code">${stage.name}</th>
    <td>${state === 'ran' ? states.ran : words}</td>
    <td class="count">${counts ? number(stage.recordsIn) : none}</td>
    <td class="count">${counts && stage.name !== 'reconcile' ? number(stage.recordsOut) : none}</td>
    <td>${[...found.map((one) => one.words), state === 'off' ? '' : about].filter(Boolean).join(', ') || none}</td>
  </tr>`;
}
