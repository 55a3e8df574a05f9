import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { RunView } from '../engine/run-view.ts';
import type { FlagsBlock } from '../store.ts';
import { base } from '../styles/base.ts';

/** The ages of the records on an axis with the limit, and the two numbers that decide. */
@customElement('pp-time')
export class PpTime extends LitElement {
  static override styles = [base, css``];

  @property({ attribute: false }) run!: RunView;
  @property({ attribute: false }) block: FlagsBlock | undefined;

  override render() {
    return html`${this.run.report.settings?.now.text ?? nothing}`;
  }
}
