import { html, LitElement, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import type { RunError } from '../engine/protocol.ts';
import { data } from '../parts/data.ts';
import { Words } from '../parts/words.ts';
import { send } from '../state/events.ts';
import { base } from '../styles/base.ts';
import { styles } from './pp-raised.styles.ts';

/** The most characters of an exception above another view. */
const LONG = 500;

/** An exception in a few lines, with the ways to its help and to its position. */
export class PpRaised extends LitElement {
  static readonly tag = 'pp-raised';
  static override styles = [base, styles];

  @property({ attribute: false }) error!: RunError;
  /** What the exception means for what is shown below it. */
  @property({ attribute: false }) about = '';
  /** Its help is somewhere else. */
  @property({ attribute: false }) explained = true;

  #words = new Words(this);

  override render() {
    const { type, message } = this.error;
    const { exception, results } = this.#words.strings;
    return html`<section class="raised" aria-label=${results.exception}>
      <p class="code">${data(`${type}: ${message}`, LONG)}</p>
      ${this.about ? html`<p class="muted">${this.about}</p>` : nothing}
      <div class="bar">
        ${
          this.explained
            ? html`<button type="button" @click=${() => send(this, 'pp-explain')}>
                ${exception.explain}
              </button>`
            : nothing
        }
        ${this.#goTo()}
      </div>
    </section>`;
  }

  #goTo() {
    const { line, start, end } = this.error;
    if (line === undefined || start === undefined || end === undefined) return nothing;
    return html`<button
      type="button"
      @click=${() => send(this, 'pp-reveal', { start, end, focus: true })}
    >${this.#words.strings.exception.goTo({ line: String(line) })}</button>`;
  }
}
