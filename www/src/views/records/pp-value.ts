import { html, LitElement } from 'lit';
import { property, state } from 'lit/decorators.js';
import { AllWords } from '../../parts/all-words.ts';
import { data } from '../../parts/data.ts';
import { base } from '../../styles/base.ts';
import { styles } from './pp-value.styles.ts';

/** How many characters are shown at first, and how many at most. A value may be a whole document. */
const SHOWN = 160;
const MOST = 20_000;

/** A value as Python prints it. The middle of a long one is left out, with a button that shows the rest. */
export class PpValue extends LitElement {
  static readonly tag = 'pp-value';
  static override styles = [base, styles];

  @property({ attribute: false }) text = '';
  @state() private open = false;

  #words = new AllWords(this);

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('text')) this.open = false;
  }

  override render() {
    const { text } = this;
    if (text.length <= SHOWN) return data(text);
    const words = this.#words.strings.inspector;
    const hidden = this.open ? text.length - MOST : 0;
    return html`${data(text, this.open ? MOST : SHOWN)}${hidden > 0 ? html` <i>${words.cut(hidden)}</i>` : ''} <button
      class="plain"
      type="button"
      aria-expanded=${this.open ? 'true' : 'false'}
      @click=${() => (this.open = !this.open)}
    >${this.open ? words.showLess : words.showAll(text.length)}</button>`;
  }
}
