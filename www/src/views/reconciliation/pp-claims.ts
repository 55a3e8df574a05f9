import { html, LitElement, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import type { ReconciliationGroup } from '../../engine/protocol.ts';
import { send } from '../../state/events.ts';
import { strings } from '../../strings/index.ts';
import { base } from '../../styles/base.ts';
import { marked } from '../../styles/marked.ts';
import { outcome } from '../../styles/outcome.ts';
import { type Cut, differing } from './differing.ts';
import { styles } from './pp-claims.styles.ts';
import { verdictOf } from './reconciliation-columns.ts';

type Value = ReconciliationGroup['values'][number];
type Claim = Value['overwrote'][number];

/** As much of a text as the browser can lay out without a delay. */
const full: Cut = {
  lead: 2000,
  room: 6000,
  words: (left) => strings.reconciliation.cutFull(left),
};

/** What each source says under one key, in full, and what it overwrote. */
export class PpClaims extends LitElement {
  static readonly tag = 'pp-claims';
  static override styles = [base, outcome, marked, styles];

  @property({ attribute: false }) group!: ReconciliationGroup;

  override render() {
    const { key, verdict, values } = this.group;
    const words = strings.reconciliation;
    return html`<section aria-labelledby="heading">
      <div class="bar">
        <h3 id="heading" class="code">${key}</h3>
        ${verdictOf(verdict)}
      </div>
      <p>${this.#about()}</p>
      <ul>${values.map((one) => this.#value(one))}</ul>
      ${
        values.some(({ overwroteCount }) => overwroteCount > 0)
          ? html`<p class="muted">${words.lastCounts}</p>`
          : nothing
      }
    </section>`;
  }

  #about(): string {
    const { verdict, difference = 'value' } = this.group;
    const { verdictAbout, differenceAbout } = strings.reconciliation;
    return verdict === 'mismatched' ? differenceAbout[difference] : verdictAbout[verdict];
  }

  #value(value: Value) {
    const { source, overwrote, overwroteCount } = value;
    return [
      this.#claim(source, value, html`<b>${strings.sourceName(source)}</b>`),
      overwrote.toReversed().map((one) => this.#claim(source, one, this.#before())),
      overwroteCount > overwrote.length ? this.#more(overwroteCount - overwrote.length) : nothing,
    ];
  }

  #before() {
    return html`<span class="before">${strings.reconciliation.before}</span>`;
  }

  #more(n: number) {
    return html`<li><span class="more muted">${strings.reconciliation.moreBefore(n)}</span></li>`;
  }

  #claim(source: string, claim: Claim & Pick<Value, 'differs'>, who: unknown) {
    const { index, line, start, end, text, differs } = claim;
    const words = strings.reconciliation;
    return html`<li>
      <span>${who}</span>
      <span
        ><button
          type="button"
          class="plain"
          aria-label=${words.goTo(source, index, line)}
          @click=${() => send(this, 'pp-reveal', { start, end, focus: true })}
        >${words.place(index, line)}</button></span
      >
      <span class="text code">${differing(text, differs, full)}</span>
    </li>`;
  }
}
