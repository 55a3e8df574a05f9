import { html, LitElement } from 'lit';
import { property, query } from 'lit/decorators.js';
import type { LinkError } from '../links/index.ts';
import { AllWords } from '../parts/all-words.ts';
import { say } from '../strings/index.ts';
import { base } from '../styles/base.ts';
import { dialog } from './dialog.styles.ts';

/** A dialog that says why a link was not opened. It stays until it is closed, since the link is all that was wanted. */
export class PpNotOpened extends LitElement {
  static readonly tag = 'pp-not-opened';
  static override styles = [base, dialog];

  @property({ attribute: false }) why!: LinkError;
  @query('dialog') private dialog!: HTMLDialogElement;
  #words = new AllWords(this);

  override firstUpdated(): void {
    this.dialog.showModal();
  }

  override render() {
    const { links, shortcuts } = this.#words.strings;
    return html`<dialog
      role="alertdialog"
      aria-labelledby="heading"
      aria-describedby="why"
      @close=${() => this.dispatchEvent(new CustomEvent('close'))}
    >
      <h2 id="heading">${links.notOpenedHeading}</h2>
      <p id="why">${say(links.notOpened, this.why)} ${links.kept}</p>
      <form method="dialog"><button>${shortcuts.close}</button></form>
    </dialog>`;
  }
}
