import { html, LitElement, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { ComparisonReport, LogChange, RecordChange } from '../../engine/protocol.ts';
import type { RunView } from '../../engine/run-view.ts';
import { AllWords } from '../../parts/all-words.ts';
import type { RowEvent } from '../../parts/column.ts';
import { data } from '../../parts/data.ts';
import { send } from '../../state/events.ts';
import { base } from '../../styles/base.ts';
import { outcome as outcomes } from '../../styles/outcome.ts';
import { logColumns, outcome, recordColumns } from './compared-columns.ts';
import { styles } from './pp-compared.styles.ts';

/** The most characters of a text. */
const LONG = 2000;

/** What differs between a run and the pinned one: numbers, records, log lines. Sends `pp-reveal` to show a record. */
export class PpCompared extends LitElement {
  static readonly tag = 'pp-compared';
  static override styles = [base, outcomes, styles];

  /** The newer run. */
  @property({ attribute: false }) run!: RunView;
  @property({ attribute: false }) report!: ComparisonReport;

  @state() private chosen: RecordChange | undefined;

  #words = new AllWords(this);
  /** Replaced for every comparison: `<pp-rows>` takes a new function as a new list. */
  #fetchRecords = this.#fetcher('comparedRecords');
  #fetchLogs = this.#fetcher('comparedLogs');

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has('report')) return;
    this.chosen = undefined;
    this.#fetchRecords = this.#fetcher('comparedRecords');
    this.#fetchLogs = this.#fetcher('comparedLogs');
  }

  #fetcher<Name extends 'comparedRecords' | 'comparedLogs'>(name: Name) {
    const { run } = this;
    return (offset: number, limit: number) =>
      run.put(name, { run: run.id, given: [offset, limit] });
  }

  override render() {
    return html`${this.#numbers()} ${this.#records()} ${this.#log()}`;
  }

  #numbers() {
    const { summary, error } = this.report;
    const words = this.#words.strings.compare;
    const lines: { name: string; before?: string; after?: string }[] = [...summary];
    if (error) lines.unshift({ name: words.exception, ...error });
    if (lines.length === 0) return nothing;
    return html`<section>
      <h3 id="numbers">${words.summary}</h3>
      <table aria-labelledby="numbers">
        <thead>
          <tr>
            <th scope="col">${words.what}</th>
            <th scope="col">${words.before}</th>
            <th scope="col">${words.after}</th>
          </tr>
        </thead>
        <tbody>
          ${lines.map(
            ({ name, before, after }) => html`<tr>
              <th scope="row" class="code" translate="no">${breakable(name)}</th>
              <td class="code">${before === undefined ? words.none : data(before, LONG)}</td>
              <td class="code">${after === undefined ? words.none : data(after, LONG)}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </section>`;
  }

  #records() {
    const { recordCount } = this.report;
    const words = this.#words.strings.compare;
    return html`<section>
      <h3>
        ${words.records}
        ${recordCount > 0 ? html`<span class="muted">${words.recordCount({ n: recordCount })}</span>` : nothing}
      </h3>
      ${
        recordCount === 0
          ? html`<p class="none">${words.recordsSame}</p>`
          : html`<pp-rows
                .style="--_all: ${recordCount + 1}"
                .label=${words.records}
                .columns=${recordColumns(this.#words.strings)}
                .count=${recordCount}
                .fetch=${this.#fetchRecords}
                .chosen=${(record: RecordChange) => this.#isChosen(record)}
                @pp-pick=${(event: RowEvent<RecordChange>) => this.#choose(event.detail.item, false)}
                @pp-enter=${(event: RowEvent<RecordChange>) => this.#choose(event.detail.item, true)}
              ></pp-rows>
              ${this.chosen ? this.#record(this.chosen) : html`<p class="none muted">${words.pick}</p>`}`
      }
    </section>`;
  }

  #record(record: RecordChange) {
    const { text, line, before, after } = record;
    const words = this.#words.strings.compare;
    return html`<dl class="record">
      <dt class="muted">${words.text}</dt>
      <dd class="code">${data(text, LONG)}</dd>
      <dt class="muted">${words.before}</dt>
      <dd>${outcome(this.#words.strings, before)}</dd>
      <dt class="muted">${words.after}</dt>
      <dd>${outcome(this.#words.strings, after)}</dd>
      <dt></dt>
      <dd>${
        line === undefined
          ? words.gone
          : html`<button type="button" @click=${() => this.#choose(record, true)}>
              ${words.goTo({ line })}
            </button>`
      }</dd>
    </dl>`;
  }

  #log() {
    const { logCount } = this.report;
    const words = this.#words.strings.compare;
    return html`<section>
      <h3>
        ${words.log}
        ${logCount > 0 ? html`<span class="muted">${words.logCount({ n: logCount })}</span>` : nothing}
      </h3>
      ${
        logCount === 0
          ? html`<p class="none">${words.logSame}</p>`
          : html`<pp-rows
              .style="--_all: ${logCount + 1}"
              .label=${words.log}
              .columns=${logColumns(this.#words.strings)}
              .count=${logCount}
              .fetch=${this.#fetchLogs}
              .chosen=${(_: LogChange) => false}
            ></pp-rows>`
      }
    </section>`;
  }

  #isChosen({ change, source, index }: RecordChange): boolean {
    const { chosen } = this;
    return chosen?.change === change && chosen.source === source && chosen.index === index;
  }

  #choose(record: RecordChange, focus: boolean): void {
    this.chosen = record;
    const { start, end } = record;
    if (start !== undefined && end !== undefined) send(this, 'pp-reveal', { start, end, focus });
  }
}

/** A path of keys that may wrap after a dot or an underscore. */
const breakable = (name: string) => name.split(/(?<=[._])/).map((part) => html`${part}<wbr />`);
