import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { type Report, STAGES, type StageName, type SummaryNumber } from '../../engine/protocol.ts';
import type { RunView } from '../../engine/run-view.ts';
import { hintsOn } from '../../parts/hints.ts';
import { KeepFocus } from '../../parts/keep-focus.ts';
import { Later, type Loader } from '../../parts/later.ts';
import { Words } from '../../parts/words.ts';
import { send } from '../../state/events.ts';
import { base } from '../../styles/base.ts';
import type { PpExplanation } from './pp-explanation.ts';
import { styles } from './pp-summary.styles.ts';

/** A control in the summary's text. */
interface Control {
  start: number;
  end: number;
  name: SummaryNumber | StageName;
  view: TemplateResult;
}

/** The explanation of a number is loaded when one is first chosen. */
export const loadExplanation: Loader = () => import('./later.ts');

/** Matches the elements of `stages_run`: no other line of the summary is a single string with this indent. */
const STAGE_LINE = new RegExp(`(?<=^ {4}")(${STAGES.join('|')})(?=",?$)`, 'gm');

/**
 * The summary exactly as Python prints it. Each number is a button that chooses it (`pp-number`); the records of the
 * chosen one are listed next to the summary. Each stage that ran is a button that opens it in the inspector
 * (`pp-stage`). With `past`, it is the last good summary below an exception, as plain text.
 */
export class PpSummary extends LitElement {
  static readonly tag = 'pp-summary';
  static override styles = [base, styles];

  @property({ attribute: false }) run!: RunView;
  /** The chosen number. */
  @property({ attribute: false }) number: SummaryNumber | undefined;
  @property({ type: Boolean, reflect: true }) past = false;

  @query('pp-explanation') private explanation!: PpExplanation | null;

  #words = new Words(this);
  #later = new Later(this, { explanation: loadExplanation }, this.#words);
  /** A number was just chosen, and its explanation is not shown yet. */
  #justChosen = false;
  /** The focus is to move to the explanation as soon as there is one. */
  #waiting = false;

  constructor() {
    super();
    // A number, which may have the focus, is removed with its stage.
    new KeepFocus(this);
  }

  /** Focuses the chosen number, or the first one. */
  override focus(): void {
    const numbers = this.renderRoot.querySelectorAll<HTMLElement>('[aria-pressed]');
    const chosen = [...numbers].find((one) => one.ariaPressed === 'true');
    (chosen ?? numbers[0])?.focus();
  }

  override render() {
    const text = this.run.report.summaryText ?? '';
    const heading = this.past
      ? this.#words.strings.results.lastGood
      : this.#words.strings.results.summary;
    // No line breaks around the text, since a `<pre>` preserves white space.
    return html`<section class="card" aria-labelledby="heading" tabindex="-1">
      <header class="bar">
        <h2 id="heading">${heading}</h2>
        <pp-copy class="push" .what=${'summary'} .text=${() => text}></pp-copy>
        <pp-download .what=${'summary'} .content=${async () => [text]}></pp-download>
        ${this.past ? nothing : hintsOn(this.run.report.settings)}
      </header>
      ${this.past ? html`<pre translate="no">${text}</pre>` : this.#explained(text, this.run.report)}
    </section>`;
  }

  #explained(text: string, report: Report) {
    const controls = [...this.#numbers(report), ...this.#stages(text)];
    controls.sort((one, other) => one.start - other.start);
    const between = (i: number) => text.slice(controls[i - 1]?.end ?? 0, controls[i]?.start);
    return html`<pre translate="no">${repeat(
      controls,
      ({ name }) => name,
      ({ view }, i) => [between(i), view],
    )}${between(controls.length)}</pre>
      ${this.#explanation()}`;
  }

  #explanation() {
    const { layout, summary } = this.#words.strings;
    const { number } = this;
    if (number && this.#later.has('explanation'))
      return html`<pp-explanation
        class="beside"
        .run=${this.run}
        .number=${number}
        @keydown=${this.#leave}
        @pp-explained=${this.#show}
      ></pp-explanation>`;
    const failed = number && this.#later.failure('explanation') !== undefined;
    return html`<p class="beside hint muted">${failed ? layout.notLoaded : summary.hint}</p>`;
  }

  #numbers({ numbers }: Report): Control[] {
    return numbers.map(({ name, start, end, text }) => ({
      name,
      start,
      end,
      view: html`<button
        type="button"
        aria-label=${this.#words.strings.summary.button({ name, text })}
        aria-pressed=${name === this.number ? 'true' : 'false'}
        @click=${() => this.#choose(name)}
        @keydown=${(event: KeyboardEvent) => this.#enter(event, name)}
      >${text}</button>`,
    }));
  }

  #stages(text: string): Control[] {
    return [...text.matchAll(STAGE_LINE)].map(({ index, 0: name }) => ({
      name: name as StageName,
      start: index,
      end: index + name.length,
      view: html`<button
        class="stage"
        type="button"
        title=${this.#words.strings.summary.openStage({ stage: name })}
        @click=${() => send(this, 'pp-stage', name as StageName)}
      >${name}</button>`,
    }));
  }

  /** As in a tree view, the right arrow first opens a number, and then moves to its records. */
  #enter(event: KeyboardEvent, name: SummaryNumber): void {
    if (event.key !== 'ArrowRight' || modified(event)) return;
    event.preventDefault();
    if (name === this.number) this.#toExplanation();
    else this.#choose(name);
  }

  /** Moves the focus to the explanation, once it is there. */
  #toExplanation(): void {
    this.#waiting = this.explanation?.explains !== this.number;
    if (!this.#waiting) this.explanation?.focus();
  }

  #leave(event: KeyboardEvent): void {
    if (event.key !== 'ArrowLeft' || modified(event)) return;
    event.preventDefault();
    this.#chosen?.focus();
  }

  get #chosen(): HTMLElement | null {
    return this.renderRoot.querySelector('[aria-pressed=true]');
  }

  /** Another number is explained. */
  async #show(): Promise<void> {
    this.#bringIntoSight();
    if (!this.#waiting) return;
    this.#waiting = false;
    await this.explanation?.updateComplete;
    this.explanation?.focus();
  }

  /** In one column the explanation is below the summary. Scrolls to the number, so that both are seen; the focus stays. */
  #bringIntoSight(): void {
    const { explanation } = this;
    const summary = this.renderRoot.querySelector('pre');
    if (!this.#justChosen || !explanation || !summary) return;
    this.#justChosen = false;
    requestAnimationFrame(() => {
      const { top } = explanation.getBoundingClientRect();
      if (top < summary.getBoundingClientRect().bottom) return;
      const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
      this.#chosen?.scrollIntoView({ block: 'start', behavior: still ? 'instant' : 'smooth' });
    });
  }

  #choose(name: SummaryNumber): void {
    const off = name === this.number;
    this.#waiting = false;
    send(this, 'pp-number', off ? undefined : name);
    this.#justChosen = !off;
  }
}

const modified = ({ ctrlKey, altKey, metaKey, shiftKey }: KeyboardEvent): boolean =>
  ctrlKey || altKey || metaKey || shiftKey;
