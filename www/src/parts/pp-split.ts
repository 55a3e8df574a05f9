import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { strings } from '../strings/index.ts';
import { base } from '../styles/base.ts';

const LEAST = 20;
const MOST = 75;
const STEP = 2;

/**
 * Two parts beside each other (slots `start` and `end`) with a border that can be moved, by pointer and by arrow keys;
 * a double click puts it back. In one column it only shows its slots. Says `pp-split` (detail: percent) when moved.
 */
@customElement('pp-split')
export class PpSplit extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        min-block-size: 0;
      }

      :host([beside]) {
        display: grid;
        grid-template: minmax(0, 1fr) / minmax(0, var(--_share)) auto minmax(0, 1fr);
      }

      [role='separator'] {
        position: relative;
        inline-size: var(--_space-l);
        cursor: col-resize;
        touch-action: none;
      }

      [role='separator']::before {
        content: '';
        position: absolute;
        inset-block: calc(50% - 1.25rem);
        inset-inline: calc(50% - 2px);
        block-size: 2.5rem;
        border-radius: 2px;
        background: var(--_control);
      }

      [role='separator']:hover::before {
        background: var(--_accent);
      }

      [role='separator']:focus-visible {
        outline-offset: -2px;
      }
    `,
  ];

  /** The parts lie beside each other. */
  @property({ type: Boolean, reflect: true }) beside = false;
  /** The first part's share, in percent. */
  @property({ attribute: false }) share = 42;

  override render() {
    return html`<slot name="start"></slot>${this.beside ? this.#border() : nothing}<slot name="end"></slot>`;
  }

  override willUpdate(): void {
    this.style.setProperty('--_share', `${this.share}%`);
  }

  #border() {
    return html`<div
      role="separator"
      tabindex="0"
      aria-orientation="vertical"
      aria-label=${strings.layout.split}
      aria-valuemin=${LEAST}
      aria-valuemax=${MOST}
      aria-valuenow=${Math.round(this.share)}
      @keydown=${this.#key}
      @pointerdown=${this.#grab}
      @pointermove=${this.#drag}
      @dblclick=${() => this.#set(42)}
    ></div>`;
  }

  #key(event: KeyboardEvent): void {
    const to = {
      ArrowLeft: this.share - STEP,
      ArrowRight: this.share + STEP,
      Home: LEAST,
      End: MOST,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    this.#set(to);
  }

  #grab(event: PointerEvent): void {
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    event.preventDefault();
  }

  #drag(event: PointerEvent): void {
    if (!(event.currentTarget as Element).hasPointerCapture(event.pointerId)) return;
    const { left, width } = this.getBoundingClientRect();
    this.#set(((event.clientX - left) / width) * 100);
  }

  #set(share: number): void {
    this.share = Math.min(MOST, Math.max(LEAST, share));
    this.dispatchEvent(new CustomEvent('pp-split', { detail: this.share }));
  }
}
