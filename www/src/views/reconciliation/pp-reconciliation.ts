import { html, LitElement, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import type {
  ReconciliationFilter,
  ReconciliationGroup,
  Report,
  StageName,
  Verdict,
} from '../../engine/protocol.ts';
import type { RunView } from '../../engine/run-view.ts';
import { AllWords } from '../../parts/all-words.ts';
import type { Fetch, RowEvent } from '../../parts/column.ts';
import { phrase } from '../../parts/data.ts';
import { KeepFocus } from '../../parts/keep-focus.ts';
import { sourceMenu } from '../../parts/source-menu.ts';
import { Width } from '../../parts/width.ts';
import { send } from '../../state/events.ts';
import type { FlagsBlock } from '../../state/state.ts';
import { say } from '../../strings/index.ts';
import { base } from '../../styles/base.ts';
import { styles } from './pp-reconciliation.styles.ts';
import { columnsOf, fits } from './reconciliation-columns.ts';

const VERDICTS = ['mismatched', 'matched', 'single'] as const satisfies readonly Verdict[];

/** The keys that match a filter, for `<pp-rows>`. */
interface List {
  run: RunView;
  filter: ReconciliationFilter;
  count: number;
  fetch: Fetch<ReconciliationGroup>;
}

/** Keys against sources: what each source says under each key and whether they agree, or why reconcile did not run. */
export class PpReconciliation extends LitElement {
  static readonly tag = 'pp-reconciliation';
  static override styles = [base, styles];

  @property({ attribute: false }) run!: RunView;
  /** Why controls cannot edit the config. */
  @property({ attribute: false }) block: FlagsBlock | undefined;

  @state() private filter: ReconciliationFilter = {};
  @state() private list: List | undefined;
  @state() private chosen: ReconciliationGroup | undefined;

  #words = new AllWords(this);
  #focus: KeepFocus;
  #width = new Width(this);
  #asking = false;

  constructor() {
    super();
    this.#focus = new KeepFocus(this);
  }

  override focus(): void {
    this.#focus.toList();
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('run')) {
      const { source } = this.filter;
      // Of very many sources, the report has only some.
      const { sources, sourceCount } = this.run.report;
      const isGone = sourceCount === sources.length && !this.#sources.includes(source ?? '');
      if (source !== undefined && isGone) this.#set({ source: undefined });
      void this.#find(this.chosen);
    }
    if (changed.has('run') || changed.has('filter')) void this.#look();
  }

  override render() {
    const words = this.#words.strings.reconciliation;
    const { noReconciliation } = this.run.report;
    return html`<section class="card" aria-labelledby="heading" tabindex="-1">
      <header class="bar">
        <h2 id="heading">${words.heading}</h2>
        ${noReconciliation ? nothing : this.#search()}
      </header>
      ${noReconciliation ? this.#sentence(noReconciliation) : this.#matrix()}
    </section>`;
  }

  get #sources(): string[] {
    return this.run.report.sources.map(({ name }) => name);
  }

  #counted({ count, run }: List): string {
    return this.#words.strings.reconciliation.keys(count, run.report.reconciliationCount);
  }

  /** Why nothing was compared, and a button that changes that. */
  #sentence({ why, switchOn }: NonNullable<Report['noReconciliation']>) {
    return html`<div class="why">
      <p>${phrase(say(this.#words.strings.reconciliation.whyNot, why))}</p>
      ${switchOn && !this.block ? this.#switch(switchOn) : nothing}
    </div>`;
  }

  #switch(stage: StageName) {
    return html`<button
      type="button"
      @click=${() => send(this, 'pp-flag', { stage, on: true })}
    >${this.#words.strings.reconciliation.switchOn({ stage })}</button>`;
  }

  #matrix() {
    const words = this.#words.strings.reconciliation;
    return html`
      ${this.#filters()} ${this.list?.count === 0 ? this.#nothing() : this.#rows()}
      ${
        this.chosen
          ? html`<pp-claims .group=${this.chosen} .run=${this.run}></pp-claims>`
          : html`<p class="pick muted">${words.pick}</p>`
      }
    `;
  }

  #rows() {
    const { list } = this;
    if (!list) return nothing;
    const names = this.#sources;
    return html`<pp-rows
      .style="--_all-rows: calc(var(--_row) * ${list.count + 1} + 2px)"
      .label=${this.#words.strings.reconciliation.grid}
      .columns=${columnsOf(this.#words.strings, names, fits(names.length, this.#width.rem))}
      .count=${list.count}
      .fetch=${list.fetch}
      .chosen=${(group: ReconciliationGroup) => group.key === this.chosen?.key}
      @pp-pick=${(event: RowEvent<ReconciliationGroup>) => this.#choose(event.detail.item, false)}
      @pp-enter=${(event: RowEvent<ReconciliationGroup>) => this.#choose(event.detail.item, true)}
    ></pp-rows>`;
  }

  #nothing() {
    const words = this.#words.strings.reconciliation;
    return html`<div class="why">
      <p>${words.nothingFound}</p>
      <button type="button" @click=${this.#reset}>${words.reset}</button>
    </div>`;
  }

  #search() {
    const words = this.#words.strings.reconciliation;
    const { text = '', source } = this.filter;
    return html`
      <span class="muted">${this.list ? this.#counted(this.list) : nothing}</span>
      <input
        class="push"
        type="search"
        aria-label=${words.find}
        placeholder=${words.find}
        .value=${text}
        @input=${(event: Event) =>
          this.#set({ text: (event.target as HTMLInputElement).value || undefined })}
      />
      ${sourceMenu({
        strings: this.#words.strings,
        sources: this.run.report.sources,
        chosen: source,
        all: words.anySource,
        label: words.source,
        choose: (name) => this.#set({ source: name }),
      })}
    `;
  }

  #filters() {
    const words = this.#words.strings.reconciliation;
    return html`<div class="filters bar" role="group" aria-label=${words.filters}>
      ${this.#verdict(undefined)} ${VERDICTS.map((verdict) => this.#verdict(verdict))}
    </div>`;
  }

  #verdict(verdict: Verdict | undefined) {
    const { number, reconciliation: words } = this.#words.strings;
    const { stages, reconciliationCount } = this.run.report;
    const stage = stages.find(({ name }) => name === 'reconcile');
    const n = verdict ? stage?.[verdict] : reconciliationCount;
    return html`<button
      type="button"
      aria-pressed=${this.filter.verdict === verdict ? 'true' : 'false'}
      @click=${() => this.#set({ verdict })}
    >
      ${verdict ? words.verdicts[verdict] : words.all} (${n === undefined ? '' : number(n)})
    </button>`;
  }

  #reset(): void {
    this.filter = {};
    this.renderRoot.querySelector<HTMLElement>('input')?.focus();
  }

  #set(
    change: { [Name in keyof ReconciliationFilter]: ReconciliationFilter[Name] | undefined },
  ): void {
    const all = Object.entries({ ...this.filter, ...change });
    this.filter = Object.fromEntries(all.filter(([, value]) => value !== undefined));
  }

  /** Asks how many keys match. One question at a time, however fast the learner types. */
  async #look(): Promise<void> {
    if (this.#asking) return;
    this.#asking = true;
    let list: List | undefined;
    do {
      const { run, filter } = this;
      const count = await run.ask('countReconciliation', filter);
      list = undefined;
      if (count !== undefined)
        list = {
          run,
          filter,
          count,
          fetch: (offset, limit) => run.ask('reconciliation', offset, limit, filter),
        };
      else if (run === this.run) break;
    } while (list?.run !== this.run || list.filter !== this.filter);
    this.#asking = false;
    if (list && this.list && list.filter !== this.list.filter)
      send(this, 'pp-say', this.#words.strings.reconciliation.found({ n: list.count }));
    if (list) this.list = list;
  }

  #choose(group: ReconciliationGroup, focus: boolean): void {
    this.chosen = group;
    const [first] = group.values;
    if (first) send(this, 'pp-reveal', { start: first.start, end: first.end, focus });
  }

  /** Finds the key that was chosen in an older run. */
  async #find(chosen: ReconciliationGroup | undefined): Promise<void> {
    if (!chosen) return;
    const { run } = this;
    const { index, key } = chosen;
    const isIt = (group: ReconciliationGroup) => group.key === key;
    const there = (await run.ask('reconciliation', index, 1))?.find(isIt);
    const found = there ?? (await run.ask('reconciliation', 0, 100, { text: key }))?.find(isIt);
    if (run === this.run && this.chosen === chosen) this.chosen = found;
  }
}
