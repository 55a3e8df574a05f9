import { html, LitElement } from 'lit';
import { property, state } from 'lit/decorators.js';
import { send } from '../state/events.ts';
import type { Strings } from '../strings/index.ts';
import { base } from '../styles/base.ts';
import { styles } from './pp-copy.styles.ts';
import { Words } from './words.ts';

/** Milliseconds that the button says "Copied". */
const MOMENT = 2000;

/** A copy button. Sends the result as `pp-say`, for the live region. */
export class PpCopy extends LitElement {
  static readonly tag = 'pp-copy';
  static override styles = [base, styles];

  /** The name of what is copied, in the strings. */
  @property({ attribute: false }) what: keyof Strings['copy']['said'] | undefined;
  /** In its place: the button's name, and what is said once it is done. */
  @property({ attribute: false }) label = '';
  @property({ attribute: false }) done = '';
  @property({ attribute: false }) text!: () => string | Promise<string>;

  @state() private copied = false;

  #words = new Words(this);

  override render() {
    const words = this.#words.strings.copy;
    return html`<button type="button" aria-label=${this.what ? words[this.what] : this.label} @click=${this.#copy}>
      ${this.copied ? `✓ ${words.done}` : words.button}
    </button>`;
  }

  async #copy(): Promise<void> {
    const copied = await this.#toClipboard(await this.text());
    this.copied = copied;
    if (copied) setTimeout(() => (this.copied = false), MOMENT);
    const { said, failed } = this.#words.strings.copy;
    send(this, 'pp-say', !copied ? failed : this.what ? said[this.what] : this.done);
  }

  async #toClipboard(text: string): Promise<boolean> {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // The clipboard needs https and permission. The old command still works in a click handler.
      return this.#byCommand(text);
    }
  }

  #byCommand(text: string): boolean {
    const field = document.createElement('textarea');
    field.value = text;
    field.className = 'visually-hidden';
    this.renderRoot.append(field);
    field.select();
    const copied = document.execCommand('copy');
    field.remove();
    this.renderRoot.querySelector('button')?.focus();
    return copied;
  }
}
