import { html, LitElement } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { RecordTrace, Timeline } from '../../engine/protocol.ts';
import type { RunView } from '../../engine/run-view.ts';
import { AllWords } from '../../parts/all-words.ts';
import { idCell } from '../../parts/cells.ts';
import type { Column, Fetch, RowEvent } from '../../parts/column.ts';
import { name } from '../../parts/data.ts';
import type { PpRows } from '../../parts/pp-rows.ts';
import { send } from '../../state/events.ts';
import type { AllStrings } from '../../strings/later.ts';
import { base } from '../../styles/base.ts';
import { styles } from './pp-bucket.styles.ts';

function columnsOf(strings: AllStrings): Column<RecordTrace>[] {
  const { columns, marks } = strings.time;
  return [
    {
      title: columns.place,
      width: 'minmax(6rem, 1fr)',
      cell: (record) => html`<span class="code">${name(strings.reasons.place(record))}</span>`,
    },
    {
      title: columns.id,
      width: 'minmax(5rem, 2fr)',
      wide: true,
      cell: (record) => idCell(strings, record),
    },
    { title: columns.age, width: 'minmax(4rem, 1fr)', cell: ({ age = '' }) => name(age) },
    {
      title: columns.mark,
      width: '5rem',
      cell: ({ freshness }) =>
        freshness && html`<span class="outcome ${freshness}">${marks[freshness]}</span>`,
    },
  ];
}

/** The records of a part of the axis. A row shows its record in the editor (`pp-reveal`). Sends `pp-close-list`. */
export class PpBucket extends LitElement {
  static readonly tag = 'pp-bucket';
  static override styles = [base, styles];

  @property({ attribute: false }) run!: RunView;
  @property({ attribute: false }) buckets: Timeline['buckets'] = [];
  @property({ attribute: false }) bucket = 0;

  @state() private count: number | undefined;
  #words = new AllWords(this);
  #fetch: Fetch<RecordTrace> = async () => [];

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has('run') && !changed.has('bucket')) return;
    const { run } = this;
    const filter = { bucket: this.bucket, buckets: this.buckets.length };
    this.#fetch = (offset, limit) => run.ask('records', offset, limit, filter);
    void this.#countAll(this.#fetch, run.ask('countRecords', filter));
  }

  async #countAll(asked: unknown, answer: Promise<number | undefined>): Promise<void> {
    const count = await answer;
    if (asked === this.#fetch && count !== undefined) this.count = count;
  }

  override focus(): void {
    const rows = this.renderRoot.querySelector<PpRows<RecordTrace>>('pp-rows');
    void rows?.updateComplete.then(() => rows.focus());
  }

  override render() {
    const { from = '', to = '' } = this.buckets[this.bucket] ?? {};
    const { strings } = this.#words;
    const words = strings.time;
    const label = words.listed({ n: this.count ?? 0, from, to });
    return html`
      <div class="bar">
        <h3>${label}</h3>
        <button
          type="button"
          class="push"
          @click=${() => this.dispatchEvent(new CustomEvent('pp-close-list'))}
        >
          ${words.closeList}
        </button>
      </div>
      <pp-rows
        .label=${label}
        .columns=${columnsOf(strings)}
        .count=${this.count ?? 0}
        .fetch=${this.#fetch}
        @pp-pick=${(event: RowEvent<RecordTrace>) => this.#reveal(event, false)}
        @pp-enter=${(event: RowEvent<RecordTrace>) => this.#reveal(event, true)}
      ></pp-rows>
    `;
  }

  #reveal({ detail: { item } }: RowEvent<RecordTrace>, focus: boolean): void {
    send(this, 'pp-reveal', { start: item.start, end: item.end, focus });
  }
}
