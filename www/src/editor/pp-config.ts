import { html, LitElement, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { RecordDetail, RunError } from '../engine/protocol.ts';
import type { RunView } from '../engine/run-view.ts';
import { failureOf } from '../parts/failure.ts';
import { Later } from '../parts/later.ts';
import { PartWords } from '../parts/part-words.ts';
import { Printing } from '../parts/printing.ts';
import { send } from '../state/events.ts';
import type { OpenFile } from '../state/files.ts';
import { base } from '../styles/base.ts';
import type { ShownPart } from './big-file.ts';
import type { PlainText } from './config-text.ts';
import { laterFiles } from './later.ts';
import type { Places } from './marks.ts';
import { styles } from './pp-config.styles.ts';
import type { PpEditor } from './pp-editor.ts';

/** The config: its editor, samples and files to load into it, and the record at the cursor. */
export class PpConfig extends LitElement {
  static readonly tag = 'pp-config';
  static override styles = [base, styles];

  /** The text, which the editor takes over. */
  @property({ attribute: false }) plain!: PlainText;
  /** The learner changes nothing. */
  @property({ type: Boolean }) readonly = false;
  /** The browser cannot keep the text. */
  @property({ attribute: false }) notKept = false;
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

  /** The menu of samples was opened, or its button has the focus. */
  @state() private opened = false;

  @query('pp-editor') editor!: PpEditor;
  @query('input') private picker!: HTMLInputElement;
  @query('[popover]') private menu!: HTMLElement;

  #words = new PartWords(this);
  #later = new Later(this, { samples: laterFiles }, this.#words);
  #printing = new Printing(this);

  override render() {
    const words = this.#words.strings.config;
    return html`<section class="card" aria-labelledby="heading">
      <header class="bar">
        <h2 id="heading">${words.heading}</h2>
        ${this.readonly ? nothing : this.#loaders()}
        <button type="button" aria-label=${words.saveLong} @click=${() => send(this, 'pp-save')}>${words.save}</button>
      </header>
      ${
        this.file
          ? html`<pp-file .file=${this.file} .shown=${this.window}></pp-file>`
          : this.notKept
            ? html`<p class="note">${this.#words.strings.layout.cannotKeep}</p>`
            : nothing
      }
      <pp-editor
        ?readonly=${this.readonly}
        .plain=${this.plain}
        .error=${this.error}
        .record=${this.record}
        .places=${this.places}
      ></pp-editor>
      ${this.#printing.is ? html`<pre class="printed">${numbered(this.editor.text)}</pre>` : nothing}
      <pp-journey .record=${this.record} .run=${this.run}></pp-journey>
    </section>`;
  }

  /** What puts another text into the editor. */
  #loaders() {
    const words = this.#words.strings.config;
    return html`<button class="push" type="button" popovertarget="samples" @focus=${this.#prepareMenu}>${words.samples}</button>
      <div
        id="samples"
        popover
        @beforetoggle=${this.#toggleMenu}
        @pp-sample=${this.#closeMenu}
        @pp-start-over=${this.#closeMenu}
      >${this.opened ? this.#samples() : nothing}</div>
      <button type="button" @click=${() => this.picker.click()}>${words.open}</button>
      <input type="file" hidden aria-label=${words.openInput} @change=${this.#picked} />
      ${this.#format()}`;
  }

  /** Disabled with a reason, which is also announced if it is pressed all the same. */
  #format() {
    const words = this.#words.strings.config;
    const part = this.file?.whole === false;
    const why = part ? words.formatPart : isUnreadable(this.error) ? words.formatUnreadable : '';
    return html`<button
      type="button"
      class="format"
      title=${why || nothing}
      aria-description=${why || nothing}
      aria-disabled=${why ? 'true' : 'false'}
      @click=${() => (why ? send(this, 'pp-say', why) : send(this, 'pp-format'))}
    >${words.format}</button>`;
  }

  #samples() {
    if (this.#later.has('samples')) return html`<pp-samples></pp-samples>`;
    return failureOf(this.#later, 'samples', this.#words);
  }

  #prepareMenu(): void {
    this.opened = true;
  }

  #toggleMenu({ newState }: ToggleEvent): void {
    this.opened ||= newState === 'open';
    // The browser would give the focus back to the playground as a whole, which cannot have it.
    if (newState === 'closed' && this.menu.matches(':focus-within'))
      this.renderRoot.querySelector<HTMLElement>('[popovertarget]')?.focus();
  }

  #closeMenu(): void {
    this.menu.hidePopover();
  }

  #picked(): void {
    const file = this.picker.files?.[0];
    // Cleared, so that the same file can be opened again after it has changed.
    if (file) send(this, 'pp-file', file);
    this.picker.value = '';
  }
}

/** The text with the number of each line, for paper. The editor itself has only the visible lines. */
function numbered(text: string): string {
  const lines = text.split('\n');
  const width = String(lines.length).length;
  return lines.map((line, i) => `${String(i + 1).padStart(width)}  ${line}`).join('\n');
}

/** Whether an exception is about the text itself, which then has no tokens that could be formatted. */
const isUnreadable = (error: RunError | undefined): boolean =>
  error !== undefined && /^(?:json\.|utf8|memory)/.test(error.cause);
