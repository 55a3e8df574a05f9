import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { base } from '../styles/base.ts';
import { marked } from '../styles/marked.ts';
import { outcome } from '../styles/outcome.ts';

export interface Column<Item> {
  title: string;
  /** As `grid-template-columns` has it. */
  width: string;
  cell(item: Item): unknown;
  /** Left out where the list is narrow. */
  wide?: boolean;
  /** How the list is sorted by this column; absent where it cannot be. */
  sorted?: 'none' | 'ascending' | 'descending';
  sort?(): void;
}

/** A row that was picked (by click or arrow key) or entered (Enter, double click). */
export type RowEvent<Item> = CustomEvent<{ index: number; item: Item }>;

/** Rows that are fetched at a time, and beyond what can be seen. */
const PAGE = 100;
const MARGIN = 6;
/** Pixels that every browser can still make an element high. A longer list moves faster than its scroll bar. */
const HIGHEST = 16_000_000;

/**
 * A list of any length: only the rows that can be seen are in the page, and only their pages are fetched. One stop for
 * Tab; arrows, Page Up and Down, Home and End move, Enter enters. A new `fetch` is a new list; what the old one showed
 * stays until the new one's rows are there.
 */
@customElement('pp-rows')
export class PpRows<Item> extends LitElement {
  static override styles = [
    base,
    outcome,
    marked,
    css`
      :host {
        container-type: inline-size;
        min-block-size: calc(var(--_row) * 4);
      }

      [role='grid'] {
        position: relative;
        block-size: 100%;
        max-block-size: inherit;
        overflow: auto;
        scrollbar-gutter: stable;
      }

      [role='grid']:focus-visible {
        outline-offset: -2px;
      }

      .head {
        position: sticky;
        inset-block-start: 0;
        z-index: 2;
        background: var(--_surface);
        border-block-end: 1px solid var(--_line);
        color: var(--_muted);
        font-size: var(--_type-s);
      }

      .space {
        position: relative;
        overflow: clip;
      }

      .shown {
        position: absolute;
        inset-inline: 0;
      }

      [role='row'] {
        display: grid;
        grid-template-columns: var(--_columns);
        gap: var(--_space-s);
        align-items: center;
        block-size: var(--_row);
        padding-inline: var(--_space-m);
      }

      .shown [role='row'] {
        border-block-end: 1px solid var(--_line);
        cursor: pointer;
      }

      .shown [role='row']:hover {
        background: var(--_sunken);
      }

      .shown [role='row'][aria-selected='true'] {
        background: var(--_accent-soft);
        box-shadow: inset 3px 0 var(--_accent);
      }

      [role='grid']:focus-visible [role='row'].active {
        outline: 2px solid var(--_accent);
        outline-offset: -2px;
      }

      [role='row'] > * {
        min-inline-size: 0;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }

      .head button {
        min-block-size: 1.5rem;
        padding: 0 var(--_space-xs);
        margin-inline-start: calc(-1 * var(--_space-xs));
        border-color: transparent;
        background: none;
        color: inherit;
        font-size: inherit;
      }

      @container (inline-size < 34rem) {
        [role='row'] {
          grid-template-columns: var(--_few-columns);
        }

        .wide {
          display: none;
        }
      }
    `,
  ];

  /** What the list is, for those who hear it. */
  @property({ attribute: false }) label = '';
  @property({ attribute: false }) columns: readonly Column<Item>[] = [];
  @property({ attribute: false }) count = 0;
  @property({ attribute: false }) fetch!: (
    offset: number,
    limit: number,
  ) => Promise<readonly Item[] | undefined>;
  /** Whether a row is the chosen one. */
  @property({ attribute: false }) chosen: (item: Item) => boolean = () => false;

  /** The first row that can be seen, and how many can. */
  @state() private top = 0;
  @state() private visible = 20;
  @state() private active = 0;
  @state() private pages: ReadonlyMap<number, readonly Item[]> = new Map();

  #asked = new Set<number>();
  #rowHeight = 32;
  #observer = new ResizeObserver(() => this.#measure());

  override connectedCallback(): void {
    super.connectedCallback();
    this.#observer.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer.disconnect();
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('fetch')) {
      this.#asked = new Set();
      this.#stale = true;
    }
    if (changed.has('count')) this.active = Math.min(this.active, Math.max(0, this.count - 1));
  }

  /** What is in `pages` is of an older list. */
  #stale = false;

  override updated(): void {
    this.#ask();
    this.#locate();
  }

  /** Scrolls a row into view and makes it the active one. */
  goTo(index: number): void {
    this.active = Math.min(Math.max(0, index), Math.max(0, this.count - 1));
    const grid = this.#grid;
    if (!grid) return;
    const whole = Math.floor((grid.clientHeight - this.#rowHeight) / this.#rowHeight);
    const { top } = this.#position();
    if (this.active < top) this.#scrollTo(this.active);
    else if (this.active > top + whole - 1) this.#scrollTo(this.active - whole + 1);
  }

  override render() {
    const few = this.columns.filter(({ wide }) => !wide);
    const widths = (columns: readonly Column<Item>[]) =>
      columns.map(({ width }) => width).join(' ');
    const from = Math.max(0, this.top - MARGIN);
    const to = Math.min(this.count, this.top + this.visible + MARGIN);
    const indices = Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
    return html`<div
      role="grid"
      tabindex="0"
      aria-label=${this.label}
      aria-rowcount=${this.count + 1}
      aria-colcount=${this.columns.length}
      aria-activedescendant=${indices.includes(this.active) ? `row-${this.active}` : nothing}
      style="--_columns: ${widths(this.columns)}; --_few-columns: ${widths(few)}"
      @scroll=${this.#locate}
      @keydown=${this.#key}
    >
      <div role="row" class="head" aria-rowindex="1">${this.columns.map((one) => this.#title(one))}</div>
      <div class="space" role="presentation" style="block-size: ${this.#height}px">
        <div class="shown" role="presentation">
          ${repeat(
            indices,
            (index) => index,
            (index) => this.#row(index),
          )}
        </div>
      </div>
    </div>`;
  }

  #title({ title, wide, sorted, sort }: Column<Item>) {
    const arrow = sorted === 'ascending' ? ' ↑' : sorted === 'descending' ? ' ↓' : '';
    return html`<span
      role="columnheader"
      class=${wide ? 'wide' : nothing}
      aria-sort=${sorted ?? nothing}
      >${sort ? html`<button type="button" @click=${sort}>${title}${arrow}</button>` : title}</span
    >`;
  }

  #row(index: number) {
    const item = this.#item(index);
    const chosen = item !== undefined && this.chosen(item);
    return html`<div
      role="row"
      id="row-${index}"
      class=${index === this.active ? 'active' : nothing}
      aria-rowindex=${index + 2}
      aria-selected=${chosen ? 'true' : 'false'}
      @click=${() => this.#pick(index)}
      @dblclick=${() => this.#tell('pp-enter', index)}
    >
      ${this.columns.map(
        ({ wide, cell }) =>
          html`<span role="gridcell" class=${wide ? 'wide' : nothing}
            >${item === undefined ? '' : cell(item)}</span
          >`,
      )}
    </div>`;
  }

  get #grid(): HTMLElement | null {
    return this.renderRoot.querySelector('[role=grid]');
  }

  get #height(): number {
    return Math.min(this.count * this.#rowHeight, HIGHEST);
  }

  #item(index: number): Item | undefined {
    return this.pages.get(Math.floor(index / PAGE))?.[index % PAGE];
  }

  #measure(): void {
    const grid = this.#grid;
    if (!grid) return;
    const head = this.renderRoot.querySelector<HTMLElement>('.head');
    this.#rowHeight = head?.offsetHeight || 32;
    this.visible = Math.ceil(grid.clientHeight / this.#rowHeight) + 1;
    this.requestUpdate();
  }

  /** The row at the top, and how many pixels of it are scrolled away. */
  #position(): { top: number; cut: number } {
    const grid = this.#grid;
    const all = this.count * this.#rowHeight;
    if (!grid || all === 0) return { top: 0, cut: 0 };
    const room = grid.clientHeight - this.#rowHeight;
    const scrollable = Math.max(1, this.#height - room);
    const pixels = Math.min(1, grid.scrollTop / scrollable) * Math.max(0, all - room);
    const top = Math.floor(pixels / this.#rowHeight);
    return { top, cut: pixels - top * this.#rowHeight };
  }

  #scrollTo(index: number): void {
    const grid = this.#grid;
    if (!grid) return;
    const all = this.count * this.#rowHeight;
    const room = grid.clientHeight - this.#rowHeight;
    const share = (index * this.#rowHeight) / Math.max(1, all - room);
    grid.scrollTop = share * Math.max(0, this.#height - room);
  }

  /** Puts the rows where they can be seen. */
  #locate = (): void => {
    const { top, cut } = this.#position();
    this.top = top;
    const shown = this.renderRoot.querySelector<HTMLElement>('.shown');
    const first = Math.max(0, top - MARGIN);
    const at = (this.#grid?.scrollTop ?? 0) - cut - (top - first) * this.#rowHeight;
    if (shown) shown.style.transform = `translateY(${at}px)`;
  };

  #ask(): void {
    if (this.count === 0) return;
    const first = Math.floor(Math.max(0, this.top - MARGIN) / PAGE);
    const last = Math.floor(Math.min(this.count - 1, this.top + this.visible + MARGIN) / PAGE);
    for (let page = first; page <= last; page++) if (!this.#asked.has(page)) void this.#load(page);
  }

  async #load(page: number): Promise<void> {
    const { fetch } = this;
    this.#asked.add(page);
    const items = await fetch(page * PAGE, PAGE);
    if (fetch !== this.fetch || !items) return;
    // A page far away is forgotten: a list that is scrolled through must not end up in memory.
    const near = this.#stale ? [] : [...this.pages].filter(([one]) => Math.abs(one - page) <= 5);
    for (const one of this.#asked) if (Math.abs(one - page) > 5) this.#asked.delete(one);
    this.#stale = false;
    this.pages = new Map([...near, [page, items]]);
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
      this.#tell('pp-enter', this.active);
    }
  }

  #pick(index: number): void {
    this.active = index;
    this.#tell('pp-pick', index);
  }

  /** Of a row that is still being fetched there is nothing to tell yet. */
  async #tell(type: 'pp-pick' | 'pp-enter', index: number): Promise<void> {
    let item = this.#item(index);
    if (item === undefined) [item] = (await this.fetch(index, 1)) ?? [];
    if (item !== undefined && index === this.active)
      this.dispatchEvent(new CustomEvent(type, { detail: { index, item } }));
  }
}
