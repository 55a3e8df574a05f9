import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { RecordDetail } from '../engine/protocol.ts';
import type { RunView } from '../engine/run-view.ts';
import { base } from '../styles/base.ts';

/** The way of the record at the cursor through the stages. */
@customElement('pp-journey')
export class PpJourney extends LitElement {
  static override styles = [base, css``];

  @property({ attribute: false }) record: RecordDetail | undefined;
  @property({ attribute: false }) run: RunView | undefined;

  override render() {
    return this.record
      ? html`<p>${this.record.source}[${this.record.index}]: ${this.record.fate}</p>`
      : nothing;
  }
}
