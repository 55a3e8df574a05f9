import { html, LitElement, nothing, svg } from 'lit';
import { property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { type Report, STAGES, type StageName } from '../../engine/protocol.ts';
import type { RunView } from '../../engine/run-view.ts';
import { failureOf } from '../../parts/failure.ts';
import { Later } from '../../parts/later.ts';
import { PartWords } from '../../parts/part-words.ts';
import { Width } from '../../parts/width.ts';
import { send } from '../../state/events.ts';
import type { FlagsBlock, FlippedFlag } from '../../state/state.ts';
import type { PartStrings } from '../../strings/parts.ts';
import { base } from '../../styles/base.ts';
import { outcome } from '../../styles/outcome.ts';
import { past } from '../../styles/past.ts';
import { picture } from './flow-picture.styles.ts';
import { ACROSS, shapesOf } from './flow-shapes.ts';
import { laterTable } from './later.ts';
import { styles } from './pp-flow.styles.ts';
import { type FoundWords, type StageWords, wordsOf } from './stage-words.ts';

/** The least width in rem at which the stages are side by side. */
const BESIDE = 42;

/**
 * The five stages. Each has a checkbox for its flag, a picture of the records that go through it, and a button with the
 * same in words, which opens the stage (`pp-stage`). The checkboxes show the flags as the engine read them, and send
 * `pp-flag` to have the text edited. Blocked checkboxes can still be focused, and announce the reason (`pp-say`). If no
 * stage ran, or the newest input has not been run, an older run is shown, in grey and labelled as such.
 */
export class PpFlow extends LitElement {
  static readonly tag = 'pp-flow';
  static override styles = [base, outcome, past, picture, styles];

  /** The flags as the engine last read them. */
  @property({ attribute: false }) flags!: Readonly<Record<StageName, boolean>>;
  @property({ attribute: false }) block: FlagsBlock | undefined;
  /** The newest run. */
  @property({ attribute: false }) run: RunView | undefined;
  /** The newest run that finished. */
  @property({ attribute: false }) good: RunView | undefined;
  /** The runs are about an older input. */
  @property({ attribute: false }) old = false;
  /** The stage in the inspector. Undefined if the inspector is not open. */
  @property({ attribute: false }) stage: StageName | undefined;

  /** What the newest flip has changed in the text, if the editor does not show it. */
  @property({ attribute: false }) flipped: FlippedFlag | undefined;

  /** Also show a table. The button sends `pp-table` (detail: whether to show it). */
  @property({ attribute: false }) table = false;

  #words = new PartWords(this);
  #later = new Later(this, { table: laterTable }, this.#words);
  #width = new Width(this);
  /** Flags that were clicked but not read back by the engine yet, so that a checkbox does not flicker. */
  #clicked: Partial<Record<StageName, boolean>> = {};

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('flags')) this.#clicked = {};
    this.toggleAttribute('down', this.#down);
  }

  /** The stages are stacked, because there is no room for them side by side. */
  get #down(): boolean {
    return this.#width.rem > 0 && this.#width.rem < BESIDE;
  }

  /** Focuses the first flag. */
  override focus(): void {
    this.renderRoot.querySelector('input')?.focus();
  }

  /** Flips a flag, as a click on its checkbox does. */
  flip(stage: StageName): void {
    if (this.block) {
      send(this, 'pp-say', this.#why);
      return;
    }
    const on = !(this.#clicked[stage] ?? this.flags[stage]);
    this.#clicked[stage] = on;
    send(this, 'pp-flag', { stage, on });
    this.requestUpdate();
  }

  /** Shows the flags of the text again, after an edit that could not be made. */
  forget(): void {
    this.#clicked = {};
    this.requestUpdate();
  }

  override render() {
    const { run, good } = this;
    const ran = run?.report.reachedStages ? run : undefined;
    const report = (ran ?? good)?.report;
    const said = report ? wordsOf(this.#words.strings, report) : [];
    const isPast = report !== undefined && (this.old || !ran);
    const notice = this.#notice(ran !== undefined, isPast);
    return html`
      <section aria-labelledby="heading">
        <header>
          <h2 id="heading">${this.#words.strings.flow.heading}</h2>
          ${report ? this.#tableButton() : nothing}
          <p class="notice">${notice}</p>
          <p id="why" class="why muted">${this.#why}</p>
        </header>
        <fieldset class=${this.block ? 'blocked' : ''} aria-describedby="why">
          <legend class="visually-hidden">${this.#words.strings.flow.legend}</legend>
          <ol class=${isPast ? 'past' : ''}>
            ${STAGES.map((stage, index) => this.#stage(stage, said[index], report))}
          </ol>
        </fieldset>
        <pp-flow-table id="table" ?hidden=${!this.table} .said=${said} .notice=${notice}></pp-flow-table>
        ${this.table && !this.#later.has('table') ? failureOf(this.#later, 'table', this.#words) : nothing}
      </section>
    `;
  }

  #tableButton() {
    return html`<button
      type="button"
      class="plain"
      aria-expanded=${this.table ? 'true' : 'false'}
      aria-controls="table"
      @click=${() => this.dispatchEvent(new CustomEvent('pp-table', { detail: !this.table }))}
    >${this.#words.strings.flow.table}</button>`;
  }

  #notice(ran: boolean, isPast: boolean): string {
    if (isPast) return this.#words.strings.flow[this.old ? 'old' : 'past'];
    return ran || !this.run ? '' : this.#words.strings.flow.nothingRan;
  }

  get #why(): string {
    return this.block ? this.#words.strings.flags[this.block] : this.#words.strings.flags.hint;
  }

  #stage(name: StageName, said: StageWords | undefined, report: Report | undefined) {
    return html`<li class="${name} ${said?.stage.state ?? 'waiting'}">
      ${this.#checkbox(name)}
      ${said && report ? [drawing(said, report, this.#down), this.#opener(said)] : room}
    </li>`;
  }

  #checkbox(stage: StageName) {
    const words = this.#words.strings.flags;
    const { flipped } = this;
    return html`
      <label>
        <input
          type="checkbox"
          name=${stage}
          .checked=${live(this.#clicked[stage] ?? this.flags[stage])}
          aria-disabled=${this.block ? 'true' : 'false'}
          aria-labelledby=${`${stage}-name`}
          aria-describedby=${`${stage}-about`}
          @click=${this.#click}
          @change=${(event: Event) => this.#change(event.target as HTMLInputElement, stage)}
        />
        <span id=${`${stage}-name`} class="name" translate="no">${stage}</span>
        <span id=${`${stage}-about`} class="about muted">${words.about[stage]}</span>
        ${
          flipped?.stage === stage
            ? html`<span class="code small" translate="no">${edit(words, flipped)}</span>`
            : nothing
        }
      </label>
    `;
  }

  /** The button covers all of the stage except its checkbox and what the stage found, which are buttons too. */
  #opener({ stage: { name, state }, words, about, found }: StageWords) {
    const all = [words, about, ...found.map((one) => one.words)].filter(Boolean).join(', ');
    const shown = name === 'reconcile' ? [] : found.filter(({ count }) => count > 0);
    return html`<div class="row">
      <button
        type="button"
        class="words"
        aria-label=${this.#words.strings.flow.button({ stage: name, words: all })}
        aria-current=${name === this.stage ? 'true' : nothing}
        @click=${() => this.#open(name)}
      >
        <span class="counts ${state}">${words}</span>
        ${about ? html`<span class="small muted">${about}</span>` : nothing}
      </button>
      ${shown.map((one) => this.#found(name, one))}
    </div>`;
  }

  #found(stage: StageName, { kind, words }: FoundWords) {
    return html`<button
      type="button"
      class="outcome ${kind}"
      title=${this.#words.strings.flow.openFound}
      @click=${() => send(this, 'pp-found', { stage, kind })}
    >${words}</button>`;
  }

  #open(stage: StageName): void {
    send(this, 'pp-stage', stage);
  }

  #click(event: MouseEvent): void {
    if (!this.block) return;
    event.preventDefault();
    send(this, 'pp-say', this.#why);
  }

  #change(box: HTMLInputElement, stage: StageName): void {
    this.#clicked[stage] = box.checked;
    send(this, 'pp-flag', { stage, on: box.checked });
  }
}

/** Keeps the height of a stage until the first run. */
const room = html`<div class="picture"><svg></svg></div><div class="room"></div>`;

/** What a flip has changed in the text. Nothing was there before if a key was added. */
const edit = ({ edited, added }: PartStrings['flags'], { before, after }: FlippedFlag): string =>
  before ? edited({ before, after }) : added({ added: after.replace(/^[\s,]+|[\s,]+$/g, '') });

/** A stage's part of the picture. Hidden from assistive technology, since the words beside it say the same. */
function drawing({ stage, found }: StageWords, report: Report, down: boolean) {
  const reconciled = report.stages.some(({ name, ran }) => name === 'reconcile' && ran);
  const shapes = shapesOf({
    stage,
    all: report.recordCount,
    // Of very many sources, the report has only some.
    sources: report.sourceCount > report.sources.length ? [] : report.sources,
    toReconcile: reconciled,
    down,
  });
  const box = down ? `0 0 ${ACROSS} 100` : `0 0 100 ${ACROSS}`;
  return html`<div class="picture" aria-hidden="true">
    <svg viewBox=${box} preserveAspectRatio="none">
      ${repeat(
        shapes,
        ({ key }) => key,
        ({ kind, d }) => svg`<path class=${kind} d=${d}></path>`,
      )}
    </svg>
    ${stage.name === 'reconcile' ? bars(found, report.reconciliationCount) : nothing}
  </div>`;
}

/** Reconcile counts keys, not records, so it has bars instead of a stream. */
function bars(found: StageWords['found'], keys: number) {
  return html`<div class="bars">
    ${found.map(
      ({ kind, count, words }) =>
        html`<span class=${count ? kind : 'muted'} .style="--_share: ${keys ? count / keys : 0}">${words}</span>`,
    )}
  </div>`;
}
