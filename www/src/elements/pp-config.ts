import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { RunError } from '../engine/protocol.ts';
import { send } from '../events.ts';
import type { OpenFile } from '../files.ts';
import { sample } from '../sample.ts';
import { strings } from '../strings.ts';
import { base } from '../styles/base.ts';
import type { PpEditor } from './pp-editor.ts';
import './pp-editor.ts';

/**
 * The config: its editor, and the ways to get another text into it.
 */
@customElement('pp-config')
export class PpConfig extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
        min-inline-size: 0;
      }

      section {
        overflow: hidden;
      }

      header {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
        align-items: center;
        padding: 0.75rem 1rem;
      }

      h2 {
        flex: 1;
      }

      .file {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem 1rem;
        align-items: center;
        padding: 0.5rem 1rem;
        border-block-start: 1px solid var(--_line);
        background: var(--_accent-soft);
        font-size: 0.875rem;
      }

      .file p {
        flex: 1 1 14rem;
        overflow-wrap: anywhere;
      }

      /* In one column the page itself scrolls past the editor: leave it something to be touched by. */
      @container (inline-size < 56rem) {
        section {
          --_editor-height: var(--pp-editor-height, clamp(18rem, 55dvh, 40rem));
        }
      }

      @container (inline-size < 26rem) {
        h2 {
          flex-basis: 100%;
        }
      }

      pp-editor {
        border-block-start: 1px solid var(--_line);
      }
    `,
  ];

  /** The file whose bytes are run, if it is not the text. */
  @property({ attribute: false }) file: OpenFile | undefined;
  @property({ attribute: false }) error: RunError | undefined;

  @query('pp-editor') editor!: PpEditor;
  @query('input') private picker!: HTMLInputElement;

  override render() {
    const words = strings.config;
    return html`<section class="card" aria-labelledby="heading">
      <header>
        <h2 id="heading">${words.heading}</h2>
        <button type="button" @click=${() => this.picker.click()}>${words.open}</button>
        <button type="button" @click=${() => send(this, 'pp-reset')}>${words.reset}</button>
        <input type="file" hidden aria-label=${words.openInput} @change=${this.#picked} />
      </header>
      ${this.file ? this.#about(this.file) : nothing}
      <pp-editor .start=${sample} .error=${this.error}></pp-editor>
    </section>`;
  }

  #about({ name, size, whole }: OpenFile) {
    const words = strings.config;
    return html`<div class="file">
      <p><b>${words.file(name, size)}</b> ${whole ? words.fileIsRun : words.fileIsBig}</p>
      <button type="button" @click=${() => send(this, 'pp-close')}>${words.close}</button>
    </div>`;
  }

  #picked(): void {
    const file = this.picker.files?.[0];
    // Emptied, so that the same file can be opened again after it was changed.
    if (file) send(this, 'pp-file', file);
    this.picker.value = '';
  }
}
