import { html, LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import { AllWords } from '../../parts/all-words.ts';
import { base } from '../../styles/base.ts';
import { styles } from './pp-flow-table.styles.ts';
import type { StageWords } from './stage-words.ts';

/** The flow as a table. */
export class PpFlowTable extends LitElement {
  static readonly tag = 'pp-flow-table';
  static override styles = [base, styles];

  @property({ attribute: false }) said: readonly StageWords[] = [];
  /** What there is to know about the run, such as that it is an older one. */
  @property({ attribute: false }) notice = '';

  #words = new AllWords(this);

  override render() {
    const { columns, caption } = this.#words.strings.flowTable;
    return html`<table>
          <caption>${this.notice || caption}</caption>
          <thead>
            <tr>
              <th scope="col">${columns.stage}</th>
              <th scope="col">${columns.state}</th>
              <th scope="col" class="count">${columns.in}</th>
              <th scope="col" class="count">${columns.out}</th>
              <th scope="col">${columns.found}</th>
            </tr>
          </thead>
          <tbody>${this.said.map((one) => this.#row(one))}</tbody>
        </table>`;
  }

  #row({ stage, words, about, found }: StageWords) {
    const { number, flowTable: table } = this.#words.strings;
    const { name, state, note, recordsIn, recordsOut } = stage;
    // The words of a stage that ran are counts, which have their own columns.
    const counts = state === 'ran' || state === 'failed' || note?.reason === 'passed_by';
    const all = [...found.map((one) => one.words), state === 'off' ? '' : about];
    return html`<tr>
      <th scope="row" class="code" translate="no">${name}</th>
      <td>${state === 'ran' ? table.ran : words}</td>
      <td class="count">${counts ? number(recordsIn) : table.none}</td>
      <td class="count">${counts && name !== 'reconcile' ? number(recordsOut) : table.none}</td>
      <td>${all.filter(Boolean).join(', ') || table.none}</td>
    </tr>`;
  }
}

export const elements = [PpFlowTable];
