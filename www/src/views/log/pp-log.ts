import { html, LitElement, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { LOG_PAGE, type LogLine } from '../../engine/protocol.ts';
import type { RunView } from '../../engine/run-view.ts';
import { data } from '../../parts/data.ts';
import { KeepFocus } from '../../parts/keep-focus.ts';
import { Words } from '../../parts/words.ts';
import { send } from '../../state/events.ts';
import { base } from '../../styles/base.ts';
import { styles } from './pp-log.styles.ts';

/** The most characters of a line that are shown, since an id may be a whole document. Copying takes all of them. */
const LINE_SHOWN = 2000;

/** The first page of log lines, and more on request. Levels and messages are as Python's logging prints them. */
export class PpLog extends LitElement {
  static readonly tag = 'pp-log';
  static override styles = [base, styles];

  @property({ attribute: false }) run!: RunView;
  /** The lines were logged before an exception. */
  @property({ type: Boolean, attribute: 'past' }) past = false;

  @state() private more: readonly LogLine[] = [];

  #words = new Words(this);

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
              ? html`<span class="muted">${words.lines(this.total)}</span>
          <pp-copy .what=${'log'} .text=${() => this.#all()}></pp-copy>
          <pp-download
            .what=${'log'}
            .content=${async () => [await this.#all(), '\n']}
          ></pp-download>`
              : nothing
          }
        </header>
        ${this.total ? this.#list() : html`<p class="none muted">${words.none}</p>`}
      </section>
    `;
  }

  #list() {
    const words = this.#words.strings.log;
    const shown = this.first.length + this.more.length;
    const next = Math.min(LOG_PAGE, this.total - shown);
    return html`
      <div class="lines" role="region" aria-label=${words.region} tabindex="0">
        <ol>
          ${[...this.first, ...this.more].map((one) => this.#line(one))}
        </ol>
      </div>
      ${
        next > 0
          ? html`<footer>
            <button type="button" @click=${() => this.#showMore(shown, next)}>${words.more(next)}</button>
            <span class="muted">${words.shown(shown, this.total)}</span>
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
    send(this, 'pp-say', this.#words.strings.log.moreSaid(shown + 1, shown + lines.length));
    await this.updateComplete;
    // The last page removes the button, so the focus goes to the lines.
    if (!this.renderRoot.querySelector('footer'))
      this.renderRoot.querySelector<HTMLElement>('.lines')?.focus();
  }

  async #all(): Promise<string> {
    const shown = this.first.length;
    const { first, run } = this;
    const rest = shown < this.total ? await run.ask('logs', shown, this.total - shown) : [];
    return [...first, ...(rest ?? [])]
      .map(({ level, message }) => `${level} | ${message}`)
      .join('\n');
  }

  #line({ level, message }: LogLine) {
    const { cut } = this.#words.strings.log;
    const hidden = message.length - LINE_SHOWN;
    // No line breaks in the template, since the styles preserve white space.
    return html`<li class=${level.toLowerCase()}><span class="level" translate="no">${level}</span><span>${data(message.slice(0, LINE_SHOWN))}${
      hidden > 0 ? ` ${cut(hidden)}` : nothing
    }</span></li>`;
  }
}
