import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { RunError } from '../engine/protocol.ts';
import { send } from '../events.ts';
import { strings } from '../strings/index.ts';
import { base } from '../styles/base.ts';
import './pp-copy.ts';

/** Python's exception and where it happened. Asks by `pp-reveal` to be shown in the editor. */
@customElement('pp-exception')
export class PpException extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
      }

      .card {
        padding: 0.75rem 1rem 1rem;
        border-color: var(--_danger);
        border-inline-start-width: 4px;
        background: var(--_danger-soft);
      }

      header {
        display: flex;
        justify-content: space-between;
        align-items: center;
      }

      h2 {
        color: var(--_danger);
      }

      .error {
        margin-block: 0.5rem 0.75rem;
        font: 400 0.9375rem/1.5 var(--_mono);
        overflow-wrap: anywhere;
        white-space: pre-wrap;
      }

      .error b {
        font-weight: 650;
      }

      dl {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 0.125rem 1rem;
        margin-block-end: 0.75rem;
        font-size: 0.875rem;
      }

      dd {
        overflow-wrap: anywhere;
      }

      .code {
        font-family: var(--_mono);
      }
    `,
  ];

  @property({ attribute: false }) error!: RunError;

  override render() {
    const { type, message, line, start, end } = this.error;
    const words = strings.exception;
    return html`
      <section class="card" aria-labelledby="heading">
        <header>
          <h2 id="heading">${strings.results.exception}</h2>
          <pp-copy .what=${'exception'} .text=${() => `${type}: ${message}`}></pp-copy>
        </header>
        <p class="error"><b>${type}</b>: ${message}</p>
        ${this.#where()}
        ${
          line !== undefined && start !== undefined && end !== undefined
            ? html`<button
                type="button"
                @click=${() => send(this, 'pp-reveal', { start, end, focus: true })}
              >${words.goTo(line)}</button>`
            : nothing
        }
      </section>
    `;
  }

  #where() {
    const { stage, source, index, line, column } = this.error;
    const words = strings.exception;
    const rows = [
      row(words.stage, stage, true),
      row(words.source, source, true),
      row(words.record, index === undefined ? undefined : words.index(index), true),
      row(words.place, line === undefined ? undefined : words.lineColumn(line, column ?? 1), false),
    ];
    return rows.some((one) => one !== nothing) ? html`<dl>${rows}</dl>` : nothing;
  }
}

function row(term: string, text: string | undefined, code: boolean) {
  if (text === undefined) return nothing;
  return html`<dt class="muted">${term}</dt>
    <dd class=${code ? 'code' : ''}>${text}</dd>`;
}
