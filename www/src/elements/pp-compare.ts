import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { RunView } from '../engine/run-view.ts';
import type { Pinned } from '../store.ts';
import { base } from '../styles/base.ts';

/** What differs from the pinned run. */
@customElement('pp-compare')
export class PpCompare extends LitElement {
  static override styles = [base, css``];

  @property({ attribute: false }) run!: RunView;
  @property({ attribute: false }) pinned: Pinned | undefined;

  override render() {
    return html`${this.pinned ? this.run.id : nothing}`;
  }
}
