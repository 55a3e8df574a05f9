import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { LogLine, Report } from '../engine/protocol.ts';
import type { State } from '../store.ts';
import { strings } from '../strings.ts';
import { base } from '../styles/base.ts';
import './pp-copy.ts';
import './pp-exception.ts';
import './pp-log.ts';
import './pp-message.ts';
import './pp-running.ts';

/** What the engine says of the config: the summary or the exception, and the log; or why there is neither. */
@customElement('pp-results')
export class PpResults extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: grid;
        gap: 1rem;
        align-content: start;
        min-inline-size: 0;
      }

      .outcome {
        display: grid;
        gap: 1rem;
        transition: opacity 150ms;
      }

      .outcome:focus {
        outline: none;
      }

      /* Only what stays out of date for a while is dimmed: on small texts nothing may flicker. */
      .outcome[aria-busy='true'] {
        opacity: 0.55;
        transition-delay: 250ms;
      }

      .summary header {
        display: flex;
        justify-content: space-between;
        align-items: center;
        padding: 0.75rem 1rem;
      }

      pre {
        padding: 0.75rem 1rem 1rem;
        border-block-start: 1px solid var(--_line);
        font: 400 0.875rem/1.5 var(--_mono);
        overflow-wrap: anywhere;
        white-space: pre-wrap;
      }
    `,
  ];

  @property({ attribute: false }) state!: State;
  /** The exception's place is in what the editor shows. */
  @property({ attribute: false }) reachable = false;
  @property({ attribute: false }) fetch!: (offset: number, limit: number) => Promise<LogLine[]>;

  #focusWithin = false;

  override willUpdate(): void {
    this.#focusWithin = this.matches(':focus-within');
  }

  /** The button that had the focus may be gone with what it belonged to: Cancel, or Run again. */
  override updated(): void {
    if (this.#focusWithin && !this.matches(':focus-within'))
      this.renderRoot.querySelector<HTMLElement>('.outcome')?.focus();
  }

  override render() {
    const { engine, outcome, slowRun, upToDate } = this.state;
    const old = outcome !== undefined && !upToDate && engine.kind !== 'failed';
    return html`
      ${
        slowRun && engine.kind === 'ready'
          ? html`<pp-running .done=${slowRun.done} .total=${slowRun.total}></pp-running>`
          : nothing
      }
      <div class="outcome" tabindex="-1" aria-busy=${old ? 'true' : 'false'}>${this.#outcome()}</div>
    `;
  }

  #outcome() {
    const { engine, outcome } = this.state;
    const words = strings.results;
    if (engine.kind === 'failed')
      return html`<pp-message
        serious
        .heading=${words.failed}
        .text=${`${engine.message}\n${words.failedAbout}`}
        .action=${words.retry}
        .wish=${'pp-restart'}
      ></pp-message>`;
    switch (outcome?.kind) {
      case undefined:
        return engine.kind === 'loading'
          ? html`<pp-message .heading=${words.loading}></pp-message>`
          : nothing;
      case 'report':
        return this.#report(outcome.report);
      case 'cancelled':
        return this.#stopped(words.cancelled, words.cancelledAbout, false);
      case 'crashed':
        return this.#stopped(words.crashed, `${outcome.message}\n${words.crashedAbout}`, true);
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
      .action=${strings.results.again}
      .wish=${'pp-again'}
    ></pp-message>`;
  }

  #report({ summaryText, error, logs, logCount }: Report) {
    return html`
      ${
        error
          ? html`<pp-exception .error=${error} .reachable=${this.reachable}></pp-exception>`
          : nothing
      }
      ${summaryText === undefined ? nothing : this.#summary(summaryText)}
      <pp-log .first=${logs} .total=${logCount} .fetch=${this.fetch}></pp-log>
    `;
  }

  #summary(text: string) {
    return html`<section class="summary card" aria-labelledby="summary">
      <header>
        <h2 id="summary">${strings.results.summary}</h2>
        <pp-copy .what=${'summary'} .text=${() => text}></pp-copy>
      </header>
      <pre>${text}</pre>
    </section>`;
  }
}
