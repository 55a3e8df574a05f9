import { html, LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import type { Hint, Settings } from '../engine/protocol.ts';
import { send } from '../state/events.ts';
import { hintsIn, sayHint } from '../strings/hints.ts';
import { base } from '../styles/base.ts';
import { styles } from './pp-hints.styles.ts';
import { Words } from './words.ts';

/** What in the config was surely not meant: a quiet list. Sends `pp-reveal` to show a place. */
export class PpHints extends LitElement {
  static readonly tag = 'pp-hints';
  static override styles = [base, styles];

  @property({ attribute: false }) settings!: Settings;
  /** Those to show. */
  @property({ attribute: false }) hints: readonly Hint[] = [];

  #words = new Words(this);

  override render() {
    const { heading } = hintsIn(this.#words.language).hints;
    return html`<section aria-labelledby="heading">
      <h3 id="heading">${heading}</h3>
      <ul>${this.hints.map((hint) => this.#hint(hint))}</ul>
    </section>`;
  }

  #hint(hint: Hint) {
    const words = hintsIn(this.#words.language);
    const { start, end, line } = hint;
    return html`<li>
      ${sayHint(words, hint, this.settings)}
      <button
        class="plain"
        type="button"
        @click=${() => send(this, 'pp-reveal', { start, end, focus: true })}
      >${words.hints.goTo({ line })}</button>
    </li>`;
  }
}

export const elements = [PpHints];
