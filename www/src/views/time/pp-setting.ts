import { html, LitElement, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { Setting, SettingKey } from '../../engine/protocol.ts';
import { AllWords } from '../../parts/all-words.ts';
import { phrase } from '../../parts/data.ts';
import { send } from '../../state/events.ts';
import type { FlagsBlock } from '../../state/state.ts';
import { base } from '../../styles/base.ts';
import { styles } from './pp-setting.styles.ts';
import type { Range } from './time-range.ts';

/**
 * A number of the config, as a field and a slider. Sends `pp-setting` with every change, to have the text edited, and
 * once more, with `final`, when the change is over. During a change it shows what was typed or dragged, and the range
 * of the slider is fixed. Otherwise it shows the value in the text.
 */
export class PpSetting extends LitElement {
  static readonly tag = 'pp-setting';
  static override styles = [base, styles];

  @property({ attribute: false }) key!: SettingKey;
  /** The value in the text. */
  @property({ attribute: false }) setting!: Setting;
  /** The number in a form that is easy to read. */
  @property({ attribute: false }) human = '';
  /** The range of the slider. Undefined if there can be no slider. */
  @property({ attribute: false }) range: Range | undefined;
  @property({ attribute: false }) block: FlagsBlock | undefined;

  /** What was typed or dragged. */
  @state() private draft: string | undefined;
  /** What was typed, if the engine refused it. */
  @state() private refused: string | undefined;

  #words = new AllWords(this);
  /** The range of the slider when the change began. */
  #range: Range | undefined;
  /** A change was sent, but not its `final` event. */
  #open = false;
  /** The change is not in the text yet. */
  #underWay = false;
  #pressed = false;
  #keyDown = false;

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('setting')) {
      this.#underWay = false;
      if (!this.#busy) this.#forget();
    }
    if (this.draft === undefined) this.#range = this.range;
  }

  get #busy(): boolean {
    return this.#pressed || this.matches(':focus-within');
  }

  override render() {
    const words = this.#words.strings.time;
    const shown = this.draft ?? this.setting.text;
    const disabled = this.block ? 'true' : 'false';
    return html`
      <div>
        <label for="field">${this.key}</label>
        <span id="about" class="muted">${words.about[this.key]}</span>
      </div>
      <input
        id="field"
        type="text"
        inputmode="decimal"
        autocomplete="off"
        spellcheck="false"
        aria-describedby="about note"
        aria-disabled=${disabled}
        aria-invalid=${this.refused === undefined ? 'false' : 'true'}
        ?readonly=${this.block !== undefined}
        .value=${live(shown)}
        @input=${this.#input}
        @change=${this.#end}
        @focusout=${this.#leave}
        @pointerdown=${() => this.block && this.#sayBlock()}
      />
      ${this.#slider(shown, disabled)}
      <p id="note" class="note muted">${this.#note()} <span>${this.human}</span></p>
    `;
  }

  #slider(shown: string, disabled: 'true' | 'false') {
    const range = this.#range;
    if (!range) return nothing;
    // While the typed number is incomplete, the thumb stays at the value in the text.
    const value = [shown, this.setting.text].map(Number.parseFloat).find(Number.isFinite);
    const { min, max, step } = range;
    return html`<div class="slider"><input
      type="range"
      aria-label=${this.#words.strings.time.slider(this)}
      aria-describedby="note"
      aria-disabled=${disabled}
      min=${Math.min(min, value ?? min)}
      max=${Math.max(max, value ?? max)}
      step=${step}
      .value=${live(String(value ?? min))}
      @input=${this.#input}
      @change=${() => this.#keyDown || this.#end()}
      @keydown=${this.#key}
      @keyup=${this.#release}
      @pointerdown=${this.#press}
      @pointerup=${this.#release}
      @pointercancel=${this.#release}
      @focusout=${this.#leave}
    /></div>`;
  }

  #note() {
    const words = this.#words.strings.time;
    const { given, oddity, text } = this.setting;
    if (this.block) return html`<span>${words.blocked[this.block]}</span>`;
    if (this.refused !== undefined)
      return html`<span class="wrong">✗ ${phrase(words.refused(this.refused, text))}</span>`;
    if (!given) return html`<span>${words.absent[this.key]}</span>`;
    if (!oddity) return nothing;
    return oddity === 'not_number'
      ? html`<span class="wrong">✗ ${phrase(words.notNumber({ text }))}</span>`
      : html`<span>${words.odd[this.key][oddity]}</span>`;
  }

  #input(event: Event): void {
    const input = event.target as HTMLInputElement;
    if (this.block) {
      input.value = this.draft ?? this.setting.text;
      this.#sayBlock();
      return;
    }
    this.draft = input.value;
    this.refused = undefined;
    this.#open = true;
    this.#underWay = true;
    this.#send(false);
  }

  /** Ends a change. Only now can a value be refused, since it may be incomplete while it is typed. */
  #end(): void {
    if (!this.#open) return;
    this.#open = false;
    this.#send(true);
  }

  #send(final: boolean): void {
    const draft = this.draft;
    // A pasted number may have spaces around it.
    const value = (draft ?? this.setting.text).trim();
    const refused = () => {
      this.#underWay = false;
      // A worker may answer after the field has lost the focus, and so its draft.
      if (!final || draft !== (this.draft ?? draft)) return;
      this.draft = draft;
      this.refused = value;
      send(this, 'pp-say', this.#words.strings.time.refused(value, this.setting.text));
    };
    send(this, 'pp-setting', { key: this.key, value, final, refused });
  }

  #press(event: Event): void {
    if (!this.block) this.#pressed = true;
    else {
      event.preventDefault();
      this.#sayBlock();
    }
  }

  #key(event: KeyboardEvent): void {
    if (!/^(Arrow|Page|Home|End)/.test(event.key)) return;
    if (!this.block) this.#keyDown = true;
    else {
      event.preventDefault();
      this.#sayBlock();
    }
  }

  /** Ends the change when a key is released, so that holding a key is one change, like a drag. */
  #release(): void {
    this.#pressed = false;
    if (!this.#keyDown) return;
    this.#keyDown = false;
    this.#end();
  }

  #leave(): void {
    this.#release();
    this.#end();
    // Keeps showing a change that is not in the text yet.
    if (!this.#underWay && this.refused === undefined) this.#forget();
  }

  #forget(): void {
    this.draft = undefined;
    this.refused = undefined;
  }

  #sayBlock(): void {
    if (this.block) send(this, 'pp-say', this.#words.strings.time.blocked[this.block]);
  }
}
