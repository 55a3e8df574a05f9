import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { SummaryNumber } from '../engine/protocol.ts';
import type { RunView } from '../engine/run-view.ts';
import { base } from '../styles/base.ts';

/** The summary as Python prints it, each number a control that lists the records behind it. */
@customElement('pp-summary')
export class PpSummary extends LitElement {
  static override styles = [base, css``];

  @property({ attribute: false }) run!: RunView;
  @property({ attribute: false }) number: SummaryNumber | undefined;
  @property({ type: Boolean, reflect: true }) past = false;

  override render() {
    return html`<pre>${this.run.report.summaryText ?? nothing}</pre>`;
  }
}
