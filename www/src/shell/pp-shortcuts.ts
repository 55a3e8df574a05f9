import { html, LitElement } from 'lit';
import { property, query } from 'lit/decorators.js';
import { STAGES } from '../engine/protocol.ts';
import { Words } from '../parts/words.ts';
import { base } from '../styles/base.ts';
import { styles } from './pp-shortcuts.styles.ts';
import { VIEW_KEYS } from './shortcuts.ts';

/** The list of keyboard shortcuts, in a dialog, and the switch that turns them off. */
export class PpShortcuts extends LitElement {
  static readonly tag = 'pp-shortcuts';
  static override styles = [base, styles];

  @property({ attribute: false }) enabled = true;
  @query('dialog') private dialog!: HTMLDialogElement;

  #words = new Words(this);

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
      <h3>${words.about}</h3>
      <dl>
        ${row('?', words.keys.help)} ${row('e', words.keys.editor)}
        ${STAGES.map((stage, index) => row(String(index + 1), words.keys.flag(stage)))}
        ${Object.entries(VIEW_KEYS).map(([key, view]) => row(key, words.keys.view(this.#words.strings.views[view])))}
        ${row('p', words.keys.pin)}
      </dl>
      <h3>${words.summary}</h3>
      <dl>${Object.entries(words.summaryKeys).map(([key, does]) => row(key, does))}</dl>
      <h3>${words.editor}</h3>
      <dl>${Object.entries(words.editorKeys).map(([key, does]) => row(key, does))}</dl>
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

function row(keys: string, does: string) {
  return html`<dt>${keys.split(' ').map((key) => html`<kbd>${key}</kbd> `)}</dt>
    <dd>${does}</dd>`;
}
