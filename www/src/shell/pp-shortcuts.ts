import { html, LitElement } from 'lit';
import { property, query } from 'lit/decorators.js';
import { PartWords } from '../parts/part-words.ts';
import { base } from '../styles/base.ts';
import { styles } from './pp-shortcuts.styles.ts';

/** A dialog with the list of keyboard shortcuts and a switch that turns them off. */
export class PpShortcuts extends LitElement {
  static readonly tag = 'pp-shortcuts';
  static override styles = [base, styles];

  @property({ attribute: false }) enabled = true;
  @query('dialog') private dialog!: HTMLDialogElement;
  #words = new PartWords(this);

  get shown(): boolean {
    return this.dialog.open;
  }

  open(): void {
    if (!this.shown) this.dialog.showModal();
  }

  override render() {
    const words = this.#words.strings.shortcuts;
    return html`<dialog aria-labelledby="heading">
      <form method="dialog" class="bar">
        <h2 id="heading">${words.heading}</h2>
        <button>${words.close}</button>
      </form>
      <pp-shortcut-list></pp-shortcut-list>
      <label>
        <input type="checkbox" .checked=${this.enabled} @change=${this.#switch} />
        ${words.enabled}
      </label>
    </dialog>`;
  }

  #switch(event: Event): void {
    this.enabled = (event.target as HTMLInputElement).checked;
    this.dispatchEvent(new CustomEvent('pp-shortcuts', { detail: this.enabled }));
  }
}
