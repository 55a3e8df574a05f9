import { html, LitElement, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { send } from '../state/events.ts';
import { base } from '../styles/base.ts';
import { styles } from './pp-message.styles.ts';

/** A card in place of a result: what happened, what it means, and at most one button. */
export class PpMessage extends LitElement {
  static readonly tag = 'pp-message';
  static override styles = [base, styles];

  @property({ attribute: false }) heading = '';
  @property({ attribute: false }) text = '';
  /** The button's label. Empty: no button. */
  @property({ attribute: false }) action = '';
  /** The event that the button sends. */
  @property({ attribute: false }) request: 'pp-again' | 'pp-restart' | 'pp-load' | undefined;
  /** Something went wrong. */
  @property({ type: Boolean, reflect: true }) serious = false;

  override render() {
    return html`<section class="card" aria-labelledby="heading" tabindex="-1">
      <h2 id="heading">${this.heading}</h2>
      ${this.text ? html`<p>${this.text}</p>` : nothing}
      ${this.action ? html`<button type="button" @click=${this.#act}>${this.action}</button>` : nothing}
    </section>`;
  }

  #act(): void {
    if (this.request) send(this, this.request);
  }
}
