import { html, LitElement, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import type { Timeline } from '../../engine/protocol.ts';
import { AllWords } from '../../parts/all-words.ts';
import { base } from '../../styles/base.ts';
import { styles } from './pp-time-table.styles.ts';

type Bucket = Timeline['buckets'][number];

/** The timeline as a table. Sends `pp-list` (detail: the bucket) to list the records of a part of the axis. */
export class PpTimeTable extends LitElement {
  static readonly tag = 'pp-time-table';
  static override styles = [base, styles];

  @property({ attribute: false }) buckets: readonly Bucket[] = [];
  /** The bucket whose records are listed. */
  @property({ attribute: false }) bucket: number | undefined;

  #words = new AllWords(this);

  override render() {
    const { table, caption, columns } = this.#words.strings.time;
    return html`<details>
      <summary class="muted">${table}</summary>
      <div class="scroll" role="region" tabindex="0" aria-label=${caption}>
        <table>
          <caption>${caption}</caption>
          <thead>
            <tr>
              <th scope="col">${columns.from}</th>
              <th scope="col">${columns.to}</th>
              <th scope="col">${columns.fresh}</th>
              <th scope="col">${columns.stale}</th>
              <th scope="col">${columns.list}</th>
            </tr>
          </thead>
          <tbody>${this.buckets.map((one, index) => this.#row(one, index))}</tbody>
        </table>
      </div>
    </details>`;
  }

  #row({ from, to, fresh, stale }: Bucket, index: number) {
    if (!fresh && !stale) return nothing;
    const { number, time } = this.#words.strings;
    return html`<tr>
      <th scope="row">${from}</th>
      <td class="code">${to}</td>
      <td>${number(fresh)}</td>
      <td>${number(stale)}</td>
      <td>
        <button
          type="button"
          class="plain"
          aria-label=${time.listPart({ from, to })}
          aria-current=${index === this.bucket ? 'true' : nothing}
          @click=${() => this.dispatchEvent(new CustomEvent('pp-list', { detail: index }))}
        >
          ${time.list}
        </button>
      </td>
    </tr>`;
  }
}
