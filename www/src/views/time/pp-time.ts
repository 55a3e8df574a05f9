import { html, LitElement, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { RecordDetail, Settings, StageReport, Timeline } from '../../engine/protocol.ts';
import type { RunView } from '../../engine/run-view.ts';
import { AllWords } from '../../parts/all-words.ts';
import { data, phrase } from '../../parts/data.ts';
import { ABOUT_NOW, hintsOn } from '../../parts/hints.ts';
import { KeepFocus } from '../../parts/keep-focus.ts';
import { type PlaygroundEvent, send } from '../../state/events.ts';
import type { FlagsBlock } from '../../state/state.ts';
import { base } from '../../styles/base.ts';
import { outcome } from '../../styles/outcome.ts';
import type { PpBucket } from './pp-bucket.ts';
import { styles } from './pp-time.styles.ts';
import type { Chosen } from './pp-timeline.ts';
import { rangeOfLimit, rangeOfNow } from './time-range.ts';

/** The number of parts of the axis. */
const BUCKETS = 20;

/** The most characters of a record's name. */
const NAME = 60;

/** The timeline of a run. It is shown until that of the next run arrives. */
interface Shown {
  run: RunView;
  timeline: Timeline | undefined;
}

/** The ages of the records on an axis with the limit, and controls for `now` and the limit, which send `pp-setting`. */
export class PpTime extends LitElement {
  static readonly tag = 'pp-time';
  static override styles = [base, outcome, styles];

  @property({ attribute: false }) run!: RunView;
  @property({ attribute: false }) block: FlagsBlock | undefined;

  @state() private shown: Shown | undefined;
  /** The part of the axis whose records are listed. */
  @state() private bucket: number | undefined;
  /** The chosen record, from the shown run. */
  @state() private record: RecordDetail | undefined;

  #words = new AllWords(this);
  #settings: Settings | undefined;
  /** Counts the records that were asked for. */
  #looks = 0;
  /** A change that is over but whose effect is not announced yet. */
  #toSay: { key: string; value: string } | undefined;

  constructor() {
    super();
    // Closing the list removes its button.
    new KeepFocus(this);
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has('run')) return;
    this.#settings = this.run.report.settings ?? this.#settings;
    void this.#ask(this.run);
  }

  override updated(): void {
    this.#sayChange();
  }

  async #ask(run: RunView): Promise<void> {
    const timeline = await run.ask('timeline', BUCKETS);
    const { fresh, stale } = freshnessOf(run);
    // If there is no timeline although there are ages, a newer run has replaced this one.
    if (run !== this.run || (!timeline && (fresh || stale))) return;
    this.shown = { run, timeline };
    const { record } = this;
    if (!timeline) [this.bucket, this.record] = [undefined, undefined];
    else if (record) await this.#look(record.position);
  }

  override render() {
    const { shown } = this;
    return html`<section class="card" aria-labelledby="heading" tabindex="-1">
      ${this.#header(shown)}
      <p class="muted">${this.#words.strings.time.rule}</p>
      ${hintsOn(this.run.report.settings, ABOUT_NOW)}
      ${this.#controls(shown?.timeline)} ${this.#notRun()}
      ${shown?.timeline ? this.#ages(shown.run, shown.timeline) : nothing}
    </section>`;
  }

  #header(shown: Shown | undefined) {
    const words = this.#words.strings.time;
    const { ran, failed, ...counts } = shown ? freshnessOf(shown.run) : {};
    const { fresh, stale } = ran || failed ? counts : {};
    return html`<header class="bar">
      <h2 id="heading">${words.heading}</h2>
      ${fresh === undefined ? nothing : html`<span class="outcome fresh">${words.fresh({ n: fresh })}</span>`}
      ${stale === undefined ? nothing : html`<span class="outcome stale">${words.stale({ n: stale })}</span>`}
    </header>`;
  }

  #controls(timeline: Timeline | undefined) {
    if (!this.#settings) return nothing;
    const { now, maxAge } = this.#settings;
    const { date, span } = this.#words.strings.time;
    return html`<div class="settings" @pp-setting=${this.#onSetting}>
      <pp-setting
        .key=${'now'}
        .setting=${now}
        .human=${date(now.text)}
        .range=${rangeOfNow(now.text, timeline)}
        .block=${this.block}
      ></pp-setting>
      <pp-setting
        .key=${'max_age_seconds'}
        .setting=${maxAge}
        .human=${span(maxAge.text)}
        .range=${rangeOfLimit(maxAge.text, timeline)}
        .block=${this.block}
      ></pp-setting>
    </div>`;
  }

  /** Why there are no ages, or not all of them. */
  #notRun() {
    const { error, stages } = this.run.report;
    const freshness = stages.find(({ name }) => name === 'freshness');
    const said = freshness && this.#words.strings.time.notRun[freshness.state](error?.type ?? '');
    return said ? html`<p class="why">${said}</p>` : nothing;
  }

  #ages(run: RunView, timeline: Timeline) {
    const { outside, points, buckets } = timeline;
    const words = this.#words.strings.time;
    return html`
      <pp-timeline
        .timeline=${timeline}
        .chosen=${points.length ? this.record?.position : this.bucket}
        @pp-chosen=${this.#choose}
      ></pp-timeline>
      ${outside.fresh || outside.stale ? html`<p>${words.outside(outside)}</p>` : nothing}
      ${points.length ? this.#picked() : nothing}
      ${
        this.bucket === undefined
          ? nothing
          : html`<pp-bucket
            .run=${run}
            .buckets=${buckets}
            .bucket=${this.bucket}
            @pp-close-list=${() => (this.bucket = undefined)}
          ></pp-bucket>`
      }
      ${!points.length && this.bucket === undefined ? html`<p class="muted">${words.pickBar}</p>` : nothing}
      <pp-time-table
        .buckets=${buckets}
        .bucket=${this.bucket}
        @pp-list=${(event: CustomEvent<number>) => this.#list(event.detail, true)}
      ></pp-time-table>
    `;
  }

  #picked() {
    const words = this.#words.strings.time;
    const { record } = this;
    if (!record) return html`<p class="picked muted">${words.pick}</p>`;
    const { freshness, line } = record;
    return html`<p class="picked">
      <span class="code">${data(this.#words.strings.reasons.place(record), NAME)}</span>
      <span>${phrase(words.id(record.id))}</span>
      <span>${words.age(record.age ?? '')}</span>
      ${freshness ? html`<span class="outcome ${freshness}">${words.marks[freshness]}</span>` : nothing}
      <button type="button" class="plain" @click=${() => this.#reveal(record, true)}>${words.goTo({ line })}</button>
    </p>`;
  }

  #choose({ detail }: CustomEvent<Chosen>): void {
    if (detail.kind === 'bucket') this.#list(detail.bucket, detail.enter);
    else void this.#pick(detail.position, detail.enter);
  }

  async #pick(position: number, enter: boolean): Promise<void> {
    const record = await this.#look(position);
    if (!record) return;
    const { id, age, marks } = this.#words.strings.time;
    const { freshness } = record;
    const said = [this.#words.strings.reasons.place(record), id(record.id), age(record.age ?? '')];
    send(this, 'pp-say', `${[...said, freshness && marks[freshness]].filter(Boolean).join(', ')}.`);
    this.#reveal(record, enter);
  }

  /** Asks the shown run for a record. */
  async #look(position: number): Promise<RecordDetail | undefined> {
    const run = this.shown?.run;
    const look = ++this.#looks;
    const record = await run?.ask('record', position);
    if (run !== this.shown?.run || look !== this.#looks) return undefined;
    this.record = record;
    return record;
  }

  #reveal({ start, end }: RecordDetail, focus: boolean): void {
    send(this, 'pp-reveal', { start, end, focus });
  }

  async #list(bucket: number, enter: boolean): Promise<void> {
    this.bucket = bucket;
    if (!enter) return;
    await this.updateComplete;
    this.renderRoot.querySelector<PpBucket>('pp-bucket')?.focus();
  }

  #onSetting({ detail: { key, value, final } }: PlaygroundEvent<'pp-setting'>): void {
    if (final) this.#toSay = { key, value };
    this.requestUpdate();
  }

  /** Announces the effect of a change once its run is shown. */
  #sayChange(): void {
    const { shown } = this;
    const said = this.#toSay;
    if (!said || !shown?.timeline || shown.run !== this.run) return;
    const { now, maxAge } = shown.timeline;
    if (Number(said.key === 'now' ? now : maxAge) !== Number(said.value)) return;
    this.#toSay = undefined;
    const { fresh = 0, stale = 0 } = freshnessOf(shown.run);
    send(this, 'pp-say', this.#words.strings.time.said({ ...said, fresh, stale }));
  }
}

function freshnessOf({ report }: RunView): Partial<StageReport> {
  return report.stages.find(({ name }) => name === 'freshness') ?? {};
}
