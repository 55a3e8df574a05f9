import { html, LitElement, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { base } from '../styles/base.ts';
import { styles } from './pp-value.styles.ts';
import { Words } from './words.ts';

/** How many characters are shown at first, and how many at most. A value may be a whole document. */
const SHOWN = 160;
const MOST = 20_000;

/** A value as Python prints it. A long one is cut, with a button that shows the rest. */
export class PpValue extends LitElement {
  static readonly tag = 'pp-value';
  static override styles = [base, styles];

  @property({ attribute: false }) text = '';
  @state() private open = false;

  #words = new Words(this);

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('text')) this.open = false;
  }

  override render() {
    const { text } = this;
    if (text.length <= SHOWN) return text;
    const words = this.#words.strings.inspector;
    const shown = text.slice(0, this.open ? MOST : SHOWN);
    const hidden = text.length - shown.length;
    return html`${shown}${this.open && hidden ? html` <i>${words.cut(hidden)}</i>` : nothing}${
      this.open ? '' : '…'
    } <button
      class="plain"
      type="button"
      aria-expanded=${this.open ? 'true' : 'false'}
      @click=${() => (this.open = !this.open)}
    >${this.open ? words.showLess : words.showAll(text.length)}</button>`;
  }
}
