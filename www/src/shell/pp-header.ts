import { html, LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import { Words } from '../parts/words.ts';
import { send } from '../state/events.ts';
import type { Preferences } from '../state/preferences.ts';
import { base } from '../styles/base.ts';
import { styles } from './pp-header.styles.ts';

const SCHEMES = ['auto', 'light', 'dark'] as const;

/** The title, and the controls of the whole playground: pinning, colours, help. */
export class PpHeader extends LitElement {
  static readonly tag = 'pp-header';
  static override styles = [base, styles];

  @property({ attribute: false }) pinned = false;
  /** Whether there is a run to pin. */
  @property({ attribute: false }) pinnable = false;
  @property({ attribute: false }) scheme: Preferences['scheme'] = 'auto';

  #words = new Words(this);

  override render() {
    const { pin, layout, shortcuts } = this.#words.strings;
    const usable = this.pinned || this.pinnable;
    return html`<header class="bar">
      <h1>${this.#words.strings.title}</h1>
      <p class="tagline muted">${this.#words.strings.tagline}</p>
      <button
        type="button"
        class="pin"
        data-other=${this.pinned ? pin.pin : pin.unpin}
        aria-disabled=${usable ? 'false' : 'true'}
        @click=${() => usable && send(this, 'pp-pin', !this.pinned)}
      >
        ${this.pinned ? pin.unpin : pin.pin}
      </button>
      <label>
        <span class="muted">${layout.scheme}</span>
        <select @change=${this.#choose}>
          ${SCHEMES.map(
            (one) =>
              html`<option value=${one} ?selected=${one === this.scheme}>${layout.schemes[one]}</option>`,
          )}
        </select>
      </label>
      <button
        type="button"
        aria-label=${shortcuts.open}
        aria-haspopup="dialog"
        @click=${() => this.dispatchEvent(new CustomEvent('pp-help'))}
      >
        ?
      </button>
    </header>`;
  }

  #choose(event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    this.dispatchEvent(new CustomEvent('pp-scheme', { detail: value }));
  }
}
