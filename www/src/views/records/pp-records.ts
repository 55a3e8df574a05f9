import { html, LitElement, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import {
  type FoundKind,
  type RecordDetail,
  type RecordFilter,
  type RecordTrace,
  STAGES,
  type StageName,
} from '../../engine/protocol.ts';
import type { RunView } from '../../engine/run-view.ts';
import { AllWords } from '../../parts/all-words.ts';
import type { Fetch, RowEvent } from '../../parts/column.ts';
import { phrase } from '../../parts/data.ts';
import { KeepFocus } from '../../parts/keep-focus.ts';
import type { PpRows } from '../../parts/pp-rows.ts';
import { send } from '../../state/events.ts';
import { fill } from '../../strings/index.ts';
import { base } from '../../styles/base.ts';
import type { Filters } from './pp-filters.ts';
import { styles } from './pp-records.styles.ts';
import { columnsAt, type Order } from './stage-columns.ts';

/** The filter for each kind of what a stage finds. */
const FOUND: Record<FoundKind, Filters> = {
  duplicate: { fate: 'duplicate' },
  invalid: { fate: 'invalid' },
  fresh: { freshness: 'fresh' },
  stale: { freshness: 'stale' },
  matched: { verdict: 'matched' },
  mismatched: { verdict: 'mismatched' },
  single: { verdict: 'single' },
};

/** What the list shows, from one run and one stage. */
interface Listed {
  run: RunView;
  stage: StageName;
  filters: Filters;
  filter: RecordFilter;
  count: number;
  /** How many records the stage was given. */
  all: number;
  /** The values that a filter can have: those that a record here has. */
  offered: ReadonlySet<string>;
  fetch: Fetch<RecordTrace>;
}

/**
 * The inspector: what a stage was given, and what it did to each record. Picking a row shows its record in the editor,
 * and Enter moves the focus there (`pp-reveal`). The record at the cursor is the chosen one, with its details below.
 */
export class PpRecords extends LitElement {
  static readonly tag = 'pp-records';
  static override styles = [base, styles];

  @property({ attribute: false }) run!: RunView;
  @property({ attribute: false }) stage: StageName = 'adapt';
  /** What the stage found, if only those records are to be listed at first. */
  @property({ attribute: false }) found: { kind: FoundKind } | undefined;
  /** The record at the editor's cursor. */
  @property({ attribute: false }) record: RecordDetail | undefined;

  @state() private filters: Filters = {};
  @state() private order: Order = { sort: 'position', descending: false };
  @state() private listed: Listed | undefined;
  @query('pp-rows') private rows!: PpRows<RecordTrace> | null;

  #words = new AllWords(this);
  #focus: KeepFocus;

  constructor() {
    super();
    // The list, which may have the focus, is removed if there is nothing to list.
    this.#focus = new KeepFocus(this);
  }

  override focus(): void {
    this.#focus.toList();
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('found')) this.filters = this.found ? FOUND[this.found.kind] : {};
    // Drops a filter or an order that only the previous stage has.
    if (changed.has('stage') && this.stage !== 'reconcile') {
      const { verdict: _, ...others } = this.filters;
      if (this.filters.verdict) this.filters = others;
    }
    if (changed.has('stage')) this.order = { sort: 'position', descending: false };
    if (['run', 'stage', 'filters', 'order'].some((name) => changed.has(name))) void this.#list();
  }

  override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('record') || changed.has('listed')) void this.#findRow();
  }

  override render() {
    const words = this.#words.strings.inspector;
    return html`<section class="card" aria-labelledby="heading" tabindex="-1">
      <header class="bar">
        <h2 id="heading">${words.heading}</h2>
        <div class="stages push" role="group" aria-label=${words.stages}>
          ${STAGES.map((stage) => this.#chooser(stage))}
        </div>
        <p>${phrase(this.#given())}</p>
        ${
          this.run.report.recordsOut
            ? html`<pp-download
              .what=${'records'}
              .content=${() => keptRecords(this.run)}
            ></pp-download>`
            : nothing
        }
      </header>
      <pp-filters
        .filters=${this.filters}
        .sources=${this.run.report.sources}
        ?verdicts=${this.stage === 'reconcile'}
        .offered=${this.listed?.offered ?? NONE}
        @pp-filter=${(event: CustomEvent<Filters>) => (this.filters = event.detail)}
      ></pp-filters>
      ${this.listed ? this.#rows(this.listed) : nothing}
      <div class="detail" role="region" aria-label=${words.region} tabindex="0">${this.#detail()}</div>
    </section>`;
  }

  #chooser(stage: StageName) {
    return html`<button
      type="button"
      translate="no"
      aria-pressed=${stage === this.stage ? 'true' : 'false'}
      @click=${() => send(this, 'pp-stage', stage)}
    >${stage}</button>`;
  }

  #given(): string {
    const { report } = this.run;
    const stage = report.stages.find(({ name }) => name === this.stage);
    const { given } = this.#words.strings.inspector;
    return stage ? fill(given[stage.state], stage, report) : '';
  }

  #rows(listed: Listed) {
    const { strings } = this.#words;
    const words = strings.inspector;
    const { run, stage, count, all, fetch } = listed;
    const sorted = { by: this.order, sort: (order: Order) => (this.order = order) };
    const columns = columnsAt(stage, run.report, strings, sorted);
    const counted = html`<p class="counted muted">${words.counted(count, all)}</p>`;
    if (count === 0)
      return html`${counted} <p class="none muted">${all ? words.none : words.noneAtAll}</p>`;
    return html`
      ${counted}
      <pp-rows
        .label=${words.list({ stage })}
        .count=${count}
        .columns=${columns}
        .fetch=${fetch}
        .chosen=${(one: RecordTrace) => one.position === this.record?.position}
        @pp-pick=${(event: RowEvent<RecordTrace>) => this.#show(event.detail.item, false)}
        @pp-enter=${(event: RowEvent<RecordTrace>) => this.#show(event.detail.item, true)}
      ></pp-rows>
    `;
  }

  #detail() {
    if (!this.record) return html`<p class="muted">${this.#words.strings.inspector.choose}</p>`;
    return html`<pp-record .record=${this.record} .run=${this.run} .stage=${this.stage}></pp-record>`;
  }

  #show({ start, end }: RecordTrace, focus: boolean): void {
    send(this, 'pp-reveal', { start, end, focus });
  }

  /** Asks how many records match, and then shows them. */
  async #list(): Promise<void> {
    const { run, stage, filters, order } = this;
    const filter: RecordFilter = { stage, ...filters, ...order };
    const { listed } = this;
    const known = listed?.run === run && listed.stage === stage ? listed.offered : undefined;
    const offered = known ?? (await offeredAt(run, stage));
    const all = await run.ask('countRecords', { stage });
    // The engine keeps the selection of the last filter, so the filter of the list comes last.
    const count = Object.keys(filters).length ? await run.ask('countRecords', filter) : all;
    const same = stage === this.stage && filters === this.filters && order === this.order;
    if (run !== this.run || !same || all === undefined || count === undefined) return;
    const fetch: Listed['fetch'] = (offset, limit) => run.ask('records', offset, limit, filter);
    const before = this.listed;
    this.listed = { run, stage, filters, filter, count, all, offered, fetch };
    if (before && before.stage !== stage) this.#dropFilters(offered);
    if (before?.stage === stage && before.filters !== filters)
      send(this, 'pp-say', this.#words.strings.inspector.found({ n: count }));
    // The same filter on a new text keeps the scroll position. Another filter starts at the top.
    if (before && JSON.stringify(before.filter) !== JSON.stringify(filter)) {
      await this.updateComplete;
      this.rows?.goTo(0);
    }
  }

  /** Drops the filters by what no record at a new stage has. */
  #dropFilters(offered: ReadonlySet<string>): void {
    const { fate, freshness, ...others } = this.filters;
    const keep = (value: string | undefined) => value !== undefined && offered.has(value);
    const kept: Filters = {
      ...others,
      ...(keep(fate) && { fate }),
      ...(keep(freshness) && { freshness }),
    };
    if (Object.keys(kept).length < Object.keys(this.filters).length) this.filters = kept;
  }

  /** Scrolls to the row of the record at the cursor, unless the focus is in the list. */
  async #findRow(): Promise<void> {
    const { record, listed } = this;
    if (!record || !listed || this.run !== listed.run || this.matches(':focus-within')) return;
    const row = await rowOf(record.position, listed);
    if (row !== undefined && record === this.record && listed === this.listed) this.rows?.goTo(row);
  }
}

/** How many records are written at a time: a few megabytes of most data. */
const PART = 20_000;

/** The records that came out, as one JSON array. Undefined if a newer run has replaced this one. */
async function keptRecords(run: RunView): Promise<BlobPart[] | undefined> {
  const parts: BlobPart[] = [];
  for (let from = 0; from < run.report.recordCount; from += PART) {
    const part = await run.ask('keptRecords', from, from + PART);
    if (!part) return undefined;
    // The package's bytes are always in a buffer of their own.
    if (part.length) parts.push(parts.length ? ',\n' : '[', part as Uint8Array<ArrayBuffer>);
  }
  return [...parts, ']\n'];
}

const NONE: ReadonlySet<string> = new Set();

/** The values of filters. Which a stage's records have, the engine counts. */
const VALUES: readonly RecordFilter[] = [
  { fate: 'kept' },
  { fate: 'duplicate' },
  { fate: 'invalid' },
  { freshness: 'fresh' },
  { freshness: 'stale' },
  { verdict: 'matched' },
  { verdict: 'mismatched' },
  { verdict: 'single' },
];

async function offeredAt(run: RunView, stage: StageName): Promise<ReadonlySet<string>> {
  const counts = await Promise.all(
    VALUES.map((value) => run.ask('countRecords', { stage, ...value })),
  );
  const had = VALUES.filter((_, index) => counts[index]);
  return new Set(had.flatMap((value) => Object.values(value).map(String)));
}

/** The index of a record's row. Undefined if the list is not ordered by position. */
async function rowOf(
  position: number,
  { run, filter, count }: Listed,
): Promise<number | undefined> {
  if (filter.sort !== 'position' || filter.descending) return undefined;
  if (count === run.report.recordCount) return position;
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    const [found] = (await run.ask('records', middle, 1, filter)) ?? [];
    if (!found) return undefined;
    if (found.position === position) return middle;
    if (found.position < position) low = middle + 1;
    else high = middle;
  }
  return undefined;
}
