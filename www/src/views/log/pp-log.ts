import { html, LitElement, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { LOG_PAGE, type LogLine, type RecordPlace } from '../../engine/protocol.ts';
import type { RunView } from '../../engine/run-view.ts';
import { AllWords } from '../../parts/all-words.ts';
import { data } from '../../parts/data.ts';
import { ABOUT_NOW, hintsOn } from '../../parts/hints.ts';
import { KeepFocus } from '../../parts/keep-focus.ts';
import { send } from '../../state/events.ts';
import { base } from '../../styles/base.ts';
import { styles } from './pp-log.styles.ts';

/** How much of a line that the engine has cut is fetched at a time for copying, which takes all of it. */
const PART = 1_000_000;

/** The first page of log lines, and more on request. Levels and messages are as Python's logging prints them. */
export class PpLog extends LitElement {
  static readonly tag = 'pp-log';
  static override styles = [base, styles];

  @property({ attribute: false }) run!: RunView;
  /** The lines were logged before an exception. */
  @property({ type: Boolean, attribute: 'past' }) past = false;

  @state() private more: readonly LogLine[] = [];
  /** The line whose button is in the tab order. The arrow keys lead to the others. */
  @state() private current: LogLine | undefined;

  #words = new AllWords(this);

  constructor() {
    super();
    // The next run may log nothing, or no more than is shown.
    new KeepFocus(this);
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('run')) this.more = [];
  }

  private get total(): number {
    return this.run.report.logCount;
  }

  private get first(): readonly LogLine[] {
    return this.run.report.logs;
  }

  override render() {
    const words = this.#words.strings.log;
    return html`
      <section class="card" aria-labelledby="heading" tabindex="-1">
        <header>
          <h2 id="heading">${this.past ? words.before : words.heading}</h2>
          ${
            this.total
              ? html`<span class="muted">${words.lines({ n: this.total })}</span>
          <pp-copy .what=${'log'} .text=${() => this.#all()}></pp-copy>
          <pp-download
            .what=${'log'}
            .content=${async () => [await this.#all(), '\n']}
          ></pp-download>`
              : nothing
          }
          ${hintsOn(this.run.report.settings, ABOUT_NOW)}
        </header>
        ${this.total ? this.#list() : html`<p class="none muted">${words.none}</p>`}
      </section>
    `;
  }

  #list() {
    const words = this.#words.strings.log;
    const lines = [...this.first, ...this.more];
    const shown = lines.length;
    const about = lines.filter(({ record }) => record);
    const current = about.find((one) => one === this.current) ?? about[0];
    const next = Math.min(LOG_PAGE, this.total - shown);
    return html`
      <div class="lines" role="region" aria-label=${words.region} tabindex="0">
        <ol @keydown=${(event: KeyboardEvent) => this.#move(event, about)}>
          ${lines.map((one) => this.#line(one, one === current))}
        </ol>
      </div>
      ${
        next > 0
          ? html`<footer>
            <button type="button" @click=${() => this.#showMore(shown, next)}>${words.more({ n: next })}</button>
            <span class="muted">${words.shown({ shown, all: this.total })}</span>
          </footer>`
          : nothing
      }
    `;
  }

  async #showMore(shown: number, limit: number): Promise<void> {
    const { run } = this;
    const lines = (await run.ask('logs', shown, limit)) ?? [];
    // The button may have been pressed twice.
    if (run !== this.run || shown !== this.first.length + this.more.length) return;
    if (lines.length === 0) return;
    this.more = [...this.more, ...lines];
    send(
      this,
      'pp-say',
      this.#words.strings.log.moreSaid({ from: shown + 1, to: shown + lines.length }),
    );
    await this.updateComplete;
    // The last page removes the button, so the focus goes to the lines.
    if (!this.renderRoot.querySelector('footer'))
      this.renderRoot.querySelector<HTMLElement>('.lines')?.focus();
  }

  async #all(): Promise<string> {
    const shown = this.first.length;
    const { first, run } = this;
    const rest = shown < this.total ? await run.ask('logs', shown, this.total - shown) : [];
    const lines: string[] = [];
    for (const [index, { level, message, length = 0 }] of [...first, ...(rest ?? [])].entries())
      lines.push(`${level} | ${length ? await this.#whole(index, length) : message}`);
    return lines.join('\n');
  }

  /** The whole message of a line that the engine has cut. */
  async #whole(index: number, length: number): Promise<string> {
    const parts: string[] = [];
    for (let at = 0; at < length; at += PART)
      parts.push((await this.run.ask('part', 'message', index, at, PART)) ?? '');
    return parts.join('');
  }

  /** Moves the focus from line to line. */
  #move(event: KeyboardEvent, about: readonly LogLine[]): void {
    const buttons = [...this.renderRoot.querySelectorAll<HTMLElement>('li button')];
    const at = buttons.indexOf(event.target as HTMLElement);
    const last = buttons.length - 1;
    const keys: Record<string, number> = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: last };
    const to = keys[event.key];
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    const next = Math.min(Math.max(to, 0), last);
    this.current = about[next];
    buttons[next]?.focus();
  }

  #line({ level, message, length = message.length, record }: LogLine, isCurrent: boolean) {
    const { cut } = this.#words.strings.log;
    const hidden = length - message.length;
    // No line breaks in the template, since the styles preserve white space.
    return html`<li class=${level.toLowerCase()}><span class="level" translate="no">${level}</span><span>${data(message)}${
      hidden > 0 ? ` ${cut({ n: hidden })}` : nothing
    }</span>${record ? this.#place(record, isCurrent) : nothing}</li>`;
  }

  /** The record that a line is about: the message may not say which it is. */
  #place(record: RecordPlace, isCurrent: boolean) {
    const { reasons, record: words } = this.#words.strings;
    const { start, end, line } = record;
    return html`<button
      class="plain"
      type="button"
      tabindex=${isCurrent ? 0 : -1}
      @click=${() => send(this, 'pp-reveal', { start, end, focus: true })}
    >${data(reasons.place(record))}, ${words.line({ line })}</button>`;
  }
}
