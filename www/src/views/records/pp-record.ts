import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { RecordDetail, RecordPlace, StageName, TextName } from '../../engine/protocol.ts';
import type { RunView } from '../../engine/run-view.ts';
import { AllWords } from '../../parts/all-words.ts';
import { asciiNote } from '../../parts/ascii-note.ts';
import { idTitle } from '../../parts/cells.ts';
import { stepChip } from '../../parts/chips.ts';
import { data, phrase } from '../../parts/data.ts';
import { GroupOf } from '../../parts/group-of.ts';
import { KeepFocus } from '../../parts/keep-focus.ts';
import { moreOf, Rest } from '../../parts/rest.ts';
import { isTimestampDropped, stepAt } from '../../parts/step-at.ts';
import { send } from '../../state/events.ts';
import { say } from '../../strings/index.ts';
import { base } from '../../styles/base.ts';
import { outcome } from '../../styles/outcome.ts';
import { type Field, fieldsTable } from './fields-table.ts';
import { styles } from './pp-record.styles.ts';
import type { Part } from './pp-value.ts';
import { valuesTable } from './values-table.ts';

/** The most characters of a name, and of a calculation. */
const NAME = 60;
const LONG = 300;

/** What a stage did to one record: the outcome, the reason and the stage's input, with the real values. */
export class PpRecord extends LitElement {
  static readonly tag = 'pp-record';
  static override styles = [base, outcome, styles];

  @property({ attribute: false }) record!: RecordDetail;
  /** The record's run. */
  @property({ attribute: false }) run!: RunView;
  @property({ attribute: false }) stage: StageName = 'adapt';

  #words = new AllWords(this);
  #group = new GroupOf(this);
  #rest = new Rest<Field>(this);

  constructor() {
    super();
    // A link to another record is removed when that record is shown.
    new KeepFocus(this);
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('record')) void this.#group.follow(this.run, this.record);
  }

  override render() {
    const { record, stage } = this;
    const { strings } = this.#words;
    const { reasons, inspector } = strings;
    const step = stepAt(record, stage);
    return html`
      <div class="bar">
        <h3 tabindex="-1">${data(reasons.place(record), NAME)}</h3>
        ${idTitle(strings, record)} ${stepChip(strings, step.step)}
        <span>${phrase(say(reasons.why, step.why, step))}</span>
        <button
          class="plain push"
          type="button"
          @click=${() => this.#goTo(record, true)}
        >${inspector.goTo(record)}</button>
      </div>
      ${this.#at(stage)} ${this.#note(stage)}
    `;
  }

  /** Why there are escapes, if there are some. */
  #note(stage: StageName) {
    const { hashed = '', adapted, before } = this.record;
    const shown: Record<StageName, string[]> = {
      adapt: [before],
      cache: [hashed],
      validate: [adapted],
      freshness: [],
      reconcile: this.#group.group?.values.map(({ text }) => text) ?? [],
    };
    return asciiNote(this.#words.strings, shown[stage]);
  }

  #at(stage: StageName) {
    switch (stage) {
      case 'adapt':
        return this.#adapt();
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

  #adapt() {
    const { record, run } = this;
    const { strings } = this.#words;
    const fields = this.#rest.all(record, record.fields);
    const next = async () => (await run.ask('record', record.position, fields.length))?.fields;
    const more = () => this.#rest.more(record, next());
    return html`${fieldsTable(strings, record, fields, (field) => this.#part('before', field))}
    ${moreOf(strings, record.fieldCount - fields.length, more)}`;
  }

  /** Fetches a part of one of the record's texts, or of a field's value. */
  #part(name: TextName, field?: number, position = this.record.position): Part {
    const { run } = this;
    return (offset, limit) => run.ask('part', name, position, offset, limit, field);
  }

  /** One of the record's texts, which may be cut. */
  #text(name: TextName, text: string) {
    const length = this.record.cut.find((one) => one.name === name)?.length;
    return html`<pp-value .text=${text} .length=${length} .rest=${this.#part(name)}></pp-value>`;
  }

  #cache() {
    const { key, hashed, original } = this.record;
    if (key === undefined || hashed === undefined) return nothing;
    const words = this.#words.strings.inspector.cache;
    return pairs([
      [words.hashed, this.#text('hashed', hashed)],
      [
        words.key,
        html`<span class="code">${data(key)}</span> <span class="muted">${words.aboutKey}</span>`,
      ],
      [words.repeats, original ? this.#link(original) : words.first],
    ]);
  }

  #validate() {
    const { step, why } = stepAt(this.record, 'validate');
    if (step === 'dropped') return nothing;
    const { inspector, list } = this.#words.strings;
    const words = inspector.validate;
    const fields = why.reason === 'fields_missing' ? why.fields : [];
    const missing = fields.map(({ name, absent, dropped }): Pair => {
      const how = absent ? words.absent : words.isNone;
      return [data(name, NAME), dropped ? words.dropped({ what: how }) : how];
    });
    const left = why.reason === 'fields_missing' ? why.count - missing.length : 0;
    const adapted: Pair = [words.record, this.#text('adapted', this.record.adapted)];
    if (left <= 0) return pairs([...missing, adapted]);
    return html`${pairs(missing)}<p class="muted">${list.andMore({ left })}</p>${pairs([adapted])}`;
  }

  #freshness() {
    const { age, timestamp } = this.record;
    const { settings } = this.run.report;
    if (age === undefined || !settings) return nothing;
    const words = this.#words.strings.inspector.freshness;
    const [now, from] = [settings.now.text, timestamp ?? settings.now.text];
    const none = isTimestampDropped(this.record) ? words.timestampDropped : words.noTimestamp;
    return pairs([
      [words.timestamp, timestamp ? html`<pp-value .text=${timestamp}></pp-value>` : none],
      [
        words.age,
        html`<span class="code">${data(words.subtracted({ now, timestamp: from, age }), LONG)}</span>`,
      ],
      [words.maxAge, data(words.seconds(settings.maxAge), LONG)],
    ]);
  }

  #reconcile() {
    const { overwrittenBy } = this.record;
    const { group, alike } = this.#group;
    if (!group) return nothing;
    const words = this.#words.strings.inspector.reconcile;
    const instead: Pair[] = overwrittenBy
      ? [
          [
            words.overwritten,
            html`${this.#link(overwrittenBy)} <span class="muted">${words.aboutOverwritten}</span>`,
          ],
        ]
      : [];
    return html`
      ${alike.length ? html`<p>${phrase(this.#words.strings.reconciliation.alike(alike))}</p>` : nothing}
      ${group.mixedIds ? html`<p>${this.#words.strings.reconciliation.mixed}</p>` : nothing}
      ${pairs(instead)} ${valuesTable(
        this.#words.strings,
        group,
        this.record,
        (place) => this.#link(place),
        (position) => this.#part('value', undefined, position),
      )}
      <button class="plain" type="button" @click=${() => send(this, 'pp-view', 'reconciliation')}>
        ${words.open}
      </button>
    `;
  }

  #link(place: RecordPlace) {
    const { reasons, record: words } = this.#words.strings;
    return html`<button class="plain" type="button" @click=${() => this.#goTo(place, false)}>
      ${data(reasons.place(place), NAME)}, ${words.line(place)}
    </button>`;
  }

  #goTo({ start, end }: Pick<RecordPlace, 'start' | 'end'>, focus: boolean): void {
    send(this, 'pp-reveal', { start, end, focus });
  }
}

type Pair = [term: string | TemplateResult, about: string | TemplateResult];

const pairs = (all: Pair[]) =>
  all.length
    ? html`<dl>${all.map(([term, about]) => html`<dt>${term}</dt><dd>${about}</dd>`)}</dl>`
    : nothing;
