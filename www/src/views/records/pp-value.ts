import { html, LitElement } from 'lit';
import { property, state } from 'lit/decorators.js';
import { AllWords } from '../../parts/all-words.ts';
import { data } from '../../parts/data.ts';
import { base } from '../../styles/base.ts';
import { styles } from './pp-value.styles.ts';

/** How many characters are shown at first, and how many at a time. A value may be a whole document. */
const SHOWN = 160;
const MOST = 20_000;

/** Fetches a part of a text. Undefined if the run was replaced. */
export type Part = (offset: number, limit: number) => Promise<string | undefined>;

/**
 * A value as Python prints it. Of a long one the middle is left out, or all but the beginning if that is all there is,
 * with a button that shows more, a part at a time.
 */
export class PpValue extends LitElement {
  static readonly tag = 'pp-value';
  static override styles = [base, styles];

  /** The text, or its beginning. */
  @property({ attribute: false }) text = '';
  /** The length of the whole text, if `text` is its beginning. */
  @property({ attribute: false }) length: number | undefined;
  /** Fetches the rest. */
  @property({ attribute: false }) rest: Part | undefined;
  @state() private open = false;
  /** The part that is shown, and where it starts. */
  @state() private shown = { from: 0, text: '' };

  #words = new AllWords(this);

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has('text')) return;
    this.open = false;
    this.shown = { from: 0, text: this.text.slice(0, MOST) };
  }

  override render() {
    const { text, open } = this;
    const length = this.length ?? text.length;
    if (length <= SHOWN) return data(text);
    const words = this.#words.strings.inspector;
    return html`${open ? data(this.shown.text) : this.#short(length)} ${
      open && length > MOST ? this.#turning(length) : ''
    }<button
      class="plain"
      type="button"
      aria-expanded=${open ? 'true' : 'false'}
      @click=${() => (this.open = !open)}
    >${open ? words.showLess : words.showAll({ length })}</button>`;
  }

  #short(length: number) {
    const { text } = this;
    return length > text.length ? html`${data(text.slice(0, SHOWN))}…` : data(text, SHOWN);
  }

  /** Which part is shown, and buttons for the others. */
  #turning(length: number) {
    const { from, text } = this.shown;
    const words = this.#words.strings.inspector;
    const to = (label: string, offset: number) =>
      html`<button
        class="plain"
        type="button"
        ?disabled=${offset < 0 || offset >= length}
        @click=${() => this.#turn(offset)}
      >${label}</button>`;
    return html`<i>${words.part({ from: from + 1, to: from + text.length, all: length })}</i>
      ${to(words.previous, from - MOST)} ${to(words.next, from + MOST)} `;
  }

  async #turn(from: number): Promise<void> {
    const { text, rest } = this;
    const end = from + MOST;
    const shown = end <= text.length || !rest ? text.slice(from, end) : await rest(from, MOST);
    if (shown !== undefined && text === this.text) this.shown = { from, text: shown };
  }
}
