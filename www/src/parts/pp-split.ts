import { html, LitElement, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { base } from '../styles/base.ts';
import { styles } from './pp-split.styles.ts';
import { Words } from './words.ts';

const LEAST = 20;
const MOST = 75;
const STEP = 2;

/**
 * Two parts side by side (slots `start` and `end`) with a border that moves by pointer and by arrow keys; a double
 * click resets it. In one column it only shows its slots. Sends `pp-split` (detail: percent) when moved.
 */
export class PpSplit extends LitElement {
  static readonly tag = 'pp-split';
  static override styles = [base, styles];

  /** The parts are side by side. */
  @property({ type: Boolean, reflect: true }) beside = false;
  /** The first part's share, in percent. */
  @property({ attribute: false }) share = 42;

  #words = new Words(this);

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
      aria-label=${this.#words.strings.layout.split}
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
