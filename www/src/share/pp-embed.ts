import { html, LitElement, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { LinkPart } from '../links/index.ts';
import { AllWords } from '../parts/all-words.ts';
import type { Store } from '../state/store.ts';
import { RESULT_VIEWS } from '../state/views.ts';
import { base } from '../styles/base.ts';
import { controls } from './controls.styles.ts';
import { type Choice, embedded } from './embedded.ts';
import { styles } from './pp-embed.styles.ts';
import { type Embedded, HOSTS, snippetFor, tagOf } from './snippets.ts';

const PARTS: readonly LinkPart[] = ['flow', 'editor', ...RESULT_VIEWS];
const LOADING = ['lazy', 'eager', 'click'] as const;

/** Makes what puts the playground into another page, and shows how that looks. */
export class PpEmbed extends LitElement {
  static readonly tag = 'pp-embed';
  static override styles = [base, controls, styles];

  @property({ attribute: false }) store!: Store;
  /** The address of the whole page. */
  @property({ attribute: false }) address = '';
  @state() private host: (typeof HOSTS)[number] = 'html';
  @state() private choice: Choice = { parts: [], loading: 'lazy' };
  @state() private made: Embedded | undefined;
  @state() private previews = false;
  @query('.preview') private preview!: HTMLElement | null;
  #words = new AllWords(this);
  /** The tag that is shown. */
  #shown = '';

  override firstUpdated(): void {
    void this.#make();
  }

  async #make(): Promise<void> {
    const { choice } = this;
    const made = await embedded(this.store, this.address, choice);
    if (choice === this.choice) this.made = made;
  }

  override updated(): void {
    const tag = this.previews && this.made ? tagOf(this.made) : '';
    if (!this.preview || tag === this.#shown) return;
    this.#shown = tag;
    // As in the other page: from the text of the snippet.
    this.preview.innerHTML = tag;
  }

  override render() {
    const words = this.#words.strings.links.embed;
    const { parts } = this.choice;
    return html`
      <label class="bar">
        ${words.host}
        <select class="host" @change=${this.#chooseHost}>
          ${HOSTS.map((one) => html`<option ?selected=${one === this.host}>${words.hosts[one]}</option>`)}
        </select>
      </label>
      <fieldset>
        <legend>${words.parts}</legend>
        ${PARTS.map(
          (part) => html`<label class="check">
            <input
              type="checkbox"
              .checked=${parts.includes(part)}
              @change=${(event: Event) => this.#choosePart(part, event)}
            />
            ${words.partNames(part)}
          </label>`,
        )}
      </fieldset>
      <label class="bar">
        ${words.loading}
        <select class="loading" @change=${this.#chooseLoading}>
          ${LOADING.map((one) => html`<option ?selected=${one === this.choice.loading}>${words.loadings[one]}</option>`)}
        </select>
      </label>
      ${this.made ? this.#snippet(this.made) : nothing}
      <details @toggle=${(event: Event) => (this.previews = (event.target as HTMLDetailsElement).open)}>
        <summary>${words.preview}</summary>
        <div
          class="preview"
          @pipeline-run=${(event: Event) => event.stopPropagation()}
          @pipeline-error=${(event: Event) => event.stopPropagation()}
        ></div>
      </details>
    `;
  }

  #snippet(made: Embedded) {
    const words = this.#words.strings.links.embed;
    const { site, place } = snippetFor(this.host, made);
    return html`
      ${site ? this.#text(words.once({ file: site.file }), site.text, words.copyOnce) : nothing}
      ${this.#text(words.place(this.host), place, words.copyPlace)}
      ${made.config === undefined ? html`<p>${words.file}</p>` : nothing}
    `;
  }

  #text(label: string, text: string, copy: string) {
    const { copied } = this.#words.strings.links.embed;
    const rows = Math.min(text.split('\n').length, 12);
    return html`<div class="text">
      <label>
        ${label}
        <textarea readonly wrap="off" spellcheck="false" rows=${rows} .value=${text}></textarea>
      </label>
      <pp-copy .label=${copy} .done=${copied} .text=${() => text}></pp-copy>
    </div>`;
  }

  #chooseHost(event: Event): void {
    this.host = HOSTS[(event.target as HTMLSelectElement).selectedIndex] ?? 'html';
  }

  #choosePart(part: LinkPart, event: Event): void {
    const chosen = new Set(this.choice.parts);
    if ((event.target as HTMLInputElement).checked) chosen.add(part);
    else chosen.delete(part);
    this.#choose({ parts: PARTS.filter((one) => chosen.has(one)) });
  }

  #chooseLoading(event: Event): void {
    const loading = LOADING[(event.target as HTMLSelectElement).selectedIndex];
    if (loading) this.#choose({ loading });
  }

  #choose(change: Partial<Choice>): void {
    this.choice = { ...this.choice, ...change };
    void this.#make();
  }
}

export const elements = [PpEmbed];
