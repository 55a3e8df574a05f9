import { html, LitElement, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { Setting } from '../../engine/protocol.ts';
import { send } from '../../state/events.ts';
import type { FlagsBlock } from '../../state/state.ts';
import { strings } from '../../strings/index.ts';
import { base } from '../../styles/base.ts';
import { styles } from './pp-setting.styles.ts';
import type { Range } from './time-range.ts';

/**
 * A number of the config, as a field and a slider. Asks (`pp-setting`) for an edit of the text with every change, and
 * once more, `final`, when the change is over. While the learner is at it, it shows what was typed or dragged, and the
 * slider's ends stay; else it shows what the text says.
 */
export class PpSetting extends LitElement {
  static readonly tag = 'pp-setting';
  static override styles = [base, styles];

  @property({ attribute: false }) key!: 'now' | 'max_age_seconds';
  /** What the text says. */
  @property({ attribute: false }) setting!: Setting;
  /** What it is in human words. */
  @property({ attribute: false }) human = '';
  /** Where the slider begins and ends; none where it cannot. */
  @property({ attribute: false }) range: Range | undefined;
  @property({ attribute: false }) block: FlagsBlock | undefined;

  /** What was typed or dragged. */
  @state() private draft: string | undefined;
  /** What was typed, where the engine did not take it. */
  @state() private refused: string | undefined;

  /** The ends of the slider, as they were when the learner began. */
  #range: Range | undefined;
  /** A change was sent, and its end was not. */
  #open = false;
  /** What was sent has not come back yet. */
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
    const words = strings.time;
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
    // Half a number, or none: then the thumb stays where the text has it.
    const value = [shown, this.setting.text].map(Number.parseFloat).find(Number.isFinite);
    const { min, max, step } = range;
    return html`<div class="slider"><input
      type="range"
      aria-label=${strings.time.slider(this.key)}
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
    const words = strings.time;
    const { given, number, text } = this.setting;
    if (this.block) return html`<span>${words.blocked[this.block]}</span>`;
    if (this.refused !== undefined)
      return html`<span class="wrong">✗ ${words.refused(this.refused, text)}</span>`;
    if (!given) return html`<span>${words.absent[this.key]}</span>`;
    if (number) return nothing;
    const odd = words.odd[this.key]?.[text];
    return odd
      ? html`<span>${odd}</span>`
      : html`<span class="wrong">✗ ${words.notNumber(text)}</span>`;
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

  /** Of what is typed a half may be no number: that is said only once it is all there. */
  #end(): void {
    if (!this.#open) return;
    this.#open = false;
    this.#send(true);
  }

  #send(final: boolean): void {
    const draft = this.draft;
    // What is pasted brings blanks along.
    const value = (draft ?? this.setting.text).trim();
    const refused = () => {
      this.#underWay = false;
      if (!final || draft !== this.draft) return;
      this.refused = value;
      send(this, 'pp-say', strings.time.refused(value, this.setting.text));
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

  /** A key that is held makes one change, as a drag does. */
  #release(): void {
    this.#pressed = false;
    if (!this.#keyDown) return;
    this.#keyDown = false;
    this.#end();
  }

  #leave(): void {
    this.#release();
    this.#end();
    // What was sent and is not back yet is shown until it is.
    if (!this.#underWay && this.refused === undefined) this.#forget();
  }

  #forget(): void {
    this.draft = undefined;
    this.refused = undefined;
  }

  #sayBlock(): void {
    if (this.block) send(this, 'pp-say', strings.time.blocked[this.block]);
  }
}
