import { html, LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import { send } from '../state/events.ts';
import type { SlowRun } from '../state/state.ts';
import { base } from '../styles/base.ts';
import { styles } from './pp-running.styles.ts';
import { Words } from './words.ts';

/** The progress of a slow run: its phase, how far it has got, and a button to stop it (`pp-cancel`). */
export class PpRunning extends LitElement {
  static readonly tag = 'pp-running';
  static override styles = [base, styles];

  @property({ attribute: false }) at!: SlowRun;

  #words = new Words(this);

  override render() {
    const words = this.#words.strings.results;
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
