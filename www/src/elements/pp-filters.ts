import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { RecordFilter } from '../engine/protocol.ts';
import { strings } from '../strings/index.ts';
import { base } from '../styles/base.ts';

/** What the learner can look for. */
export type Sought = Pick<RecordFilter, 'text' | 'fate' | 'freshness' | 'verdict' | 'source'>;

/** Milliseconds without a keystroke until a text is looked for. */
const PAUSE = 150;
/** Sources that fit a menu; more are found by typing. */
const MENU = 30;
/** Names that a text field offers at the most. */
const OFFERED = 500;

/** The filters above a list of records. Says `pp-filter` (detail: all that is looked for now). */
@customElement('pp-filters')
export class PpFilters extends LitElement {
  static override styles = [
    base,
    css`
      .bar {
        gap: var(--_space-xs) var(--_space-m);
      }

      label {
        display: inline-flex;
        gap: var(--_space-xs);
        align-items: center;
        max-inline-size: 100%;
        font-size: var(--_type-s);
        color: var(--_muted);
      }

      select {
        min-inline-size: 0;
        padding-inline: var(--_space-xs);
        font-size: var(--_type-s);
      }

      input:not([type='checkbox']) {
        inline-size: 7rem;
        font-size: var(--_type-s);
      }
    `,
  ];

  @property({ attribute: false }) sought: Sought = {};
  @property({ attribute: false }) sources: readonly { name: string }[] = [];
  /** Reconcile's verdicts are a filter of that stage only. */
  @property({ type: Boolean }) verdicts = false;

  #timer: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  override render() {
    const words = strings.inspector.filters;
    const { sought } = this;
    return html`<div class="bar" role="group" aria-label=${words.label}>
      <label>${words.text}
        <input
          type="search"
          placeholder=${words.textHint}
          .value=${live(sought.text ?? '')}
          @input=${this.#type}
        />
      </label>
      ${this.#menu('fate', words.fate, words.fates)}
      ${this.#menu('freshness', words.freshness, words.marks)}
      ${this.verdicts ? this.#menu('verdict', words.verdict, words.verdicts) : nothing}
      ${this.sources.length > MENU ? this.#sourceField() : this.#sourceMenu()}
      ${
        Object.keys(sought).length
          ? html`<button class="plain" type="button" @click=${this.#clear}>${words.clear}</button>`
          : nothing
      }
    </div>`;
  }

  #sourceMenu() {
    const names = this.sources.map(({ name }) => [name, name]);
    return this.#menu('source', strings.inspector.filters.source, Object.fromEntries(names));
  }

  #menu(name: Exclude<keyof Sought, 'text'>, label: string, options: Record<string, string>) {
    const chosen = this.sought[name];
    // A name that the newest text does not have any more is still what is looked for.
    const missing = chosen !== undefined && !(chosen in options);
    const change = (event: Event) =>
      this.#say({ [name]: (event.target as HTMLSelectElement).value || undefined });
    const all = { ...options, ...(missing ? { [chosen]: chosen } : {}) };
    return html`<label>${label}
      <select name=${name} .value=${live(chosen ?? '')} @change=${change}>
        <option value="" ?selected=${!chosen}>${strings.inspector.filters.all}</option>
        ${Object.entries(all).map(
          ([value, word]) =>
            html`<option value=${value} ?selected=${value === chosen}>${word}</option>`,
        )}
      </select>
    </label>`;
  }

  #sourceField() {
    const words = strings.inspector.filters;
    const change = (event: Event) =>
      this.#say({ source: (event.target as HTMLInputElement).value || undefined });
    return html`<label>${words.source}
      <input
        name="source"
        list="sources"
        placeholder=${words.all}
        .value=${live(this.sought.source ?? '')}
        @change=${change}
      />
      <datalist id="sources">
        ${this.sources.slice(0, OFFERED).map(({ name }) => html`<option value=${name}></option>`)}
      </datalist>
    </label>`;
  }

  #type(event: InputEvent): void {
    const { value } = event.target as HTMLInputElement;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#say({ text: value || undefined }), PAUSE);
  }

  #clear(): void {
    clearTimeout(this.#timer);
    this.dispatchEvent(new CustomEvent<Sought>('pp-filter', { detail: {} }));
    // The button goes with what it cleared.
    this.renderRoot.querySelector('input')?.focus();
  }

  #say(change: { [Name in keyof Sought]: string | undefined }): void {
    const all = Object.entries({ ...this.sought, ...change }).filter(([, value]) => value);
    const detail = Object.fromEntries(all) as Sought;
    this.dispatchEvent(new CustomEvent<Sought>('pp-filter', { detail }));
  }
}
