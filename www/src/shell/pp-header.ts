import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { send } from '../state/events.ts';
import type { Preferences } from '../state/preferences.ts';
import { strings } from '../strings/index.ts';
import { base, visuallyHidden } from '../styles/base.ts';

const SCHEMES = ['auto', 'light', 'dark'] as const;

/** The title, and what concerns the playground as a whole: pinning, colours, help. */
@customElement('pp-header')
export class PpHeader extends LitElement {
  static override styles = [
    base,
    css`
      header {
        row-gap: var(--_space-xs);
      }

      h1 {
        font-size: var(--_type-xl);
        font-weight: 700;
        line-height: 1.25;
        letter-spacing: -0.015em;
      }

      .tagline {
        flex: 1 1 16rem;
        text-wrap: pretty;
      }

      /* As wide as its other word, so that nothing moves when it gets that. */
      .pin::after {
        content: attr(data-other);
        display: block;
        block-size: 0;
        visibility: hidden;
      }

      @container (inline-size < 34rem) {
        h1 {
          flex-basis: 100%;
        }

        .tagline {
          display: none;
        }
      }

      /* All controls in one row: the word beside the menu can still be heard. */
      @container (inline-size < 24rem) {
        label .muted {
          ${visuallyHidden}
        }

        select {
          padding-inline: var(--_space-s) 0;
        }
      }
    `,
  ];

  @property({ attribute: false }) pinned = false;
  /** There is a run to pin. */
  @property({ attribute: false }) pinnable = false;
  @property({ attribute: false }) scheme: Preferences['scheme'] = 'auto';

  override render() {
    const { pin, layout, shortcuts } = strings;
    const usable = this.pinned || this.pinnable;
    return html`<header class="bar">
      <h1>${strings.title}</h1>
      <p class="tagline muted">${strings.tagline}</p>
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
