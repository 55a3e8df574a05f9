import { html, LitElement, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import type { RunError } from '../../engine/protocol.ts';
import { data, phrase } from '../../parts/data.ts';
import { Words } from '../../parts/words.ts';
import { send } from '../../state/events.ts';
import { isolated } from '../../strings/isolated.ts';
import { base } from '../../styles/base.ts';
import { styles } from './pp-exception.styles.ts';

/** The most characters of an example. */
const LONG = 1000;

/** Python's exception: what it means, where it happened, and how to fix it. Sends `pp-reveal` to show its position. */
export class PpException extends LitElement {
  static readonly tag = 'pp-exception';
  static override styles = [base, styles];

  @property({ attribute: false }) error!: RunError;

  #words = new Words(this);

  override render() {
    const { type, message, cause, example } = this.error;
    const { lesson, results } = this.#words.strings;
    const { means, fix } = lesson.lessons[cause];
    return html`
      <section class="card" aria-labelledby="heading" tabindex="-1">
        <header class="bar">
          <h2 id="heading">${results.exception}</h2>
          <pp-copy class="push" .what=${'exception'} .text=${() => `${type}: ${message}`}></pp-copy>
        </header>
        <p class="error"><b translate="no">${type}</b>: ${data(message)}</p>
        <div>
          <h3>${lesson.means}</h3>
          <p>${phrase(means(this.error))}</p>
        </div>
        ${this.#where()}
        <div>
          <h3>${lesson.fix}</h3>
          <p>${fix}</p>
          ${example ? this.#example(example) : nothing}
        </div>
      </section>
    `;
  }

  #example({ instead, write }: NonNullable<RunError['example']>) {
    const words = this.#words.strings.lesson;
    return html`<dl class="example">
      ${row(words.instead, instead ? isolated(instead, LONG) : words.nothing, instead !== '')}
      ${row(words.write, isolated(write, LONG), true)}
    </dl>`;
  }

  #where() {
    const { stage, source, index, line, column, value, typeName } = this.error;
    const { lesson, exception: words } = this.#words.strings;
    const said = value !== undefined && typeName !== undefined;
    return html`<div class="where">
      <dl>
        ${row(words.stage, stage && isolated(stage), true)} ${row(words.source, source && isolated(source), true)}
        ${row(words.record, index === undefined ? undefined : words.index(index), true)}
        ${row(words.position, line === undefined ? undefined : words.lineColumn(line, column ?? 1), false)}
        ${row(lesson.value, said ? lesson.typed(value, typeName) : undefined, true)}
      </dl>
      ${this.#goTo()}
    </div>`;
  }

  #goTo() {
    const { line, start, end } = this.error;
    if (line === undefined || start === undefined || end === undefined) return nothing;
    return html`<button
      type="button"
      @click=${() => send(this, 'pp-reveal', { start, end, focus: true })}
    >${this.#words.strings.exception.goTo(line)}</button>`;
  }
}

function row(term: string, text: string | undefined, code: boolean) {
  if (text === undefined) return nothing;
  return html`<div>
    <dt class="muted">${term}</dt>
    <dd class=${code ? 'code' : nothing}>${phrase(text)}</dd>
  </div>`;
}
