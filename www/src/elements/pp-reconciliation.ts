import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { RunView } from '../engine/run-view.ts';
import { base } from '../styles/base.ts';

/** Keys against sources: what each source says under each key, and whether they agree. */
@customElement('pp-reconciliation')
export class PpReconciliation extends LitElement {
  static override styles = [base, css``];

  @property({ attribute: false }) run!: RunView;

  override render() {
    return html`${this.run.report.reconciliationCount || nothing}`;
  }
}
