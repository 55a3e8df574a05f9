import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { RecordDetail, RecordPlace, StageName } from '../../engine/protocol.ts';
import type { RunView } from '../../engine/run-view.ts';
import { factsOf, stepOf } from '../../engine/steps.ts';
import { idTitle } from '../../parts/cells.ts';
import { chip } from '../../parts/chips.ts';
import { GroupOf } from '../../parts/group-of.ts';
import { send } from '../../state/events.ts';
import { strings } from '../../strings/index.ts';
import { base } from '../../styles/base.ts';
import { outcome } from '../../styles/outcome.ts';
import { fieldsTable } from './fields-table.ts';
import { styles } from './pp-record.styles.ts';
import { valuesTable } from './values-table.ts';

/** What a stage did to one record: the outcome, the reason and the stage's input, with the real values. */
export class PpRecord extends LitElement {
  static readonly tag = 'pp-record';
  static override styles = [base, outcome, styles];

  @property({ attribute: false }) record!: RecordDetail;
  /** The run that the record is of. */
  @property({ attribute: false }) run!: RunView;
  @property({ attribute: false }) stage: StageName = 'adapt';

  #group = new GroupOf(this);

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('record')) void this.#group.follow(this.run, this.record);
  }

  override render() {
    const { record, stage } = this;
    const { report } = this.run;
    const words = strings.inspector;
    const kind = stepOf(stage, record, report);
    const facts = { ...factsOf(stage, report), group: this.#group.group };
    const why = strings.reasons.why(kind, record, facts);
    return html`
      <div class="bar">
        <h3>${strings.reasons.place(record)}</h3>
        ${idTitle(record)} ${chip(kind)} <span>${why}</span>
        <button
          class="plain push"
          type="button"
          @click=${() => this.#goTo(record, true)}
        >${words.goTo(record.line)}</button>
      </div>
      ${this.#at(stage)}
    `;
  }

  #at(stage: StageName) {
    switch (stage) {
      case 'adapt':
        return fieldsTable(this.record);
      case 'cache':
        return this.#cache();
      case 'validate':
        return this.#validate();
      case 'freshness':
        return this.#freshness();
      case 'reconcile':
        return this.#reconcile();
    }
  }

  #cache() {
    const { key, hashed, original } = this.record;
    if (key === undefined || hashed === undefined) return nothing;
    const words = strings.inspector.cache;
    return pairs([
      [words.hashed, html`<pp-value .text=${hashed}></pp-value>`],
      [
        words.key,
        html`<span class="code">${key}</span> <span class="muted">${words.aboutKey}</span>`,
      ],
      [words.repeats, original ? this.#link(original) : words.first],
    ]);
  }

  #validate() {
    const { missing, absent, fate, adapted } = this.record;
    const words = strings.inspector.validate;
    if (fate === 'duplicate') return nothing;
    const broken = missing.map((field): [string, string] => [
      field,
      absent.includes(field) ? words.absent : words.isNone,
    ]);
    return pairs([...broken, [words.record, html`<pp-value .text=${adapted}></pp-value>`]]);
  }

  #freshness() {
    const { age, timestamp } = this.record;
    const { settings } = this.run.report;
    if (age === undefined || !settings) return nothing;
    const words = strings.inspector.freshness;
    const [now, from] = [settings.now.text, timestamp ?? settings.now.text];
    return pairs([
      [words.timestamp, timestamp ?? words.noTimestamp],
      [words.age, html`<span class="code">${words.subtracted(now, from, age)}</span>`],
      [words.maxAge, words.seconds(settings.maxAge.text)],
    ]);
  }

  #reconcile() {
    const { overwrittenBy } = this.record;
    const { group } = this.#group;
    if (!group) return nothing;
    const words = strings.inspector.reconcile;
    const instead: Pair[] = overwrittenBy
      ? [
          [
            words.overwritten,
            html`${this.#link(overwrittenBy)} <span class="muted">${words.aboutOverwritten}</span>`,
          ],
        ]
      : [];
    return html`
      ${pairs(instead)} ${valuesTable(group, this.record, (place) => this.#link(place))}
      <button class="plain" type="button" @click=${() => send(this, 'pp-view', 'reconciliation')}>
        ${words.open}
      </button>
    `;
  }

  #link(place: RecordPlace) {
    return html`<button class="plain" type="button" @click=${() => this.#goTo(place, false)}>
      ${strings.reasons.place(place)}, ${strings.inspector.line(place.line)}
    </button>`;
  }

  #goTo({ start, end }: Pick<RecordPlace, 'start' | 'end'>, focus: boolean): void {
    send(this, 'pp-reveal', { start, end, focus });
  }
}

type Pair = [term: string, about: string | TemplateResult];

const pairs = (all: Pair[]) =>
  all.length
    ? html`<dl>${all.map(([term, about]) => html`<dt>${term}</dt><dd>${about}</dd>`)}</dl>`
    : nothing;
