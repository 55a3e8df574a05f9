import { css, html, LitElement } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { STAGES } from '../engine/protocol.ts';
import { strings } from '../strings/index.ts';
import { base } from '../styles/base.ts';
import { VIEW_KEYS } from './shortcuts.ts';

/** The list of keyboard shortcuts, in a dialog, and the switch that turns them off. */
@customElement('pp-shortcuts')
export class PpShortcuts extends LitElement {
  static override styles = [
    base,
    css`
      dialog {
        inline-size: min(34rem, calc(100vw - 2rem));
        padding: var(--_space-l);
        border: 1px solid var(--_control);
        border-radius: var(--_radius);
        background: var(--_surface);
        color: inherit;
      }

      dialog::backdrop {
        background: rgb(0 0 0 / 45%);
      }

      h2 {
        flex: 1;
      }

      h3 {
        margin-block: var(--_space-l) var(--_space-s);
      }

      dl {
        display: grid;
        grid-template-columns: max-content minmax(0, 1fr);
        gap: var(--_space-xs) var(--_space-l);
        align-items: baseline;
      }

      label {
        display: flex;
        gap: var(--_space-s);
        align-items: center;
        min-block-size: 2rem;
        margin-block-start: var(--_space-m);
      }

      input {
        inline-size: 1.125rem;
        block-size: 1.125rem;
        accent-color: var(--_accent);
      }

      kbd {
        display: inline-block;
        min-inline-size: 1.75em;
        padding: 0 0.375em;
        border: 1px solid var(--_control);
        border-radius: 4px;
        font: 500 var(--_type-s) / 1.6 var(--_mono);
        text-align: center;
      }
    `,
  ];

  @property({ attribute: false }) enabled = true;
  @query('dialog') private dialog!: HTMLDialogElement;

  get shown(): boolean {
    return this.dialog.open;
  }

  open(): void {
    if (!this.shown) this.dialog.showModal();
  }

  override render() {
    const words = strings.shortcuts;
    return html`<dialog aria-labelledby="heading">
      <form method="dialog" class="bar">
        <h2 id="heading">${words.heading}</h2>
        <button>${words.close}</button>
      </form>
      <h3>${words.about}</h3>
      <dl>
        ${row('?', words.keys.help)} ${row('e', words.keys.editor)}
        ${STAGES.map((stage, index) => row(String(index + 1), words.keys.flag(stage)))}
        ${Object.entries(VIEW_KEYS).map(([key, view]) => row(key, words.keys.view(strings.views[view])))}
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
