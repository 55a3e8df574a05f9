import { html, LitElement, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { AllWords } from '../parts/all-words.ts';
import { phrase } from '../parts/data.ts';
import { send } from '../state/events.ts';
import type { Encoding, OpenFile } from '../state/files.ts';
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

  #words = new AllWords(this);

  override render() {
    const words = this.#words.strings.file;
    const { name, size, whole, undo, encoding } = this.file;
    const about = encoding ? words.isNotUtf8 : words.isRun;
    return html`<div class="file bar">
      <p>
        <b>${phrase((undo ? words.edited : words.loaded)({ name, bytes: size }))}</b>
        ${whole ? about : this.#big()}
      </p>
      ${this.shown && !whole ? [this.#turn(this.shown), this.#history()] : nothing}
      ${encoding ? this.#edit(encoding) : nothing}
      <button type="button" @click=${() => send(this, 'pp-close')}>${words.close}</button>
    </div>`;
  }

  #edit(encoding: Encoding) {
    const words = this.#words.strings.file;
    return [encoding, undefined].map((one) =>
      button(one ? words.editAs[one] : words.editShown, false, () =>
        send(this, 'pp-edit-file', one),
      ),
    );
  }

  #big() {
    if (!this.shown) return nothing;
    const { fromLine, toLine, characters, percent } = this.shown;
    const words = this.#words.strings.file;
    const part = percent < 1 ? words.lessThan : words.percent({ part: Math.round(percent) });
    const shown = characters
      ? words.shownOfLine({ line: fromLine, from: characters[0], to: characters[1], part })
      : words.shown({ from: fromLine, to: toLine, part });
    return html`${words.isBig} <span class="part">${shown}</span>`;
  }

  #turn({ start, end, first, last }: ShownPart) {
    const words = this.#words.strings.file;
    const turn = (label: string, to: number, off: boolean) =>
      button(label, off, () => send(this, 'pp-reveal', { start: to, end: to, focus: false }));
    return [
      turn(words.start, 0, first),
      turn(words.earlier, Math.max(0, start - 1), first),
      turn(words.later, end + 1, last),
    ];
  }

  #history() {
    const words = this.#words.strings.file;
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
