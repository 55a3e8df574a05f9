import { html, LitElement } from 'lit';
import { property, query } from 'lit/decorators.js';
import { failureOf } from '../parts/failure.ts';
import { Later } from '../parts/later.ts';
import { Words } from '../parts/words.ts';
import { base } from '../styles/base.ts';
import { laterList } from './later-list.ts';
import { styles } from './pp-shortcuts.styles.ts';

/** A dialog with the list of keyboard shortcuts and a switch that turns them off. The list is loaded when opened. */
export class PpShortcuts extends LitElement {
  static readonly tag = 'pp-shortcuts';
  static override styles = [base, styles];

  @property({ attribute: false }) enabled = true;
  @query('dialog') private dialog!: HTMLDialogElement;
  #words = new Words(this);
  #later = new Later(this, { list: laterList }, this.#words);
  #opened = false;

  get shown(): boolean {
    return this.dialog.open;
  }

  open(): void {
    if (this.shown) return;
    this.#opened = true;
    this.requestUpdate();
    this.dialog.showModal();
  }

  override render() {
    const words = this.#words.strings.shortcuts;
    return html`<dialog aria-labelledby="heading">
      <form method="dialog" class="bar">
        <h2 id="heading">${words.heading}</h2>
        <button>${words.close}</button>
      </form>
      ${this.#opened ? this.#list() : ''}
      <label>
        <input type="checkbox" .checked=${this.enabled} @change=${this.#switch} />
        ${words.enabled}
      </label>
    </dialog>`;
  }

  #list() {
    if (this.#later.has('list')) return html`<pp-shortcut-list></pp-shortcut-list>`;
    if (this.#later.failure('list') === undefined)
      return html`<p class="muted">${this.#words.strings.layout.loading}</p>`;
    return failureOf(this.#later, 'list', this.#words);
  }

  #switch(event: Event): void {
    this.enabled = (event.target as HTMLInputElement).checked;
    this.dispatchEvent(new CustomEvent('pp-shortcuts', { detail: this.enabled }));
  }
}
