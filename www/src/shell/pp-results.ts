import { html, LitElement, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import type { RunError } from '../engine/protocol.ts';
import type { RunView } from '../engine/run-view.ts';
import { failureOf } from '../parts/failure.ts';
import { KeepFocus } from '../parts/keep-focus.ts';
import { Later } from '../parts/later.ts';
import { Words } from '../parts/words.ts';
import type { FlagsBlock, State } from '../state/state.ts';
import type { ResultView } from '../state/views.ts';
import { base } from '../styles/base.ts';
import { past } from '../styles/past.ts';
import type { PpException } from '../views/exception/pp-exception.ts';
import { type LaterPart, laterParts } from './later-views.ts';
import { styles } from './pp-results.styles.ts';

/** The engine's result for the config, in the open view, or why there is none. */
export class PpResults extends LitElement {
  static readonly tag = 'pp-results';
  static override styles = [base, past, styles];

  @property({ attribute: false }) state!: State;
  /** Why controls cannot edit the config. */
  @property({ attribute: false }) block: FlagsBlock | undefined;
  @property({ attribute: false }) view: ResultView = 'summary';
  #words = new Words(this);
  #later = new Later(this, laterParts, this.#words);
  /** The visible view: the open one, or the previous one until that is loaded. */
  #shown: ResultView | undefined;
  /** The focus is to move into the open view. */
  #toView = false;

  constructor() {
    super();
    // An update may remove the focused button: Cancel, or Run again.
    new KeepFocus(this);
  }

  /** Moves the focus into the open view, as soon as that is loaded. */
  override focus(): void {
    this.#outcomePart?.focus();
    this.#toView = true;
    void this.#focusView();
  }

  override updated(): void {
    void this.#focusView();
  }

  get #outcomePart() {
    return this.renderRoot.querySelector<HTMLElement>('.outcome');
  }

  /** A view focuses its list or its first control itself, or else its section gets the focus. */
  async #focusView(): Promise<void> {
    const outcome = this.#outcomePart;
    if (!this.#toView || this.#later.loading) return;
    this.#toView = false;
    const view = outcome?.querySelector<LitElement>('.panel') ?? outcome?.firstElementChild;
    if (!(view instanceof LitElement)) return;
    await view.updateComplete;
    if (this.shadowRoot?.activeElement !== outcome) return;
    view.focus();
    if (this.shadowRoot?.activeElement === outcome)
      view.renderRoot.querySelector<HTMLElement>('[tabindex="-1"]')?.focus();
  }

  /** Moves the focus to the exception with its help, if it is shown. */
  async focusHelp(): Promise<void> {
    this.focus();
    await this.updateComplete;
    const exception = this.renderRoot.querySelector<PpException>('pp-exception:defined');
    await exception?.updateComplete;
    exception?.focus();
  }

  override willUpdate(): void {
    const { outcome } = this.state;
    if (outcome?.kind === 'report' && outcome.run.report.settings?.hints.length)
      this.#later.has('hints');
    if (this.view === 'summary' || this.#later.has(this.view)) this.#shown = this.view;
  }

  override render() {
    const { engine, outcome, slowRun, upToDate } = this.state;
    const shown = this.#outcome();
    const old = outcome !== undefined && !upToDate && engine.kind !== 'failed';
    const busy = old || this.#later.loading;
    // While its help is loaded, an exception is up to date.
    const dimmed = old || this.#shown !== this.view;
    return html`
      ${slowRun && engine.kind === 'ready' ? html`<pp-running .at=${slowRun}></pp-running>` : nothing}
      <div class=${dimmed ? 'outcome old' : 'outcome'} tabindex="-1" aria-busy=${busy ? 'true' : 'false'}>${shown}</div>
    `;
  }

  #outcome() {
    const { engine, outcome, source } = this.state;
    const words = this.#words.strings.results;
    const editable = source.file?.whole !== false;
    if (engine.kind === 'failed')
      return html`<pp-message
        serious
        .heading=${words.failed}
        .text=${`${engine.message}\n${engine.why ? words.failedWhy[engine.why] : words.failedAbout}`}
        .action=${words.retry}
        .request=${'pp-restart'}
      ></pp-message>`;
    switch (outcome?.kind) {
      case undefined:
        return engine.kind === 'loading'
          ? html`<pp-message .heading=${words.loading}></pp-message>`
          : nothing;
      case 'report':
        return this.#view(outcome.run);
      case 'cancelled':
        return this.#stopped(words.cancelled, words.cancelledAbout({ editable }), false);
      case 'crashed':
        return this.#stopped(
          words.crashed,
          `${outcome.message}\n${words.crashedAbout({ editable })}`,
          true,
        );
      case 'silent':
        return this.#stopped(words.silent, words.silentAbout({ editable }), true);
      case 'tooLarge':
        return this.#stopped(words.tooLarge, words.tooLargeAbout({ bytes: outcome.size }), true);
      case 'unreadable':
        return this.#stopped(
          words.unreadable,
          `${outcome.message}\n${words.unreadableAbout}`,
          true,
        );
    }
  }

  #stopped(heading: string, text: string, serious: boolean) {
    return html`<pp-message
      ?serious=${serious}
      .heading=${heading}
      .text=${text}
      .action=${this.#words.strings.results.again}
      .request=${'pp-again'}
    ></pp-message>`;
  }

  #view(run: RunView) {
    const { error } = run.report;
    if (this.#shown !== this.view && this.#failed(this.view)) return this.#failed(this.view);
    if (this.#shown === undefined)
      return html`<pp-message .heading=${this.#words.strings.layout.loading}></pp-message>`;
    if (this.#shown === 'summary') return error ? this.#exception(run, error) : this.#summary(run);
    return error ? this.#below(error, run) : this.#panel(run);
  }

  #summary(run: RunView) {
    return html`<pp-summary class="panel" .run=${run} .number=${this.state.number}></pp-summary>`;
  }

  #exception(run: RunView, error: RunError) {
    const { good } = this.state;
    return html`
      ${this.#withHelp(run, error)}
      ${run.report.logCount ? this.#logBefore(run) : nothing}
      ${good ? html`<pp-summary .run=${good} past></pp-summary>` : nothing}
    `;
  }

  /** The exception, and its help once that is loaded. */
  #withHelp(run: RunView, error: RunError) {
    if (this.#later.has('exception'))
      return html`<pp-exception .run=${run} .source=${this.state.source}></pp-exception>`;
    return html`
      <pp-raised .error=${error} .explained=${false}></pp-raised>
      ${this.#failed('exception') ?? nothing}
    `;
  }

  #logBefore(run: RunView) {
    return this.#later.has('log')
      ? html`<pp-log .run=${run} past></pp-log>`
      : (this.#failed('log') ?? nothing);
  }

  /** A message if a part could not be loaded. */
  #failed(part: LaterPart | 'summary') {
    if (part === 'summary' || this.#later.failure(part) === undefined) return undefined;
    return failureOf(this.#later, part, this.#words, nothing);
  }

  /** What is shown below an exception: what was done before it, or the last run that finished. */
  #below(error: RunError, run: RunView) {
    const { untilThen, notRun, notRunYet } = this.#words.strings.results;
    const { good } = this.state;
    if (run.report.reachedStages)
      return html`${this.#raised(error, untilThen)} ${this.#panel(run)}`;
    // For the log view, "nothing was logged" is itself the answer.
    if (!good || this.#shown === 'log')
      return html`${this.#raised(error, notRunYet)} ${this.#panel(run)}`;
    return html`${this.#raised(error, notRun)} ${this.#panel(good, 'panel past')}`;
  }

  #raised(error: RunError, about: string) {
    return html`<pp-raised .error=${error} .about=${about}></pp-raised>`;
  }

  #panel(run: RunView, look = 'panel') {
    const { stage, found, record, pinned } = this.state;
    switch (this.#shown) {
      case 'records':
        return html`<pp-records
          class=${look}
          .run=${run}
          .stage=${stage}
          .found=${found}
          .record=${record}
        ></pp-records>`;
      case 'reconciliation':
        return html`<pp-reconciliation
          class=${look}
          .run=${run}
          .block=${this.block}
        ></pp-reconciliation>`;
      case 'time':
        return html`<pp-time class=${look} .run=${run} .block=${this.block}></pp-time>`;
      case 'log':
        return html`<pp-log class=${look} .run=${run}></pp-log>`;
      case 'compare':
        return html`<pp-compare class=${look} .run=${run} .pinned=${pinned}></pp-compare>`;
      default:
        return nothing;
    }
  }
}
