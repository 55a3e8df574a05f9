import { html, LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import { send } from '../state/events.ts';
import type { View } from '../state/views.ts';
import { base } from '../styles/base.ts';
import { styles } from './pp-tabs.styles.ts';
import { Words } from './words.ts';

export interface Tab {
  view: View;
  /** Shown after the name, such as a number of lines. */
  count?: string;
}

/** A list of tabs, following the ARIA practices: one stop for Tab, arrow keys within. Sends `pp-view`. */
export class PpTabs extends LitElement {
  static readonly tag = 'pp-tabs';
  static override styles = [base, styles];

  @property({ attribute: false }) tabs: readonly Tab[] = [];
  @property({ attribute: false }) current: View = 'summary';

  #words = new Words(this);
  /** What the current tab says. */
  #name: string | null = null;

  override render() {
    return html`<div role="tablist" aria-label=${this.#words.strings.views.list} @keydown=${this.#move}>
      ${this.tabs.map((tab) => this.#tab(tab))}
    </div>`;
  }

  /** Brings another current tab, or a wider one, into sight. */
  override updated(): void {
    const { textContent: name = null } = this.#button(this.current) ?? {};
    if (name === this.#name) return;
    this.#name = name;
    // Once all of the page is there: to measure it earlier would have the browser lay it out twice.
    requestAnimationFrame(() => this.#scrollToCurrent());
  }

  /** Only the list is scrolled: this may be far down in a page that somebody reads. */
  #scrollToCurrent(): void {
    const tab = this.#button(this.current);
    const list = tab?.parentElement;
    if (!list) return;
    const [inner, outer] = [tab.getBoundingClientRect(), list.getBoundingClientRect()];
    list.scrollLeft +=
      Math.min(inner.left - outer.left, 0) + Math.max(inner.right - outer.right, 0);
  }

  /** Focuses the open tab. */
  override async focus(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('[aria-selected=true]')?.focus();
  }

  #tab({ view, count }: Tab) {
    const selected = view === this.current;
    return html`<button
      type="button"
      role="tab"
      data-view=${view}
      aria-selected=${selected ? 'true' : 'false'}
      tabindex=${selected ? 0 : -1}
      @click=${() => send(this, 'pp-view', view)}
    >${this.#words.strings.views[view]}${count === undefined ? '' : html` <span class="count">${count}</span>`}</button>`;
  }

  async #move(event: KeyboardEvent): Promise<void> {
    const index = this.tabs.findIndex(({ view }) => view === this.current);
    const last = this.tabs.length - 1;
    const to = {
      ArrowRight: index === last ? 0 : index + 1,
      ArrowLeft: index === 0 ? last : index - 1,
      Home: 0,
      End: last,
    }[event.key];
    const tab = to === undefined ? undefined : this.tabs[to];
    if (!tab) return;
    event.preventDefault();
    send(this, 'pp-view', tab.view);
    await this.updateComplete;
    this.#button(tab.view)?.focus();
  }

  #button(view: View): HTMLButtonElement | null {
    return this.renderRoot.querySelector(`[data-view=${view}]`);
  }
}
