import { html, LitElement, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { type RecordDetail, type Report, STAGES, type StageName } from '../engine/protocol.ts';
import type { RunView } from '../engine/run-view.ts';
import { factsOf, ranAny, stepOf } from '../engine/steps.ts';
import { idTitle } from '../parts/cells.ts';
import { chip } from '../parts/chips.ts';
import { GroupOf } from '../parts/group-of.ts';
import { send } from '../state/events.ts';
import { strings } from '../strings/index.ts';
import { base } from '../styles/base.ts';
import { outcome } from '../styles/outcome.ts';
import { styles } from './pp-journey.styles.ts';

/**
 * The way of the record at the cursor through the stages: five steps, each a button that opens the stage in the
 * inspector (`pp-stage`). The height is the same without a record, so that nothing moves when the cursor does.
 */
export class PpJourney extends LitElement {
  static readonly tag = 'pp-journey';
  static override styles = [base, outcome, styles];

  @property({ attribute: false }) record: RecordDetail | undefined;
  /** The run that the record is of. */
  @property({ attribute: false }) run: RunView | undefined;

  #group = new GroupOf(this);

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('record')) void this.#group.follow(this.run, this.record);
  }

  override render() {
    const { record, run } = this;
    const words = strings.journey;
    if (!record || !run) return html`<p class="hint muted">${hint(run?.report)}</p>`;
    const { report } = run;
    return html`<section aria-label=${words.label}>
      <h3>${this.#title(record)}</h3>
      <ol aria-label=${words.steps}>
        ${STAGES.map((stage) => html`<li>${this.#step(stage, record, report)}</li>`)}
      </ol>
    </section>`;
  }

  #title(record: RecordDetail) {
    return html`${strings.reasons.place(record)} ${idTitle(record)}
      <span class="muted">${strings.inspector.line(record.line)}</span>`;
  }

  #step(stage: StageName, record: RecordDetail, report: Report) {
    const kind = stepOf(stage, record, report);
    const facts = { ...factsOf(stage, report), group: this.#group.group };
    const why = strings.reasons.why(kind, record, facts);
    const whole = strings.journey.step(stage, strings.reasons.steps[kind].word, why);
    return html`<button type="button" title=${whole} @click=${() => send(this, 'pp-stage', stage)}>
      <span class="name">${stage}</span> ${chip(kind)}
      ${why ? html`<span class="why">${why}</span>` : nothing}
    </button>`;
  }
}

/** How to choose a record, or why there is none. */
function hint(report: Report | undefined): string {
  const words = strings.journey;
  if (report && !ranAny(report)) return words.notRun;
  return report?.flags.adapt === false ? words.off : words.hint;
}
