import { html, LitElement, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { bytesOf, encode, type LinkState, sizeOf, type TooLarge } from '../links/index.ts';
import { AllWords } from '../parts/all-words.ts';
import { phrase } from '../parts/data.ts';
import { Later } from '../parts/later.ts';
import type { Store } from '../state/store.ts';
import { say } from '../strings/index.ts';
import { base } from '../styles/base.ts';
import { controls } from './controls.styles.ts';
import { dialog } from './dialog.styles.ts';
import { hasConfig, stateOf } from './link-state.ts';
import { styles } from './pp-share.styles.ts';

/** The most characters of a link that are shown. All of them are copied. */
const SHOWN = 5000;

interface Made {
  readonly state: LinkState;
  /** The whole address. */
  readonly link?: string;
  readonly why?: TooLarge;
}

/** The dialog that makes a link to the playground as it is, and what puts it into another page. */
export class PpShare extends LitElement {
  static readonly tag = 'pp-share';
  static override styles = [base, dialog, controls, styles];

  @property({ attribute: false }) store!: Store;
  /** The address of the whole page. */
  @property({ attribute: false }) address = '';
  @state() private made: Made | undefined;
  @state() private withConfig = true;
  @state() private said = '';
  @state() private embeds = false;
  @query('dialog') private dialog!: HTMLDialogElement;
  @query('.link') private field!: HTMLInputElement;
  #words = new AllWords(this);
  #later = new Later(this, { embed: () => import('./pp-embed.ts') }, this.#words);

  override firstUpdated(): void {
    this.dialog.showModal();
    void this.#make();
  }

  async #make(): Promise<void> {
    const { withConfig } = this;
    const state = stateOf(this.store, withConfig);
    const encoded = await encode(state);
    // The checkbox was pressed meanwhile.
    if (withConfig !== this.withConfig) return;
    const address = new URL(this.address);
    address.hash = encoded.kind === 'link' ? encoded.hash : '';
    this.made =
      encoded.kind === 'link' ? { state, link: address.href } : { state, why: encoded.why };
    await this.updateComplete;
    // So that one key copies it.
    if (this.shadowRoot?.activeElement === this.field) this.field.select();
  }

  override render() {
    const { links, shortcuts } = this.#words.strings;
    const words = links.share;
    return html`<dialog
      aria-labelledby="heading"
      @close=${() => this.dispatchEvent(new CustomEvent('close'))}
      @pp-say=${this.#say}
    >
      <form method="dialog" class="bar">
        <h2 id="heading">${words.heading}</h2>
        <button>${shortcuts.close}</button>
      </form>
      <div class="bar">
        <label class="address">
          ${words.link}
          <input
            class="link"
            readonly
            autofocus
            spellcheck="false"
            .value=${this.made?.link?.slice(0, SHOWN) ?? ''}
            @focus=${() => this.field.select()}
          />
        </label>
        ${this.made?.link ? this.#copy(this.made.link) : nothing}
      </div>
      <div aria-live="polite">${this.made ? this.#about(this.made) : nothing}</div>
      ${this.#choice()}
      ${
        this.address.startsWith('file:')
          ? html`<p class="warning">${words.onlyHere}</p>`
          : html`<details @toggle=${this.#toggle}>
              <summary>${words.embed}</summary>
              ${this.embeds ? this.#embed() : nothing}
            </details>`
      }
      <p class="said" role="status">${this.said}</p>
    </dialog>`;
  }

  #copy(link: string) {
    const { copy, copied } = this.#words.strings.links.share;
    return html`<pp-copy .label=${copy} .done=${copied} .text=${() => link}></pp-copy>`;
  }

  /** How long the link is, and what it carries. */
  #about({ state, link, why }: Made) {
    const { links } = this.#words.strings;
    if (link === undefined)
      return html`<p class="warning">${why ? say(links.notMade, why) : ''}</p>`;
    const { characters, over } = sizeOf(link);
    const bytes = bytesOf(state);
    return html`
      <p>
        ${links.characters({ n: characters })}.
        ${over ? html`<span class="warning">${links.long[over]}</span>` : nothing}
      </p>
      <p>${phrase(links.carries(state, bytes))}</p>
      <p class="muted">${bytes === undefined ? links.leftOut : links.inLink}</p>
    `;
  }

  #choice() {
    const { store } = this;
    const words = this.#words.strings.links.share;
    if (!hasConfig(store))
      return html`<p class="warning">${store.bigFile ? words.bigFile : words.notUtf8}</p>`;
    return html`<label class="check">
      <input type="checkbox" .checked=${!this.withConfig} @change=${this.#choose} />
      ${words.leaveOut}
    </label>`;
  }

  #embed() {
    const { layout } = this.#words.strings;
    if (this.#later.has('embed'))
      return html`<pp-embed .store=${this.store} .address=${this.address}></pp-embed>`;
    const failed = this.#later.failure('embed') !== undefined;
    return html`<p>${failed ? `${layout.notLoaded}.` : layout.loading}</p>`;
  }

  #toggle(event: Event): void {
    this.embeds = (event.target as HTMLDetailsElement).open;
    if (this.embeds) this.#later.retry();
  }

  #choose(event: Event): void {
    this.withConfig = !(event.target as HTMLInputElement).checked;
    void this.#make();
  }

  /** What is outside of an open dialog is not announced. */
  #say(event: CustomEvent<string>): void {
    event.stopPropagation();
    this.said = event.detail;
  }
}
