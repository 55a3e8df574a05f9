import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { RecordDetail, StageName } from '../engine/protocol.ts';
import type { RunView } from '../engine/run-view.ts';
import { base } from '../styles/base.ts';

/** The inspector: what a stage did to each record that it was given. */
@customElement('pp-records')
export class PpRecords extends LitElement {
  static override styles = [base, css``];

  @property({ attribute: false }) run!: RunView;
  @property({ attribute: false }) stage: StageName = 'adapt';
  @property({ attribute: false }) record: RecordDetail | undefined;

  override render() {
    return html`${this.stage} ${this.run.report.recordCount} ${this.record?.id ?? nothing}`;
  }
}
