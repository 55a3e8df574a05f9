import { html, LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import { send } from '../state/events.ts';
import type { Strings } from '../strings/index.ts';
import { base } from '../styles/base.ts';
import { saveFile } from './save-file.ts';
import { Words } from './words.ts';

/** A button that saves a result as a file. Sends what it did as `pp-say`. */
export class PpDownload extends LitElement {
  static readonly tag = 'pp-download';
  static override styles = [base];

  /** The name of what is saved, in the strings. */
  @property({ attribute: false }) what!: keyof Strings['download']['files'];
  /** Makes the content of the file; undefined if a newer run has replaced the one that it is from. */
  @property({ attribute: false }) content!: () => Promise<BlobPart[] | undefined>;

  #words = new Words(this);

  override render() {
    const words = this.#words.strings.download;
    return html`<button type="button" aria-label=${words.labels[this.what]} @click=${this.#save}>
      ${words.button}
    </button>`;
  }

  async #save(): Promise<void> {
    const words = this.#words.strings.download;
    const name = words.files[this.what];
    try {
      const content = await this.content();
      if (!content) return;
      saveFile(name, content);
      send(this, 'pp-say', words.said({ name }));
    } catch (problem) {
      // Such as a RangeError, if there is no memory for it.
      send(this, 'pp-say', words.failed({ name, reason: String(problem) }));
    }
  }
}
