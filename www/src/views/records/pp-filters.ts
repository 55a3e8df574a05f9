import { html, LitElement, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { RecordFilter } from '../../engine/protocol.ts';
import { AllWords } from '../../parts/all-words.ts';
import { sourceMenu } from '../../parts/source-menu.ts';
import { base } from '../../styles/base.ts';
import { styles } from './pp-filters.styles.ts';

/** What the learner can filter by. */
export type Filters = Pick<RecordFilter, 'text' | 'fate' | 'freshness' | 'verdict' | 'source'>;

/** Milliseconds after the last keystroke before the search starts. */
const PAUSE = 150;

/** The filters above a list of records. Sends `pp-filter` (detail: all filters as they are now). */
export class PpFilters extends LitElement {
  static readonly tag = 'pp-filters';
  static override styles = [base, styles];

  @property({ attribute: false }) filters: Filters = {};
  @property({ attribute: false }) sources: readonly { name: string }[] = [];
  /** Show the filter by verdict, which only reconcile has. */
  @property({ type: Boolean }) verdicts = false;
  /** The values that a record here has. Others are not offered. */
  @property({ attribute: false }) offered: ReadonlySet<string> = new Set();

  #words = new AllWords(this);
  #timer: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  override render() {
    const words = this.#words.strings.inspector.filters;
    const { filters } = this;
    return html`<div class="bar" role="group" aria-label=${words.label}>
      <label>${words.text}
        <input
          type="search"
          placeholder=${words.textHint}
          .value=${live(filters.text ?? '')}
          @input=${this.#type}
        />
      </label>
      ${this.#menu('fate', words.fate, Object.entries(words.fates))}
      ${this.#menu('freshness', words.freshness, Object.entries(words.marks))}
      ${this.verdicts ? this.#menu('verdict', words.verdict, Object.entries(words.verdicts)) : nothing}
      ${this.#source()}
      ${
        Object.keys(filters).length
          ? html`<button class="plain" type="button" @click=${this.#clear}>${words.clear}</button>`
          : nothing
      }
    </div>`;
  }

  /** A menu of the values of a filter, selected by index: 0 is all of them. */
  #menu(
    name: Exclude<keyof Filters, 'text' | 'source'>,
    label: string,
    options: readonly [value: string, word: string][],
  ) {
    const shown = options.filter(
      ([value]) => this.offered.has(value) || value === this.filters[name],
    );
    const chosen = shown.findIndex(([value]) => value === this.filters[name]) + 1;
    const change = (event: Event) => {
      const { selectedIndex } = event.target as HTMLSelectElement;
      this.#say({ [name]: shown[selectedIndex - 1]?.[0] });
    };
    return html`<label>${label}
      <select name=${name} .selectedIndex=${live(chosen)} @change=${change}>
        <option value="" ?selected=${chosen === 0}>${this.#words.strings.inspector.filters.all}</option>
        ${shown.map(
          ([value, word], i) =>
            html`<option value=${value} ?selected=${i + 1 === chosen}>${word}</option>`,
        )}
      </select>
    </label>`;
  }

  #source() {
    const words = this.#words.strings.inspector.filters;
    return html`<label>${words.source}
      ${sourceMenu({
        strings: this.#words.strings,
        sources: this.sources,
        chosen: this.filters.source,
        all: words.all,
        choose: (source) => this.#say({ source }),
      })}
    </label>`;
  }

  #type(event: InputEvent): void {
    const { value } = event.target as HTMLInputElement;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#say({ text: value || undefined }), PAUSE);
  }

  #clear(): void {
    clearTimeout(this.#timer);
    this.dispatchEvent(new CustomEvent<Filters>('pp-filter', { detail: {} }));
    // The button is removed, since there is nothing left to clear.
    this.renderRoot.querySelector('input')?.focus();
  }

  #say(change: { [Name in keyof Filters]: string | undefined }): void {
    const all = Object.entries({ ...this.filters, ...change }).filter(
      ([, value]) => value !== undefined,
    );
    const detail = Object.fromEntries(all) as Filters;
    this.dispatchEvent(new CustomEvent<Filters>('pp-filter', { detail }));
  }
}
