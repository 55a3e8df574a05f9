import { html, LitElement, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { ReconciliationGroup } from '../../engine/protocol.ts';
import type { RunView } from '../../engine/run-view.ts';
import { AllWords } from '../../parts/all-words.ts';
import { asciiNote } from '../../parts/ascii-note.ts';
import { data, phrase } from '../../parts/data.ts';
import { lookAlikes } from '../../parts/look-alikes.ts';
import { moreOf, Rest } from '../../parts/rest.ts';
import { send } from '../../state/events.ts';
import { plain } from '../../strings/isolated.ts';
import type { AllStrings } from '../../strings/later.ts';
import { base } from '../../styles/base.ts';
import { marked } from '../../styles/marked.ts';
import { outcome } from '../../styles/outcome.ts';
import { type Cut, differing } from './differing.ts';
import { styles } from './pp-claims.styles.ts';
import { verdictOf } from './reconciliation-columns.ts';

type Value = ReconciliationGroup['values'][number];
type Claim = Value['overwrote'][number];

/** Shows as much of a text as the browser can lay out without a delay. */
const full = ({ cutFull, gap }: AllStrings['reconciliation']): Cut => ({
  lead: 2000,
  room: 6000,
  left: (n) => cutFull({ n }),
  gap,
});

/** The most characters of a key or a source's name. */
const KEY = 120;

/** What each source says under one key, in full, and what it overwrote. */
export class PpClaims extends LitElement {
  static readonly tag = 'pp-claims';
  static override styles = [base, outcome, marked, styles];

  @property({ attribute: false }) group!: ReconciliationGroup;
  /** The group's run. */
  @property({ attribute: false }) run!: RunView;

  /** The groups whose keys read like that of this one. */
  @state() private alike: readonly ReconciliationGroup[] = [];

  #words = new AllWords(this);
  #rest = new Rest<Value>(this);

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has('group')) return;
    this.alike = [];
    void this.#compare(this.group);
  }

  async #compare(group: ReconciliationGroup): Promise<void> {
    const alike = await lookAlikes(this.run, group);
    if (group === this.group) this.alike = alike;
  }

  override render() {
    const { group } = this;
    const { key, verdict, reason, mixedIds, valueCount } = group;
    const { strings } = this.#words;
    const words = strings.reconciliation;
    const values = this.#rest.all(group, group.values);
    return html`<section aria-labelledby="heading">
      <div class="bar">
        <h3 id="heading" class="code">${data(key, KEY)}</h3>
        ${verdictOf(words, verdict)}
      </div>
      <p>${words.about[reason]}</p>
      ${this.alike.length ? html`<p>${phrase(words.alike(this.alike))}</p>` : nothing}
      ${mixedIds ? html`<p>${words.mixed}</p>` : nothing}
      <ul>${values.map((one) => this.#value(one))}</ul>
      ${moreOf(strings, valueCount - values.length, () => this.#rest.more(group, this.#next(values)))}
      ${asciiNote(
        strings,
        values.map(({ text }) => text),
      )}
      ${
        values.some(({ overwroteCount }) => overwroteCount > 0)
          ? html`<p class="muted">${words.lastCounts}</p>`
          : nothing
      }
    </section>`;
  }

  /** The next sources. The last one that is shown may be out of order, because it says something else. */
  async #next(shown: readonly Value[]): Promise<Value[] | undefined> {
    const known = new Set(shown.map(({ record }) => record));
    const { index } = this.group;
    const next = await this.run.ask('reconciliation', index, 1, undefined, shown.length - 1);
    return next?.[0]?.values.filter(({ record }) => !known.has(record));
  }

  #value(value: Value) {
    const { source, overwrote, overwroteCount } = value;
    return [
      this.#claim(source, value, html`<b>${data(this.#words.strings.sourceName(source), KEY)}</b>`),
      overwrote.toReversed().map((one) => this.#claim(source, one, this.#before())),
      overwroteCount > overwrote.length ? this.#more(overwroteCount - overwrote.length) : nothing,
    ];
  }

  #before() {
    return html`<span class="before">${this.#words.strings.reconciliation.before}</span>`;
  }

  #more(n: number) {
    return html`<li><span class="more muted">${this.#words.strings.reconciliation.moreBefore({ n })}</span></li>`;
  }

  #claim(source: string, claim: Claim & Partial<Pick<Value, 'differs'>>, who: unknown) {
    const { index, line, start, end } = claim;
    const words = this.#words.strings.reconciliation;
    return html`<li>
      <span>${who}</span>
      <span
        ><button
          type="button"
          class="plain"
          aria-label=${plain(words.goTo({ source, index, line }))}
          @click=${() => send(this, 'pp-reveal', { start, end, focus: true })}
        >${words.place({ index, line })}</button></span
      >
      <span class="text code" translate="no">${differing(claim, full(words))}</span>
    </li>`;
  }
}
