import { html, LitElement, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import type { RecordDetail, RecordStep } from '../engine/protocol.ts';
import type { RunView } from '../engine/run-view.ts';
import { idTitle } from '../parts/cells.ts';
import { stepChip } from '../parts/chips.ts';
import { data, phrase } from '../parts/data.ts';
import { KeepFocus } from '../parts/keep-focus.ts';
import { PartWords } from '../parts/part-words.ts';
import { send } from '../state/events.ts';
import { fill, say } from '../strings/index.ts';
import { plain } from '../strings/isolated.ts';
import { base } from '../styles/base.ts';
import { outcome } from '../styles/outcome.ts';
import { styles } from './pp-journey.styles.ts';

/** The most characters of the record's name. */
const NAME = 32;

/**
 * The path of the record at the cursor through the stages: five steps, each a button that opens the stage in the
 * inspector (`pp-stage`). The height is the same without a record, so that nothing moves when the cursor moves.
 */
export class PpJourney extends LitElement {
  static readonly tag = 'pp-journey';
  static override styles = [base, outcome, styles];

  @property({ attribute: false }) record: RecordDetail | undefined;
  /** The record's run. */
  @property({ attribute: false }) run: RunView | undefined;

  #words = new PartWords(this);

  constructor() {
    super();
    // The steps are removed if there is no record any more.
    new KeepFocus(this);
  }

  override render() {
    const { record, run } = this;
    const { strings } = this.#words;
    const words = strings.journey;
    if (!record || !run) {
      const [adapt] = run?.report.stages ?? [];
      const hint = run && adapt ? fill(words.hints[adapt.state], adapt, run.report) : words.choose;
      return html`<p class="hint muted" tabindex="-1">${hint}</p>`;
    }
    return html`<section aria-label=${words.label}>
      <h3>
        ${data(strings.reasons.place(record), NAME)} ${idTitle(strings, record)}
        <span class="muted">${strings.record.line(record)}</span>
      </h3>
      <ol aria-label=${words.steps}>
        ${record.steps.map((step) => html`<li>${this.#step(step)}</li>`)}
      </ol>
    </section>`;
  }

  #step(recordStep: RecordStep) {
    const { strings } = this.#words;
    const { stage, step } = recordStep;
    const why = say(strings.reasons.why, recordStep.why, recordStep);
    const whole = strings.journey.step(stage, strings.reasons.steps[step].word, why);
    return html`<button type="button" title=${plain(whole)} @click=${() => send(this, 'pp-stage', stage)}>
      <span class="name" translate="no">${stage}</span> ${stepChip(strings, step)}
      ${why ? html`<span class="why">${phrase(why)}</span>` : nothing}
    </button>`;
  }
}
