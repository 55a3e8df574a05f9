import { css, html, LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import { Words } from '../parts/words.ts';
import { send } from '../state/events.ts';
import type { Store } from '../state/store.ts';
import { base } from '../styles/base.ts';
import type { FullLink } from './full-link.ts';

/** What a link depends on. */
const contentOf = ({ state }: Store): unknown[] => [
  state.source,
  state.view,
  state.stage,
  state.found,
  state.number,
  state.record,
];

/**
 * At the foot of a playground in another page: a link to the whole page, which carries all that is open. It is packed
 * when the pointer or the focus comes to it, not at every change.
 */
export class PpInFull extends LitElement {
  static readonly tag = 'pp-in-full';
  static override styles = [
    base,
    css`
      a {
        color: var(--_accent);
        font-size: var(--_type-s);
      }

      @media print {
        a {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) store!: Store;
  /** The address of the whole page. */
  @property({ attribute: false }) address = '';
  #words = new Words(this);
  #made: (FullLink & { readonly content: unknown[] }) | undefined;

  override render() {
    return html`<a
      href=${this.#made?.href ?? this.address}
      target="_blank"
      @pointerenter=${this.#make}
      @pointerdown=${this.#make}
      @focus=${this.#make}
      @click=${this.#open}
    >${this.#words.strings.layout.inFull}</a>`;
  }

  get #isMade(): boolean {
    const content = contentOf(this.store);
    return this.#made?.content.every((one, i) => one === content[i]) ?? false;
  }

  async #make(): Promise<void> {
    if (this.#isMade) return;
    const content = contentOf(this.store);
    try {
      const { fullLink } = await import('./full-link.ts');
      this.#made = { ...(await fullLink(this.store, this.address, this.#words.language)), content };
    } catch {
      // What packs it could not be loaded. The link leads to the whole page all the same.
    }
    this.requestUpdate();
    await this.updateComplete;
  }

  /** A press may come before the link is packed. */
  async #open(event: Event): Promise<void> {
    const isMade = this.#isMade;
    if (!isMade) {
      event.preventDefault();
      await this.#make();
      open(this.#made?.href ?? this.address, '_blank', 'noopener');
    }
    if (this.#made?.said) send(this, 'pp-say', this.#made.said);
  }
}
