import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Timeline } from '../../engine/protocol.ts';
import { AllWords } from '../../parts/all-words.ts';
import { plain } from '../../strings/isolated.ts';
import { base } from '../../styles/base.ts';
import { styles } from './pp-timeline.styles.ts';

/** What was chosen: a record, or a part of the axis. `enter`: also move the focus to it. */
export type Chosen = { enter: boolean } & (
  | { kind: 'record'; position: number }
  | { kind: 'bucket'; bucket: number }
);

/** Something on the axis that can be chosen. `at`: a fraction of the axis, from 0 to 1. */
type Item = { at: number } & (
  | { kind: 'record'; position: number; point: Timeline['points'][number]; level: number }
  | { kind: 'bucket'; bucket: number; part: Timeline['buckets'][number] }
);

/** Columns of the axis. Points in the same column are stacked. */
const COLUMNS = 44;
/** The height for points in the plot, and that of a point with its margin, in pixels. */
const HEIGHT = 112;
const PITCH = 11;

/**
 * Ages on an axis with the limit: a point for each record, or if there are many, a bar for each part of the axis. One
 * stop for Tab, arrow keys within. Sends `pp-chosen` (detail: Chosen).
 */
export class PpTimeline extends LitElement {
  static readonly tag = 'pp-timeline';
  static override styles = [base, styles];

  @property({ attribute: false }) timeline!: Timeline;
  /** What is chosen: a record's position, or a bucket. */
  @property({ attribute: false }) chosen: number | undefined;

  @state() private items: Item[] = [];

  #words = new AllWords(this);

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('timeline')) this.items = itemsOf(this.timeline);
  }

  override render() {
    const { limitAt, zeroAt, maxAge, points } = this.timeline;
    const words = this.#words.strings.time;
    return html`
      <div class="limit-row" aria-hidden="true">
        <span .style="--_at: ${limitAt}">${words.limit({ maxAge })} <small>${words.span(maxAge)}</small></span>
      </div>
      <div class="plot" @click=${this.#click} @dblclick=${() => this.#choose(this.#active, true)}>
        <div class="side" aria-hidden="true" .style="inset-inline-end: ${(1 - limitAt) * 100}%">
          <span class="word">${words.marks.fresh}</span>
        </div>
        <div class="side old" aria-hidden="true" .style="inset-inline-start: ${limitAt * 100}%">
          <span class="word">${words.marks.stale}</span>
        </div>
        ${zeroAt > 0 ? html`<div class="zero" aria-hidden="true" .style="--_at: ${zeroAt}"></div>` : nothing}
        ${this.items.length ? this.#list(points.length > 0) : nothing}
        <div class="line" aria-hidden="true" .style="--_at: ${limitAt}"></div>
      </div>
      ${this.#axis()}
    `;
  }

  #list(points: boolean) {
    const { points: pointsLabel, histogram } = this.#words.strings.time;
    const active = this.#active;
    return html`<div
      class=${points ? 'items points' : 'items'}
      role="listbox"
      aria-orientation="horizontal"
      tabindex="0"
      aria-label=${points ? pointsLabel : histogram}
      aria-activedescendant=${active < 0 ? nothing : `item-${active}`}
      @keydown=${this.#key}
    >
      ${points ? this.#points() : this.#bars()}
    </div>`;
  }

  #points() {
    const highest = this.items.reduce(
      (most, item) => Math.max(most, item.kind === 'record' ? item.level : 0),
      0,
    );
    const pitch = Math.min(PITCH, HEIGHT / (highest + 1));
    return this.items.map((item, index) =>
      item.kind === 'record'
        ? this.#option(item, index, `point ${item.point.freshness}`, item.level * pitch)
        : nothing,
    );
  }

  #bars() {
    const bars = this.items.filter((item) => item.kind === 'bucket');
    const most = bars.reduce((all, { part }) => Math.max(all, part.fresh + part.stale), 0);
    const share = 100 / this.timeline.buckets.length;
    return bars.map((item, index) => {
      const { from, to, fresh, stale } = item.part;
      return html`<div
        role="option"
        id="item-${index}"
        class="part"
        aria-selected=${item.bucket === this.chosen ? 'true' : 'false'}
        aria-label=${this.#words.strings.time.bucket({ from, to, fresh, stale })}
        .style="--_at: ${item.bucket / this.timeline.buckets.length}; inline-size: ${share}%"
      >
        <span class="stale" .style="block-size: ${(stale / most) * 100}%" ?hidden=${!stale}></span>
        <span class="fresh" .style="block-size: ${(fresh / most) * 100}%" ?hidden=${!fresh}></span>
      </div>`;
    });
  }

  #option(item: Item & { kind: 'record' }, index: number, kind: string, up: number) {
    return html`<div
      role="option"
      id="item-${index}"
      class=${kind}
      aria-selected=${item.position === this.chosen ? 'true' : 'false'}
      aria-label=${plain(this.#words.strings.time.point(item.point))}
      .style="--_at: ${item.at}; --_up: ${up}px"
    ></div>`;
  }

  #axis() {
    const { span, axis } = this.#words.strings.time;
    return html`<div class="axis" aria-hidden="true">
        ${this.timeline.ticks.map(
          ({ text, at }) =>
            html`<span .style="--_at: ${at}">${text}<small>${span(text)}</small></span>`,
        )}
      </div>
      <p class="title muted">${axis(this.timeline)}</p>`;
  }

  get #active(): number {
    return this.items.findIndex((item) => idOf(item) === this.chosen);
  }

  #key(event: KeyboardEvent): void {
    const last = this.items.length - 1;
    const active = this.#active;
    const to = {
      ArrowRight: Math.min(last, active + 1),
      ArrowDown: Math.min(last, active + 1),
      ArrowLeft: Math.max(0, active - 1),
      ArrowUp: Math.max(0, active - 1),
      Home: 0,
      End: last,
      Enter: Math.max(0, active),
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    this.#choose(to, event.key === 'Enter');
  }

  /** Chooses the item nearest to the pointer, since a point is small. */
  #click(event: MouseEvent): void {
    const list = this.renderRoot.querySelector('.items');
    if (!list) return;
    let [nearest, least] = [-1, Number.POSITIVE_INFINITY];
    for (const [index, option] of [...list.children].entries()) {
      const { left, width, top, height } = option.getBoundingClientRect();
      const aside = Math.abs(event.clientX - left - width / 2);
      const above = Math.abs(event.clientY - top - height / 2);
      const distance = option.classList.contains('part') ? aside : Math.hypot(aside, above);
      if (distance < least) [nearest, least] = [index, distance];
    }
    this.#choose(nearest, false);
  }

  #choose(index: number, enter: boolean): void {
    const item = this.items[index];
    if (!item) return;
    const detail: Chosen =
      item.kind === 'record'
        ? { kind: 'record', position: item.position, enter }
        : { kind: 'bucket', bucket: item.bucket, enter };
    this.dispatchEvent(new CustomEvent('pp-chosen', { detail }));
  }
}

const idOf = (item: Item): number => (item.kind === 'record' ? item.position : item.bucket);

/** The items from left to right. */
function itemsOf({ points, buckets }: Timeline): Item[] {
  if (points.length === 0)
    return buckets.flatMap((part, bucket) =>
      part.fresh || part.stale
        ? [{ kind: 'bucket' as const, at: bucket / buckets.length, bucket, part }]
        : [],
    );
  const levels = new Map<number, number>();
  return points
    .toSorted((a, b) => a.at - b.at || a.position - b.position)
    .map((point) => {
      const { position, at } = point;
      const column = Math.round(at * COLUMNS);
      const level = levels.get(column) ?? 0;
      levels.set(column, level + 1);
      return { kind: 'record' as const, at, position, point, level };
    });
}
