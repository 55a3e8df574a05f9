import { html, nothing } from 'lit';
import type { Span } from '../../state/events.ts';

export interface Cut {
  /** The most UTF-16 units before the difference, and in total. */
  lead: number;
  room: number;
  /** The words for a number of units that are left out. */
  left: (units: number) => string;
  /** The words for something that is missing here but that other sources have. */
  gap: string;
}

/** A text of json.dumps (so it is ASCII), or the part of it from `from` on. */
export interface Value {
  text: string;
  from?: number;
  /** The length of the whole text, if `text` is a part of it. */
  length?: number;
  /** The part of the whole text that differs from other sources. */
  differs?: Span;
}

/** Marks the part of a text that differs from other sources, and cuts the rest. */
export function differing({ text, from: at = 0, length = text.length, differs }: Value, cut: Cut) {
  const [start, end] = differs ? [differs.start - at, differs.end - at] : [0, 0];
  const from = Math.max(0, start - cut.lead);
  const to = Math.min(text.length, from + cut.room);
  const left = (units: number) =>
    units > 0 ? html`<span class="muted">${cut.left(units)}</span>` : nothing;
  const mark = differs ? marked(text.slice(start, Math.min(end, to)), cut.gap) : nothing;
  return html`${left(at + from)}${text.slice(from, start)}${mark}${text.slice(end, to)}${left(length - at - to)}`;
}

function marked(part: string, gap: string) {
  if (part) return html`<mark>${part}</mark>`;
  return html`<mark class="gap"><span class="visually-hidden">${gap}</span></mark>`;
}
