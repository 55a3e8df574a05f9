import { html, LitElement, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { Words } from '../parts/words.ts';
import { send } from '../state/events.ts';
import type { OpenFile } from '../state/files.ts';
import { base } from '../styles/base.ts';
import type { ShownPart } from './big-file.ts';
import { styles } from './pp-file.styles.ts';

/** The open file: its name, which part of a big one is shown, and buttons to move in it, to undo, and to close it. */
export class PpFile extends LitElement {
  static readonly tag = 'pp-file';
  static override styles = [base, styles];

  @property({ attribute: false }) file!: OpenFile;
  /** The part of a big file that is shown. */
  @property({ attribute: false }) shown: ShownPart | undefined;

  #words = new Words(this);

  override render() {
    const words = this.#words.strings.config;
    const { name, size, whole, undo } = this.file;
    return html`<div class="file bar">
      <p>
        <b>${(undo ? words.fileEdited : words.file)(name, size)}</b>
        ${whole ? words.fileIsRun : this.#big()}
      </p>
      ${this.shown && !whole ? [this.#turn(this.shown), this.#history()] : nothing}
      <button type="button" @click=${() => send(this, 'pp-close')}>${words.close}</button>
    </div>`;
  }

  #big() {
    if (!this.shown) return nothing;
    const { fromLine, toLine, percent } = this.shown;
    const words = this.#words.strings.config;
    const part = percent < 1 ? words.lessThan : words.percent(Math.round(percent));
    return html`${words.fileIsBig} <span class="part">${words.shown(fromLine, toLine, part)}</span>`;
  }

  #turn({ start, end, first, last }: ShownPart) {
    const words = this.#words.strings.config;
    const turn = (label: string, to: number, off: boolean) =>
      button(label, off, () => send(this, 'pp-reveal', { start: to, end: to, focus: false }));
    return [
      turn(words.start, 0, first),
      turn(words.earlier, Math.max(0, start - 1), first),
      turn(words.later, end + 1, last),
    ];
  }

  #history() {
    const words = this.#words.strings.config;
    const { undo, redo } = this.file;
    return [
      button(words.undo, !undo, () => send(this, 'pp-history', 'undo')),
      button(words.redo, !redo, () => send(this, 'pp-history', 'redo')),
    ];
  }
}

/** A button that stays in its place, and can have the focus, while there is nothing for it to do. */
const button = (label: string, off: boolean, act: () => void) =>
  html`<button
    type="button"
    aria-disabled=${off ? 'true' : 'false'}
    @click=${() => off || act()}
  >${label}</button>`;
