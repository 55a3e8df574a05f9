import { html, LitElement, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { base } from '../styles/base.ts';
import { marked } from '../styles/marked.ts';
import { outcome } from '../styles/outcome.ts';
import { AllWords } from './all-words.ts';
import type { Column, Fetch } from './column.ts';
import { Pages } from './pages.ts';
import { styles } from './pp-rows.styles.ts';
import { Printing } from './printing.ts';

/** Rows that are rendered on either side of the visible ones. */
const MARGIN = 6;
/** The most rows on paper. */
const PRINTED = 500;
/** The greatest height in pixels that every browser supports. A longer list scrolls faster than its scroll bar. */
const HIGHEST = 16_000_000;

/**
 * A list of any length. Only visible rows are in the page, and only their pages are fetched. One stop for Tab; arrow
 * keys, Page Up, Page Down, Home and End move, Enter enters. A new `fetch` is a new list.
 */
export class PpRows<Item> extends LitElement {
  static readonly tag = 'pp-rows';
  static override styles = [base, outcome, marked, styles];

  /** The accessible name of the list. */
  @property({ attribute: false }) label = '';
  @property({ attribute: false }) columns: readonly Column<Item>[] = [];
  @property({ attribute: false }) count = 0;
  @property({ attribute: false }) fetch!: Fetch<Item>;
  /** Whether a row is the chosen one. */
  @property({ attribute: false }) chosen: (item: Item) => boolean = () => false;

  /** The first visible row, and the number of visible rows. */
  @state() private top = 0;
  @state() private visible = 20;
  @state() private active = 0;

  #words = new AllWords(this);
  #printing = new Printing(this);
  #pages = new Pages<Item>(this, () => this.fetch);
  /** Pixels, as last measured. Measuring more often would force a layout each time. */
  #rowHeight = 32;
  #headHeight = 32;
  #gridHeight = 0;
  #scrolled = 0;
  #observer = new ResizeObserver(() => this.#measure());

  override connectedCallback(): void {
    super.connectedCallback();
    this.#observe();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer.disconnect();
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('count')) this.active = Math.min(this.active, Math.max(0, this.count - 1));
  }

  override firstUpdated(): void {
    this.#observe();
  }

  override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('count')) this.#measure();
    this.#fill();
  }

  #observe(): void {
    for (const element of [this, this.#grid]) if (element) this.#observer.observe(element);
  }

  override async focus(): Promise<void> {
    if (!this.hasUpdated) await this.updateComplete;
    this.#grid?.focus();
  }

  /** Scrolls a row into view and makes it the active one. */
  goTo(index: number): void {
    this.active = Math.min(Math.max(0, index), Math.max(0, this.count - 1));
    const grid = this.#grid;
    if (!grid) return;
    const whole = Math.max(1, Math.floor(this.#room / this.#rowHeight));
    const { top } = this.#position();
    if (this.active < top) this.#scrollTo(this.active);
    else if (this.active > top + whole - 1) this.#scrollTo(this.active - whole + 1);
  }

  override render() {
    const few = this.columns.filter(({ wide, below }) => !wide && !below);
    const two = this.columns.some(({ below }) => below);
    const widths = (columns: readonly Column<Item>[]) =>
      columns.map(({ width }) => width.replace(/([\d.]+)rem/g, 'calc($1 * var(--_rem))')).join(' ');
    const { from, to } = this.#rendered;
    const indices = Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
    const more = this.count - PRINTED;
    return html`<div
      role="grid"
      class=${two ? 'two' : ''}
      tabindex="0"
      aria-label=${this.label}
      aria-rowcount=${this.count + 1}
      aria-colcount=${this.columns.length}
      aria-activedescendant=${indices.includes(this.active) ? `row-${this.active}` : nothing}
      .style="--_columns: ${widths(this.columns)}; --_few-columns: ${widths(few)}"
      @scroll=${this.#locate}
      @keydown=${this.#key}
      @focusout=${this.#lost}
    >
      <div role="row" class="head" aria-rowindex="1">${this.columns.map((one) => this.#title(one))}</div>
      <div class="space" role="presentation" .style="block-size: ${this.#height}px">
        <div class="shown" role="presentation">
          ${repeat(
            indices,
            (index) => index,
            (index) => this.#row(index),
          )}
        </div>
      </div>
      ${this.#printing.is && more > 0 ? html`<p class="more">${this.#words.strings.list.andMore({ left: more })}</p>` : nothing}
    </div>`;
  }

  /** The rows in the page: the visible ones and a few more. On paper, the first ones. */
  get #rendered(): { from: number; to: number } {
    if (this.#printing.is) return { from: 0, to: Math.min(this.count, PRINTED) };
    return {
      from: Math.max(0, this.top - MARGIN),
      to: Math.min(this.count, this.top + this.visible + MARGIN),
    };
  }

  #title(column: Column<Item>) {
    const { title, sorted, sort } = column;
    const arrow = sorted === 'ascending' ? ' ↑' : sorted === 'descending' ? ' ↓' : '';
    return html`<span
      role="columnheader"
      class=${kindOf(column)}
      aria-sort=${sorted ?? nothing}
      >${sort ? html`<button type="button" @click=${sort}>${title}${arrow}</button>` : title}</span
    >`;
  }

  #row(index: number) {
    const item = this.#pages.item(index);
    const chosen = item !== undefined && this.chosen(item);
    return html`<div
      role="row"
      id="row-${index}"
      class=${index === this.active ? 'active' : nothing}
      aria-rowindex=${index + 2}
      aria-selected=${chosen ? 'true' : 'false'}
      @click=${() => this.#pick(index)}
      @dblclick=${() => this.#send('pp-enter', index)}
    >
      ${this.columns.map(
        (column) =>
          html`<span role="gridcell" class=${kindOf(column)}
            >${item === undefined ? '' : column.cell(item)}</span
          >`,
      )}
    </div>`;
  }

  /** A narrow list hides columns. If the title of one had the focus, the browser may take it away before `#measure`. */
  #lost({ target, relatedTarget }: FocusEvent): void {
    if (!relatedTarget && target instanceof Element && !target.checkVisibility())
      this.#grid?.focus();
  }

  get #grid(): HTMLElement | null {
    return this.renderRoot.querySelector('[role=grid]');
  }

  get #height(): number {
    return Math.min(this.count * this.#rowHeight, HIGHEST);
  }

  /** The height for rows below the head, in pixels. */
  get #room(): number {
    return Math.max(0, this.#gridHeight - this.#headHeight);
  }

  #measure(): void {
    // A narrow list hides columns, and the title of one may have the focus.
    if (this.shadowRoot?.activeElement?.checkVisibility() === false) this.#grid?.focus();
    const height = (part: string) =>
      this.renderRoot.querySelector<HTMLElement>(part)?.offsetHeight || this.#rowHeight;
    const { top } = this.#position();
    const seen = this.active >= top && this.active < top + this.visible - 1;
    const [head, row] = [height('.head'), height('.shown [role=row]')];
    const resized = head !== this.#headHeight || row !== this.#rowHeight;
    this.#headHeight = head;
    this.#rowHeight = row;
    this.#gridHeight = this.#grid?.clientHeight ?? 0;
    this.visible = Math.ceil(this.#room / row) + 1;
    if (resized) this.requestUpdate();
    // Even if the rows' height has changed, the top row stays at the top, and the active row stays visible.
    void this.updateComplete.then(() => {
      if (resized) this.#scrollTo(top);
      if (seen) this.goTo(this.active);
      this.#locate();
    });
  }

  /** The row at the top, and how many pixels of it are scrolled away. */
  #position(): { top: number; cut: number } {
    if (this.count === 0) return { top: 0, cut: 0 };
    const scrollable = Math.max(1, this.#height - this.#room);
    const pixels = Math.min(1, this.#scrolled / scrollable) * this.#beyond;
    const top = Math.floor(pixels / this.#rowHeight);
    return { top, cut: pixels - top * this.#rowHeight };
  }

  /** The height in pixels by which the rows exceed the room for them. */
  get #beyond(): number {
    return Math.max(0, this.count * this.#rowHeight - this.#room);
  }

  #scrollTo(index: number): void {
    const grid = this.#grid;
    if (!grid) return;
    const fraction = (index * this.#rowHeight) / Math.max(1, this.#beyond);
    grid.scrollTop = fraction * Math.max(0, this.#height - this.#room);
    this.#scrolled = grid.scrollTop;
  }

  /** Moves the rendered rows to the scroll position. */
  #locate = (): void => {
    this.#scrolled = this.#grid?.scrollTop ?? 0;
    const { top, cut } = this.#position();
    this.top = top;
    const shown = this.renderRoot.querySelector<HTMLElement>('.shown');
    const first = Math.max(0, top - MARGIN);
    const at = this.#scrolled - cut - (top - first) * this.#rowHeight;
    if (shown) shown.style.transform = `translateY(${at}px)`;
  };

  /** Fetches the visible rows. */
  #fill(): void {
    if (this.count === 0) return;
    const { from, to } = this.#rendered;
    void this.#pages.fill(from, Math.min(this.count - 1, to));
  }

  #key(event: KeyboardEvent): void {
    if (event.target !== this.#grid) return;
    const screen = Math.max(1, this.visible - 3);
    const to = {
      ArrowDown: this.active + 1,
      ArrowUp: this.active - 1,
      PageDown: this.active + screen,
      PageUp: this.active - screen,
      Home: 0,
      End: this.count - 1,
    }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      this.goTo(to);
      this.#pick(this.active);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      this.#send('pp-enter', this.active);
    }
  }

  #pick(index: number): void {
    this.active = index;
    this.#send('pp-pick', index);
  }

  /** Sends an event about a row, which is fetched first if necessary. */
  async #send(type: 'pp-pick' | 'pp-enter', index: number): Promise<void> {
    let item = this.#pages.item(index);
    if (item === undefined) [item] = (await this.fetch(index, 1)) ?? [];
    if (item !== undefined && index === this.active)
      this.dispatchEvent(new CustomEvent(type, { detail: { index, item } }));
  }
}

const kindOf = ({ wide, below }: Pick<Column<never>, 'wide' | 'below'>): string =>
  below ? 'below' : wide ? 'wide' : '';
