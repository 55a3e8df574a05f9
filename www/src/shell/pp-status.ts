import { html, LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import { Words } from '../parts/words.ts';
import { send } from '../state/events.ts';
import type { State } from '../state/state.ts';
import type { Strings } from '../strings/index.ts';
import { base } from '../styles/base.ts';
import { styles } from './pp-status.styles.ts';

/** The status line: the time, records and memory of the newest run, whether a run is pinned, and the text is kept. */
export class PpStatus extends LitElement {
  static readonly tag = 'pp-status';
  static override styles = [base, styles];

  @property({ attribute: false }) state!: State;

  /** What becomes of the text when the page closes. */
  @property({ attribute: false }) kept: keyof Strings['layout']['kept'] | undefined;
  /** Whether the learner wants it kept. Undefined if they cannot choose. */
  @property({ attribute: false }) keep: boolean | undefined;

  #words = new Words(this);

  override render() {
    const { outcome, pinned, old } = this.state;
    const words = this.#words.strings.layout;
    const report = outcome?.kind === 'report' ? outcome.run.report : undefined;
    return html`<footer class="bar muted">
      ${report && old ? html`<span>${words.old}</span>` : ''}
      ${report ? html`<span class="run">${words.ready(report.took, report.recordCount)}</span>` : ''}
      ${report ? html`<span class="run">${words.memory(report.memory)}</span>` : ''}
      <span>${pinned ? words.pinned : words.notPinned}</span>
      <span>${this.kept ? words.kept[this.kept] : ''} ${this.#choice()}</span>
      <span class="push">${this.#words.strings.privacy}</span>
    </footer>`;
  }

  /** Sends `pp-keep`. */
  #choice() {
    const { keep } = this;
    if (keep === undefined) return '';
    const words = this.#words.strings.layout;
    return html`<button type="button" class="plain" @click=${() => send(this, 'pp-keep', !keep)}>${
      keep ? words.forget : words.keep
    }</button>`;
  }
}
