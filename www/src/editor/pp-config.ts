import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { RecordDetail, RunError } from '../engine/protocol.ts';
import type { RunView } from '../engine/run-view.ts';
import { send } from '../state/events.ts';
import type { OpenFile } from '../state/files.ts';
import { first, samples } from '../state/samples.ts';
import { strings } from '../strings/index.ts';
import { base } from '../styles/base.ts';
import type { PpEditor } from './pp-editor.ts';
import type { Places } from './record-places.ts';
import './pp-editor.ts';
import './pp-journey.ts';

/** A part of a big file, as it lies in the file: lines from 1, and its share in percent. */
export interface ShownPart {
  fromLine: number;
  toLine: number;
  percent: number;
  first: boolean;
  last: boolean;
}

/** The config: its editor, the ways to get another text into it, and the record at the cursor. */
@customElement('pp-config')
export class PpConfig extends LitElement {
  static override styles = [
    base,
    css`
      section {
        display: grid;
        grid-template-rows: auto auto minmax(0, 1fr) auto;
        block-size: 100%;
        overflow: hidden;
      }

      header {
        padding: var(--_space-s) var(--_space-m);
      }

      .file {
        padding: var(--_space-s) var(--_space-m);
        border-block-start: 1px solid var(--_line);
        background: var(--_accent-soft);
      }

      .file p {
        flex: 1 1 14rem;
        overflow-wrap: anywhere;
      }

      /* However long the numbers of the lines are, they have their room: the editor below stays where it is. */
      .file:has(.part) {
        container-type: inline-size;
      }

      .file:has(.part) p {
        flex-basis: 100%;
      }

      .part {
        display: block;
        min-block-size: 1lh;
      }

      @container (inline-size < 27rem) {
        .part {
          min-block-size: 2lh;
        }
      }

      pp-editor {
        grid-row: 3;
        block-size: var(--_editor-height, 100%);
        border-block: 1px solid var(--_line);
      }

      pp-journey {
        grid-row: 4;
      }

      [popover] {
        inset: auto;
        position-area: end span-start;
        margin: var(--_space-xs) 0;
        padding: var(--_space-xs);
        border: 1px solid var(--_control);
        border-radius: var(--_radius);
        background: var(--_surface);
        color: inherit;
        box-shadow: 0 4px 16px rgb(0 0 0 / 20%);
      }

      /* Where no anchor is known the menu lies in the middle, as a popover does by itself. */
      @supports not (position-area: end) {
        [popover] {
          inset: 0;
          margin: auto;
        }
      }

      [popover] button {
        display: block;
        inline-size: 100%;
        border-color: transparent;
        text-align: start;
      }

      [popover] span {
        display: block;
        font-weight: 400;
      }
    `,
  ];

  /** The file whose bytes are run, if it is not the text. */
  @property({ attribute: false }) file: OpenFile | undefined;
  /** What is shown of the file, where it is a part. */
  @property({ attribute: false }) window: ShownPart | undefined;
  @property({ attribute: false }) error: RunError | undefined;
  /** The record at the cursor, and the run that it is of. */
  @property({ attribute: false }) record: RecordDetail | undefined;
  @property({ attribute: false }) run: RunView | undefined;
  /** The places behind a number. */
  @property({ attribute: false }) places: Places | undefined;

  @query('pp-editor') editor!: PpEditor;
  @query('input') private picker!: HTMLInputElement;
  @query('[popover]') private menu!: HTMLElement;

  override render() {
    const words = strings.config;
    return html`<section class="card" aria-labelledby="heading">
      <header class="bar">
        <h2 id="heading">${words.heading}</h2>
        <button class="push" type="button" popovertarget="samples">${words.samples}</button>
        <div id="samples" popover>${Object.keys(samples).map((name) => this.#sample(name))}</div>
        <button type="button" @click=${() => this.picker.click()}>${words.open}</button>
        <input type="file" hidden aria-label=${words.openInput} @change=${this.#picked} />
      </header>
      ${this.file ? this.#about(this.file) : nothing}
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
    const words = strings.config.sampleNames[name];
    return html`<button type="button" @click=${() => this.#load(name)}>
      ${words?.name} <span class="muted">${words?.about}</span>
    </button>`;
  }

  #load(name: string): void {
    this.menu.hidePopover();
    send(this, 'pp-sample', name);
  }

  #about({ name, size, whole }: OpenFile) {
    const words = strings.config;
    return html`<div class="file bar">
      <p><b>${words.file(name, size)}</b> ${whole ? words.fileIsRun : this.#big()}</p>
      ${this.window && !whole ? this.#turn(this.window) : nothing}
      <button type="button" @click=${() => send(this, 'pp-close')}>${words.close}</button>
    </div>`;
  }

  #big() {
    if (!this.window) return nothing;
    const { fromLine, toLine, percent } = this.window;
    const words = strings.config;
    const part = percent < 1 ? words.lessThan : words.percent(Math.round(percent));
    return html`${words.fileIsBig} <span class="part">${words.shown(fromLine, toLine, part)}</span>`;
  }

  #turn({ first, last }: ShownPart) {
    const words = strings.config;
    const { start, end } = this.editor.shown;
    const turn = (label: string, to: number, off: boolean) =>
      html`<button
        type="button"
        aria-disabled=${off ? 'true' : 'false'}
        @click=${() => off || send(this, 'pp-reveal', { start: to, end: to, focus: false })}
      >${label}</button>`;
    return [
      turn(words.start, 0, first),
      turn(words.earlier, Math.max(0, start - 1), first),
      turn(words.later, end + 1, last),
    ];
  }

  #picked(): void {
    const file = this.picker.files?.[0];
    // Emptied, so that the same file can be opened again after it was changed.
    if (file) send(this, 'pp-file', file);
    this.picker.value = '';
  }
}
