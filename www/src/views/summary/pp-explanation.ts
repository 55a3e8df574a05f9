import { html, LitElement, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { type GroupedRecord, withGroups } from '../../engine/groups.ts';
import type { RecordTrace, Report, StageName, SummaryNumber } from '../../engine/protocol.ts';
import type { RunView } from '../../engine/run-view.ts';
import { stageBehind, stepOf } from '../../engine/steps.ts';
import { cut, idCell } from '../../parts/cells.ts';
import { chip, fateChip } from '../../parts/chips.ts';
import type { Column, RowEvent } from '../../parts/column.ts';
import { KeepFocus } from '../../parts/keep-focus.ts';
import { whyAt } from '../../parts/reason.ts';
import { lineColumn, placeColumn } from '../../parts/record-columns.ts';
import { send } from '../../state/events.ts';
import { strings } from '../../strings/index.ts';
import { base } from '../../styles/base.ts';
import { styles } from './pp-explanation.styles.ts';

/** A list of the records that a number counts. */
interface Part {
  behind: SummaryNumber;
  count: number;
  columns: readonly Column<GroupedRecord>[];
  fetch(offset: number, limit: number): Promise<readonly GroupedRecord[] | undefined>;
}

/** What is shown. All of it is from one run. */
interface Listed {
  number: SummaryNumber;
  report: Report;
  parts: readonly Part[];
}

/**
 * Explains a number of the summary: what it counts, the rule with the real values, and the records that it counts. A
 * row shows its record's place in the editor, Enter goes there (`pp-reveal`). Sends `pp-explained` when another number
 * is explained.
 */
export class PpExplanation extends LitElement {
  static readonly tag = 'pp-explanation';
  static override styles = [base, styles];

  @property({ attribute: false }) run!: RunView;
  @property({ attribute: false }) number: SummaryNumber | undefined;

  @state() private listed: Listed | undefined;
  @state() private picked: RecordTrace | undefined;

  constructor() {
    super();
    // A list is removed, with the focus, when its number becomes 0.
    new KeepFocus(this);
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
    const words = strings.summary;
    const { listed } = this;
    if (!this.number || !listed) return html`<p class="hint muted">${words.hint}</p>`;
    return html`<section aria-label=${words.explanation} tabindex="-1">
      ${this.#head(listed)}
      ${repeat(
        listed.parts,
        ({ behind }) => behind,
        (part) => this.#part(part, listed),
      )}
    </section>`;
  }

  #head({ number, report }: Listed) {
    const words = strings.summary;
    const text = report.numbers.find(({ name }) => name === number)?.text;
    const stage = stageBehind(number);
    return html`<div class="head">
      <h3>${words.heading(number, text)}</h3>
      <p>${text === undefined ? words.gone(number) : words.rule(number, report)}</p>
      ${stage ? this.#opener(stage) : nothing}
    </div>`;
  }

  #opener(stage: StageName) {
    return html`<button class="plain" type="button" @click=${() => send(this, 'pp-stage', stage)}>
      ${strings.summary.openStage(stage)}
    </button>`;
  }

  #part({ behind, count, columns, fetch }: Part, { number, parts }: Listed) {
    const words = strings.summary;
    const title = (words.parts[behind] ?? words.list)(count);
    const stage = stageBehind(behind);
    const headed = parts.length > 1;
    if (count === 0 && !headed) return html`<p class="hint muted">${words.none}</p>`;
    return html`<div class="part" style="--_count: ${count}">
      ${headed ? html`<h4>${title} ${stage && behind !== number ? this.#opener(stage) : nothing}</h4>` : nothing}
      <pp-rows
        .label=${title}
        .count=${count}
        .columns=${columns}
        .fetch=${fetch}
        .chosen=${(record: RecordTrace) => record.position === this.picked?.position}
        @pp-pick=${(event: RowEvent<GroupedRecord>) => this.#show(event.detail.item, false)}
        @pp-enter=${(event: RowEvent<GroupedRecord>) => this.#show(event.detail.item, true)}
      ></pp-rows>
    </div>`;
  }

  #show(record: RecordTrace, focus: boolean): void {
    this.picked = record;
    const { start, end } = record;
    send(this, 'pp-reveal', { start, end, focus });
  }

  /** Asks for all that is to be shown, and then shows it at once. */
  async #list(): Promise<void> {
    const { run, number } = this;
    if (!number) {
      this.listed = undefined;
      return;
    }
    const { report } = run;
    const names = partsOf(number, report);
    const counts = await Promise.all(names.map((behind) => run.ask('countRecords', { behind })));
    if (run !== this.run || number !== this.number || counts.includes(undefined)) return;
    const parts = names.map((behind, i) => ({
      behind,
      count: counts[i] ?? 0,
      columns: columnsOf(behind, report),
      fetch: fetchOf(run, behind),
    }));
    const before = this.listed?.number;
    this.listed = { number, report, parts };
    if (number !== before) this.dispatchEvent(new CustomEvent('pp-explained'));
  }
}

const fetchOf =
  (run: RunView, behind: SummaryNumber): Part['fetch'] =>
  async (offset, limit) => {
    const records = await run.ask('records', offset, limit, { behind });
    return stageBehind(behind) === 'reconcile' ? withGroups(run, records) : records;
  };

/** For `records_out`, the dropped records come first, by the stage that dropped them: learners look for those. */
function partsOf(number: SummaryNumber, { stages }: Report): SummaryNumber[] {
  if (number !== 'records_out') return [number];
  const parts: SummaryNumber[] = [];
  for (const { hits, violations } of stages) {
    if (hits) parts.push('cache.hits');
    if (violations) parts.push('validation_errors');
  }
  return [...parts, 'records_out'];
}

function columnsOf(behind: SummaryNumber, report: Report): Column<GroupedRecord>[] {
  const words = strings.summary.columns;
  // An outcome that all records of a list share needs no column.
  const mixed = behind === 'records_in' || behind === 'cache.hit_rate';
  return [
    placeColumn(report),
    { title: words.id, width: 'minmax(2.5rem, 1.5fr)', cell: idCell },
    lineColumn(report),
    ...(mixed ? [outcomeColumn(stageBehind(behind), report)] : []),
    {
      title: words.why,
      width: 'minmax(0, 2fr)',
      below: true,
      cell: (record) => cut(whyAt(stageBehind(behind), record, report)),
    },
  ];
}

/** The outcome of a record at a stage. Without a stage, its fate. */
const outcomeColumn = (stage: StageName | undefined, report: Report): Column<GroupedRecord> => ({
  title: strings.inspector.columns.outcome,
  width: '6.5rem',
  cell: (record) => (stage ? chip(stepOf(stage, record, report)) : fateChip(record, report)),
});
