import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { send } from '../events.ts';
import { strings } from '../strings.ts';
import { base } from '../styles/base.ts';

/** A run that takes a while: how far it is, and a way to stop it (`pp-cancel`). */
@customElement('pp-running')
export class PpRunning extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
      }

      .card {
        display: flex;
        gap: 0.75rem;
        align-items: center;
        padding: 0.625rem 1rem;
      }

      progress {
        flex: 1;
        min-inline-size: 4rem;
        accent-color: var(--_accent);
      }
    `,
  ];

  @property({ attribute: false }) done = 0;
  /** 0 where it is not known yet. */
  @property({ attribute: false }) total = 0;

  override render() {
    const words = strings.results;
    const label = words.progress;
    return html`<div class="card">
      <span>${words.running}</span>
      ${
        this.total > 0
          ? html`<progress aria-label=${label} max=${this.total} .value=${this.done}></progress>`
          : html`<progress aria-label=${label}></progress>`
      }
      <button type="button" @click=${() => send(this, 'pp-cancel')}>${words.cancel}</button>
    </div>`;
  }
}
