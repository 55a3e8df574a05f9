import { html, LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import { Words } from '../parts/words.ts';
import type { State } from '../state/state.ts';
import { base } from '../styles/base.ts';
import { styles } from './pp-status.styles.ts';

/** The status line: the time, records and memory of the newest run, and whether a run is pinned. Its slot is for more. */
export class PpStatus extends LitElement {
  static readonly tag = 'pp-status';
  static override styles = [base, styles];

  @property({ attribute: false }) state!: State;

  #words = new Words(this);

  override render() {
    const { outcome, pinned, old } = this.state;
    const words = this.#words.strings.layout;
    const report = outcome?.kind === 'report' ? outcome.run.report : undefined;
    return html`<footer class="bar muted">
      ${report && old ? html`<span>${words.old}</span>` : ''}
      ${report ? html`<span class="run">${words.ready({ took: report.took, records: report.recordCount })}</span>` : ''}
      ${report ? html`<span class="run">${words.memory(report)}</span>` : ''}
      <span>${pinned ? words.pinned : words.notPinned}</span>
      <slot></slot>
      <span class="push">${this.#words.strings.privacy}</span>
    </footer>`;
  }
}
