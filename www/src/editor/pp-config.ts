import { html, LitElement, nothing } from 'lit';
import { property, query } from 'lit/decorators.js';
import type { RecordDetail, RunError } from '../engine/protocol.ts';
import type { RunView } from '../engine/run-view.ts';
import { Words } from '../parts/words.ts';
import { send } from '../state/events.ts';
import type { OpenFile } from '../state/files.ts';
import { first, samples } from '../state/samples.ts';
import { base } from '../styles/base.ts';
import type { ShownPart } from './big-file.ts';
import type { Places } from './marks.ts';
import { styles } from './pp-config.styles.ts';
import type { PpEditor } from './pp-editor.ts';

/** The config: its editor, samples and files to load into it, and the record at the cursor. */
export class PpConfig extends LitElement {
  static readonly tag = 'pp-config';
  static override styles = [base, styles];

  /** The open file, whose bytes are run. Undefined if the text is run. */
  @property({ attribute: false }) file: OpenFile | undefined;
  /** The part of a big file that is shown. */
  @property({ attribute: false }) window: ShownPart | undefined;
  @property({ attribute: false }) error: RunError | undefined;
  /** The record at the cursor, and its run. */
  @property({ attribute: false }) record: RecordDetail | undefined;
  @property({ attribute: false }) run: RunView | undefined;
  /** The places of the records to mark. */
  @property({ attribute: false }) places: Places | undefined;

  @query('pp-editor') editor!: PpEditor;
  @query('input') private picker!: HTMLInputElement;
  @query('[popover]') private menu!: HTMLElement;

  #words = new Words(this);

  override render() {
    const words = this.#words.strings.config;
    return html`<section class="card" aria-labelledby="heading">
      <header class="bar">
        <h2 id="heading">${words.heading}</h2>
        <button class="push" type="button" popovertarget="samples">${words.samples}</button>
        <div id="samples" popover>${Object.keys(samples).map((name) => this.#sample(name))}</div>
        <button type="button" @click=${() => this.picker.click()}>${words.open}</button>
        <button type="button" aria-label=${words.saveLong} @click=${() => send(this, 'pp-save')}>${words.save}</button>
        <input type="file" hidden aria-label=${words.openInput} @change=${this.#picked} />
      </header>
      ${this.file ? html`<pp-file .file=${this.file} .shown=${this.window}></pp-file>` : nothing}
      <pp-editor
        .start=${first}
        .error=${this.error}
        .record=${this.record}
        .places=${this.places}
      ></pp-editor>
      <pp-journey .record=${this.record} .run=${this.run}></pp-journey>
    </section>`;
  }

  #sample(name: string) {
    const words = this.#words.strings.config.sampleNames[name];
    return html`<button type="button" @click=${() => this.#load(name)}>
      ${words?.name} <span class="muted">${words?.about}</span>
    </button>`;
  }

  #load(name: string): void {
    this.menu.hidePopover();
    send(this, 'pp-sample', name);
  }

  #picked(): void {
    const file = this.picker.files?.[0];
    // Cleared, so that the same file can be opened again after it has changed.
    if (file) send(this, 'pp-file', file);
    this.picker.value = '';
  }
}
