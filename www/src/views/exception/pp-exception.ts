import { html, LitElement, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import type { RunError } from '../../engine/protocol.ts';
import type { RunView } from '../../engine/run-view.ts';
import { data, phrase } from '../../parts/data.ts';
import { KeepFocus } from '../../parts/keep-focus.ts';
import { Words } from '../../parts/words.ts';
import { type Span, send } from '../../state/events.ts';
import type { Source } from '../../state/state.ts';
import { type Help, helpIn, type Said } from '../../strings/help.ts';
import { isolated } from '../../strings/isolated.ts';
import { base } from '../../styles/base.ts';
import type { SyntaxHelp } from '../../syntax/index.ts';
import { styles } from './pp-exception.styles.ts';
import { SyntaxHelper } from './syntax-helper.ts';

/** A place in the text, if there is one. */
type Place = { [Part in keyof Span | 'line']: number | undefined };

/** The most characters of an example, and of a value. */
const LONG = 1000;
const VALUE = 500;

/** Python's exception: what it means, where it happened, and how to fix it. Sends `pp-reveal` to show its position. */
export class PpException extends LitElement {
  static readonly tag = 'pp-exception';
  static override styles = [base, styles];

  /** The run that ended in the exception. */
  @property({ attribute: false }) run!: RunView;
  @property({ attribute: false }) source!: Source;

  #words = new Words(this);
  #syntax = new SyntaxHelper(this);

  constructor() {
    super();
    // A fix may leave another exception, for which there is no button.
    new KeepFocus(this);
  }

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('h2')?.focus();
  }

  override willUpdate(): void {
    this.#syntax.look(this.run, this.source);
  }

  override render() {
    const { error } = this.run.report;
    if (!error) return nothing;
    const { type, message } = error;
    const words = this.#help;
    const { means, fix } = this.#said(error);
    return html`
      <section class="card" aria-labelledby="heading">
        <header class="bar">
          <h2 id="heading" tabindex="-1">${this.#words.strings.results.exception}</h2>
          <pp-copy class="push" .what=${'exception'} .text=${() => `${type}: ${message}`}></pp-copy>
        </header>
        <p class="error"><b translate="no">${type}</b>: ${data(message)}</p>
        <div>
          <h3>${words.means}</h3>
          <p>${phrase(means)}</p>
        </div>
        ${this.#where(error)}
        <div>
          <h3>${words.fix}</h3>
          <p>${fix}</p>
          ${this.#example(error)} ${this.#fixButton()}
        </div>
      </section>
    `;
  }

  get #help(): Help {
    return helpIn(this.#words.language);
  }

  /** What stands in the text, or else what the engine's cause says. */
  #said(error: RunError): Said {
    const finding = this.#syntax.help?.finding;
    return finding ? this.#help.sayFinding(finding) : this.#help.sayError(error);
  }

  #example({ example }: RunError) {
    const words = this.#help;
    const help = this.#syntax.help;
    if (help?.change)
      return html`<dl class="example">
        ${code(words.instead, help.before, words.nothing)}
        ${code(words.write, help.after, words.nothing)}
      </dl>`;
    if (help) return html`<dl class="example">${code(words.line, help.before, '')}</dl>`;
    if (!example) return nothing;
    const { instead, write } = example;
    return html`<dl class="example">
      ${code(words.instead, instead, words.nothing)} ${code(words.write, write, words.nothing)}
    </dl>`;
  }

  #fixButton() {
    const change = this.#syntax.help?.change;
    if (!change?.certain || this.source.file?.whole === false) return nothing;
    return html`<button class="fix" type="button" @click=${() => send(this, 'pp-fix', change.edits)}>
      ${this.#help.mend}
    </button>`;
  }

  #where(error: RunError) {
    const { stage, source, index, line, column, value, typeName } = error;
    const help = this.#help;
    const words = help.where;
    const said = value !== undefined && typeName !== undefined;
    return html`<div class="where">
      <dl>
        ${row(words.stage, stage && isolated(stage), true)} ${row(words.source, source && isolated(source), true)}
        ${row(words.record, index === undefined ? undefined : words.index({ index: String(index) }), true)}
        ${row(words.position, line === undefined ? undefined : words.lineColumn({ line: String(line), column: String(column ?? 1) }), false)}
        ${row(help.value, said ? help.typed({ value: isolated(value, VALUE), type: typeName }) : undefined, true)}
      </dl>
      ${this.#goTo(error)}
    </div>`;
  }

  /** To where the text has to be changed, and to the bracket that is open. */
  #goTo({ line, start, end }: RunError) {
    const help = this.#syntax.help;
    const place = help ?? { line, start, end };
    const opened = help && openedOf(help);
    return html`
      ${this.#button(this.#words.strings.exception.goTo, place)}
      ${
        opened
          ? this.#button(({ line }) => this.#help.opened({ char: opened.char, line }), {
              ...opened,
              end: opened.start + 1,
            })
          : nothing
      }
    `;
  }

  #button(label: (of: { line: string }) => string, { line, start, end }: Place) {
    if (line === undefined || start === undefined || end === undefined) return nothing;
    const detail = { start, end, focus: true };
    return html`<button type="button" @click=${() => send(this, 'pp-reveal', detail)}>
      ${label({ line: String(line) })}
    </button>`;
  }
}

function openedOf({ finding, line }: SyntaxHelp) {
  const opened = 'opened' in finding ? finding.opened : undefined;
  // The string that is open begins where the help leads anyway.
  return opened?.char === '"' && opened.line === line ? undefined : opened;
}

/** A row with a part of the text, or with the word for none. */
const code = (term: string, text: string | undefined, nothing: string) =>
  row(term, text ? isolated(text, LONG) : nothing, Boolean(text));

function row(term: string, text: string | undefined, code: boolean) {
  if (text === undefined) return nothing;
  return html`<div>
    <dt class="muted">${term}</dt>
    <dd class=${code ? 'code' : nothing}>${phrase(text)}</dd>
  </div>`;
}
