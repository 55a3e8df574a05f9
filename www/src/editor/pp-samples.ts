import { html, LitElement } from 'lit';
import { AllWords } from '../parts/all-words.ts';
import { send } from '../state/events.ts';
import { type SampleName, sampleNames } from '../state/samples.ts';
import type { Strings } from '../strings/index.ts';
import { allStringsOf } from '../strings/later.ts';
import { base } from '../styles/base.ts';
import { styles } from './pp-samples.styles.ts';

/** The menu of samples. Sends `pp-sample`, or `pp-start-over`. */
export class PpSamples extends LitElement {
  static readonly tag = 'pp-samples';
  static override styles = [base, styles];

  #words = new AllWords(this);

  override render() {
    const { names, startOver } = this.#words.strings.samples;
    return html`${sampleNames.map((name) => this.#button(names[name], () => send(this, 'pp-sample', name)))}
    ${this.#button(startOver, () => send(this, 'pp-start-over'))}`;
  }

  #button({ name, about }: { name: string; about: string }, choose: () => void) {
    return html`<button type="button" @click=${choose}>
      ${name} <span class="muted">${about}</span>
    </button>`;
  }
}

/** What is announced when a sample is loaded. */
export function sampleSaid({ language }: Strings, name: SampleName): string {
  const { loaded, names } = allStringsOf(language).samples;
  return loaded(names[name]);
}
