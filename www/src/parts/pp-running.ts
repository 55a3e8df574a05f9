import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { send } from '../state/events.ts';
import type { SlowRun } from '../state/store.ts';
import { strings } from '../strings/index.ts';
import { base } from '../styles/base.ts';

/** A run that takes a while: what it is at, how far it is, and a way to stop it (`pp-cancel`). */
@customElement('pp-running')
export class PpRunning extends LitElement {
  static override styles = [
    base,
    css`
      .card {
        flex-wrap: nowrap;
        padding: var(--_space-s) var(--_space-m);
      }

      progress {
        flex: 1;
        min-inline-size: 4rem;
        accent-color: var(--_accent);
      }
    `,
  ];

  @property({ attribute: false }) at!: SlowRun;

  override render() {
    const words = strings.results;
    const { phase, done, total } = this.at;
    return html`<div class="card bar">
      <span>${words.phases[phase]}</span>
      ${
        total > 0
          ? html`<progress aria-label=${words.progress} max=${total} .value=${done}></progress>`
          : html`<progress aria-label=${words.progress}></progress>`
      }
      <button type="button" @click=${() => send(this, 'pp-cancel')}>${words.cancel}</button>
    </div>`;
  }
}
