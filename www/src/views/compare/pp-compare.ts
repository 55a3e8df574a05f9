import { html, LitElement, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { ComparisonReport, PinnedProblem } from '../../engine/protocol.ts';
import type { RunView } from '../../engine/run-view.ts';
import { AllWords } from '../../parts/all-words.ts';
import { phrase } from '../../parts/data.ts';
import { KeepFocus } from '../../parts/keep-focus.ts';
import { send } from '../../state/events.ts';
import type { Pinned } from '../../state/state.ts';
import { isolated } from '../../strings/isolated.ts';
import { base } from '../../styles/base.ts';
import { styles } from './pp-compare.styles.ts';

/** The most characters of an exception. */
const ERROR = 500;

/** What differs from the pinned run. Sends `pp-pin` to pin the newest run, or to unpin the pinned one. */
export class PpCompare extends LitElement {
  static readonly tag = 'pp-compare';
  static override styles = [base, styles];

  /** The newest run. */
  @property({ attribute: false }) run!: RunView;
  @property({ attribute: false }) pinned: Pinned | undefined;

  /** The newest comparison and its run, or why there is no comparison. */
  @state() private compared: { run: RunView; answer: ComparisonReport | PinnedProblem } | undefined;

  #words = new AllWords(this);

  constructor() {
    super();
    new KeepFocus(this);
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('pinned')) this.compared = undefined;
    if (this.pinned && (changed.has('run') || changed.has('pinned')))
      void this.#compare(this.pinned);
  }

  async #compare(pinned: Pinned): Promise<void> {
    const { run } = this;
    const { id, input, clock } = pinned;
    const answer = await run.put('compare', { run: run.id, pinned: { id, input, clock } });
    if (answer && run === this.run && pinned === this.pinned) this.compared = { run, answer };
  }

  override render() {
    return html`<section class="card" aria-labelledby="heading" tabindex="-1">
      ${this.pinned ? this.#withPinned(this.pinned) : this.#without()}
    </section>`;
  }

  #without() {
    const words = this.#words.strings.compare;
    return html`
      <header class="bar">
        <h2 id="heading">${words.heading}</h2>
        ${this.#button(this.#words.strings.pin.pin, true, true)}
      </header>
      <p>${words.noPin}</p>
    `;
  }

  #withPinned(pinned: Pinned) {
    const words = this.#words.strings.compare;
    return html`
      <header class="bar">
        <h2 id="heading">${words.heading}</h2>
        <p class="muted">${phrase(this.#about(pinned))}</p>
        ${pinned.id === this.run.id ? nothing : this.#button(words.instead, true, true)}
        ${this.#button(this.#words.strings.pin.unpin, false, pinned.id === this.run.id)}
      </header>
      ${this.#difference(pinned)}
    `;
  }

  #about({ report }: Pinned): string {
    const { error, recordsIn = 0, recordsOut = 0 } = report;
    const words = this.#words.strings.compare;
    return error
      ? words.pinnedError({ error: isolated(`${error.type}: ${error.message}`, ERROR) })
      : words.pinned({ recordsIn, recordsOut });
  }

  #button(label: string, on: boolean, push: boolean) {
    return html`<button
      type="button"
      class=${push ? 'push' : nothing}
      @click=${() => send(this, 'pp-pin', on)}
    >${label}</button>`;
  }

  #difference(pinned: Pinned) {
    const words = this.#words.strings.compare;
    if (pinned.id === this.run.id) return html`<p>${words.itself}</p>`;
    if (!this.compared) return html`<p>${words.waiting}</p>`;
    const { run, answer } = this.compared;
    if (typeof answer === 'string') return html`<p>${words.problems[answer]}</p>`;
    if (isEmpty(answer))
      return html`<p>${run.report.error ? words.nothingRaised : words.nothing}</p>`;
    return html`${this.#clock(pinned, run)}<pp-compared .run=${run} .report=${answer}></pp-compared>`;
  }

  /** The clock moves between two runs, which no config says. */
  #clock({ report }: Pinned, run: RunView) {
    const [before, after] = [report.settings?.now, run.report.settings?.now];
    if (!before || !after || before.given || after.given || before.text === after.text)
      return nothing;
    return html`<p>${this.#words.strings.compare.clock({ before: before.text, after: after.text })}</p>`;
  }
}

const isEmpty = ({ summary, error, recordCount, logCount }: ComparisonReport): boolean =>
  !error && summary.length + recordCount + logCount === 0;
