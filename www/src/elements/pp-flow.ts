import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { STAGES, type StageName } from '../engine/protocol.ts';
import type { RunView } from '../engine/run-view.ts';
import { send } from '../events.ts';
import type { FlagsBlock } from '../store.ts';
import { strings } from '../strings/index.ts';
import { base } from '../styles/base.ts';

/**
 * The five checkboxes. They show what the engine read in the text, and ask (`pp-flag`) for an edit of the text.
 * Blocked, they can still be reached and heard, and say why (`pp-say`) instead of doing nothing.
 */
@customElement('pp-flow')
export class PpFlow extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
      }

      fieldset {
        min-inline-size: 0;
        margin: 0;
        padding: 0;
        border: 0;
      }

      legend {
        padding: 0;
        font-size: 1.0625rem;
        font-weight: 650;
      }

      .why {
        min-block-size: 1.5em;
        margin-block: 0 0.625rem;
      }

      .stages {
        display: grid;
        grid-template-columns: repeat(5, minmax(0, 1fr));
        gap: 0.5rem 1.25rem;
      }

      label {
        position: relative;
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 0 0.625rem;
        align-content: start;
        align-items: center;
        padding: 0.5rem 0.75rem 0.5625rem;
        border: 1px solid var(--_control);
        border-radius: var(--_radius);
        background: var(--_surface);
        cursor: pointer;
        transition: background-color 120ms;
      }

      label:hover {
        border-color: var(--_accent);
      }

      label:has(:checked) {
        background: var(--_accent-soft);
        border-color: var(--_accent);
      }

      label:has(:focus-visible) {
        outline: 2px solid var(--_accent);
        outline-offset: 2px;
      }

      /* The way of the records from stage to stage; the order of the list says the same. */
      label:not(:last-child)::after {
        content: '';
        position: absolute;
        inset-block-start: 50%;
        inset-inline-start: calc(100% + 0.25rem);
        inline-size: 0.5rem;
        block-size: 0.5rem;
        border: solid var(--_control);
        border-width: 1.5px 1.5px 0 0;
        transform: translateY(-50%) rotate(45deg);
      }

      input {
        inline-size: 1.125rem;
        block-size: 1.125rem;
        margin: 0;
        accent-color: var(--_accent);
        cursor: inherit;
      }

      input:focus-visible {
        outline: none;
      }

      .name {
        font: 600 0.9375rem/1.5 var(--_mono);
      }

      .about {
        grid-column: 2;
        font-size: 0.8125rem;
        line-height: 1.35;
      }

      .blocked label {
        border-style: dashed;
        cursor: not-allowed;
      }

      .blocked input {
        accent-color: var(--_control);
      }

      .blocked label:has(:checked) {
        background: var(--_surface);
        border-color: var(--_control);
      }

      @container (inline-size < 64rem) {
        label {
          padding-inline: 0.5rem;
        }
      }

      @container (inline-size < 48rem) {
        .stages {
          grid-template-columns: minmax(0, 1fr);
          gap: 0.5rem;
        }

        label {
          grid-template-columns: auto 6.5rem minmax(0, 1fr);
        }

        label:not(:last-child)::after {
          content: none;
        }

        .about {
          grid-column: 3;
        }
      }

      @container (inline-size < 36rem) {
        .why {
          min-block-size: 3em;
        }
      }

      @container (inline-size < 26rem) {
        label {
          grid-template-columns: auto minmax(0, 1fr);
        }

        .about {
          grid-column: 2;
        }
      }
    `,
  ];

  @property({ attribute: false }) flags!: Readonly<Record<StageName, boolean>>;
  @property({ attribute: false }) block: FlagsBlock | undefined;
  /** The newest run. */
  @property({ attribute: false }) run: RunView | undefined;
  /** The newest run that came to its end. */
  @property({ attribute: false }) good: RunView | undefined;

  /** What was clicked and not read back yet, so that a box does not jump back for a moment. */
  #wished: Partial<Record<StageName, boolean>> = {};

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('flags')) this.#wished = {};
  }

  /** Switches a flag, as a click on its box would. */
  flip(stage: StageName): void {
    if (this.block) {
      send(this, 'pp-say', this.#why);
      return;
    }
    const on = !(this.#wished[stage] ?? this.flags[stage]);
    this.#wished[stage] = on;
    send(this, 'pp-flag', { stage, on });
    this.requestUpdate();
  }

  /** Back to what the text says, after a wish that came to nothing. */
  forget(): void {
    this.#wished = {};
    this.requestUpdate();
  }

  override render() {
    return html`
      <fieldset class=${this.block ? 'blocked' : ''} aria-describedby="why">
        <legend>${strings.flags.heading}</legend>
        <p id="why" class="why muted">${this.#why}</p>
        <div class="stages">${STAGES.map((stage) => this.#checkbox(stage))}</div>
      </fieldset>
    `;
  }

  get #why(): string {
    return this.block ? strings.flags[this.block] : strings.flags.hint;
  }

  #checkbox(stage: StageName) {
    return html`
      <label>
        <input
          type="checkbox"
          name=${stage}
          .checked=${live(this.#wished[stage] ?? this.flags[stage])}
          aria-disabled=${this.block ? 'true' : 'false'}
          aria-labelledby=${`${stage}-name`}
          aria-describedby=${`${stage}-about`}
          @click=${this.#click}
          @change=${(event: Event) => this.#change(event.target as HTMLInputElement, stage)}
        />
        <span id=${`${stage}-name`} class="name">${stage}</span>
        <span id=${`${stage}-about`} class="about muted">${strings.flags.about[stage]}</span>
      </label>
    `;
  }

  #click(event: MouseEvent): void {
    if (!this.block) return;
    event.preventDefault();
    send(this, 'pp-say', this.#why);
  }

  #change(box: HTMLInputElement, stage: StageName): void {
    this.#wished[stage] = box.checked;
    send(this, 'pp-flag', { stage, on: box.checked });
  }
}
