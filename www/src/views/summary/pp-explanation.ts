import { html, LitElement, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type {
  NumberReport,
  RecordTrace,
  Report,
  StageName,
  SummaryNumber,
} from '../../engine/protocol.ts';
import type { RunView } from '../../engine/run-view.ts';
import { AllWords } from '../../parts/all-words.ts';
import { idCell } from '../../parts/cells.ts';
import { endingChip, stepChip } from '../../parts/chips.ts';
import type { Column, Fetch, RowEvent } from '../../parts/column.ts';
import { cut, phrase } from '../../parts/data.ts';
import { KeepFocus } from '../../parts/keep-focus.ts';
import { lineColumn, placeColumn } from '../../parts/record-columns.ts';
import { stepAt } from '../../parts/step-at.ts';
import { send } from '../../state/events.ts';
import { say } from '../../strings/index.ts';
import type { AllStrings } from '../../strings/later.ts';
import { base } from '../../styles/base.ts';
import { styles } from './pp-explanation.styles.ts';

/** A list of the records that a number counts. */
interface Part {
  /** The number. */
  of: NumberReport;
  count: number;
  fetch: Fetch<RecordTrace>;
}

/** What is shown, from one run. */
interface Listed {
  number: NumberReport;
  report: Report;
  parts: readonly Part[];
}

/**
 * Explains a number of the summary: what it counts, the rule with the actual values, and the records that it counts.
 * Picking a row shows its record in the editor, and Enter moves the focus there (`pp-reveal`). Sends `pp-explained`
 * when another number is explained, and says what it is.
 */
export class PpExplanation extends LitElement {
  static readonly tag = 'pp-explanation';
  static override styles = [base, styles];

  @property({ attribute: false }) run!: RunView;
  @property({ attribute: false }) number: SummaryNumber | undefined;

  @state() private listed: Listed | undefined;
  @state() private picked: RecordTrace | undefined;

  #words = new AllWords(this);

  constructor() {
    super();
    // A list, which may have the focus, is removed if its number becomes 0.
    new KeepFocus(this);
  }

  /** The number that is explained. */
  get explains(): SummaryNumber | undefined {
    return this.listed?.number.name;
  }

  /** Focuses the first list, or the section if there is none. */
  override focus(): void {
    const list = this.renderRoot.querySelector<HTMLElement>('pp-rows');
    (list ?? this.renderRoot.querySelector('section'))?.focus();
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('number')) this.picked = undefined;
    if (changed.has('run') || changed.has('number')) void this.#list();
  }

  override render() {
    const { explanation, summary } = this.#words.strings;
    const { listed } = this;
    if (!this.number || !listed) return html`<p class="hint muted">${summary.hint}</p>`;
    return html`<section aria-label=${explanation.label} tabindex="-1">
      ${this.#head(listed.number)}
      ${repeat(
        listed.parts,
        ({ of }) => of.name,
        (part) => this.#part(part, listed),
      )}
    </section>`;
  }

  #head(number: NumberReport) {
    const words = this.#words.strings.explanation;
    return html`<div class="head">
      <h3>${words.heading(number)}</h3>
      <p>${phrase(words.rule(number))}</p>
      ${number.stage ? this.#opener(number.stage) : nothing}
    </div>`;
  }

  #opener(stage: StageName) {
    return html`<button class="plain" type="button" @click=${() => send(this, 'pp-stage', stage)}>
      ${this.#words.strings.summary.openStage({ stage })}
    </button>`;
  }

  #part({ of, count, fetch }: Part, { number, report, parts }: Listed) {
    const { strings } = this.#words;
    const words = strings.explanation;
    const title = words.list(of.name, count);
    const { stage } = of;
    const headed = parts.length > 1;
    if (count === 0 && !headed) return html`<p class="hint muted">${words.none}</p>`;
    return html`<div class="part" .style="--_count: ${count}">
      ${headed ? html`<h4>${title} ${stage && of !== number ? this.#opener(stage) : nothing}</h4>` : nothing}
      <pp-rows
        .label=${title}
        .count=${count}
        .columns=${columnsOf(strings, of, report)}
        .fetch=${fetch}
        .chosen=${(record: RecordTrace) => record.position === this.picked?.position}
        @pp-pick=${(event: RowEvent<RecordTrace>) => this.#show(event.detail.item, false)}
        @pp-enter=${(event: RowEvent<RecordTrace>) => this.#show(event.detail.item, true)}
      ></pp-rows>
    </div>`;
  }

  #show(record: RecordTrace, focus: boolean): void {
    this.picked = record;
    const { start, end } = record;
    send(this, 'pp-reveal', { start, end, focus });
  }

  /** Asks for everything to show, and then shows it together. */
  async #list(): Promise<void> {
    const { run, number } = this;
    if (!number) {
      this.listed = undefined;
      return;
    }
    const { report } = run;
    const numbers = await run.numbers();
    if (run !== this.run || number !== this.number) return;
    if (!numbers) send(this, 'pp-say', `${this.#words.strings.layout.notLoaded}.`);
    const reportOf = (wanted: SummaryNumber) => numbers?.find(({ name }) => name === wanted);
    const explained = reportOf(number);
    const lists = explained?.lists.map(reportOf).filter((one) => one !== undefined) ?? [];
    const counts = await Promise.all(
      lists.map(({ name }) => run.ask('countRecords', { behind: name })),
    );
    if (run !== this.run || number !== this.number) return;
    if (!explained || counts.includes(undefined)) return;
    const parts = lists.map((of, i) => ({ of, count: counts[i] ?? 0, fetch: fetchOf(run, of) }));
    const before = this.listed?.number.name;
    this.listed = { number: explained, report, parts };
    if (number === before) return;
    this.dispatchEvent(new CustomEvent('pp-explained'));
    send(this, 'pp-say', this.#words.strings.explanation.said(explained));
  }
}

const fetchOf =
  (run: RunView, { name }: NumberReport): Fetch<RecordTrace> =>
  (offset, limit) =>
    run.ask('records', offset, limit, { behind: name });

function columnsOf(strings: AllStrings, of: NumberReport, report: Report): Column<RecordTrace>[] {
  const words = strings.explanation.columns;
  const { stage, mixed } = of;
  return [
    placeColumn(strings, report),
    { title: words.id, width: 'minmax(2.5rem, 1.5fr)', cell: (one) => idCell(strings, one) },
    lineColumn(strings, report),
    // If all records of a list have the same outcome, it needs no column.
    ...(mixed ? [outcomeColumn(strings, stage)] : []),
    {
      title: words.why,
      width: 'minmax(0, 2fr)',
      below: true,
      cell: (record) => {
        const step = stepAt(record, stage ?? record.settledBy);
        return cut(say(strings.reasons.whyInList, step.why, step));
      },
    },
  ];
}

/** The outcome of a record at a stage, or the final one. */
const outcomeColumn = (strings: AllStrings, stage: StageName | undefined): Column<RecordTrace> => ({
  title: strings.inspector.columns.outcome,
  width: '6.5rem',
  cell: (record) =>
    stage ? stepChip(strings, stepAt(record, stage).step) : endingChip(strings, record.ending),
});
