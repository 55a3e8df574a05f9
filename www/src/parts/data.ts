/**
 * Data in the page: values, ids, names, lines of the log. All of it is shown by these functions. It is isolated from the
 * words around it, no translator changes it, and what cannot be seen has a sign. Copying copies just the data.
 */
import { html } from 'lit';
import { piecesOf, plain, shortened } from '../strings/isolated.ts';

/**
 * What reads like something else: spaces at an end or side by side, other spaces, what has no look of its own (except
 * within an emoji), and letters that are put together of several characters.
 */
const UNSEEN =
  /(^ +| +$| {2,}|(?:[^\P{Z} ]|(?!(?<=\p{ExtPict}|\p{EMod}|\ufe0f)\u200d)\p{C})+|\P{M}[\u0300-\u036f\u1160-\u11ff\u3099\u309a]+)/u;
const SIGNS: Record<string, string> = { ' ': '␣', '\t': '⇥', '\n': '↵' };
/** The most of them side by side that are told one by one. */
const MOST = 10;

function signed(text: string) {
  return text.split(UNSEEN).map((part, i) => (i % 2 ? sign(part) : part));
}

function sign(part: string) {
  const [letter] = part.match(/^[^\p{Z}\p{C}]/u) ?? [''];
  const signs = Array.from(
    part.slice(letter.length, MOST),
    (one) => SIGNS[one] ?? `U+${one.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`,
  );
  return mark(part, signs.join(''), letter ? 'sign letter' : 'sign');
}

const mark = (part: string, shown: string, look: string) =>
  html`<span class=${look} data-sign=${shown}>${part}</span>`;

/** The most characters that are hidden in the middle of a text, to be copied with it. */
const HIDDEN = 10_000;

const hidden = (part: string, shown: string) =>
  mark(part.length < HIDDEN ? part : '', shown, 'sign gap');

/** All of a text; or with `room`, the start and the end of a longer one. */
export function data(text: string, room = text.length) {
  const [start = '', end] = shortened(text, room);
  const rest =
    end === undefined ? '' : [hidden(text.slice(start.length, -end.length), '…'), signed(end)];
  return html`<bdi translate="no">${signed(start)}${rest}</bdi>`;
}

/** A sentence, with the data in it. */
export const phrase = (said: string) =>
  piecesOf(said).map((piece, i) => (i % 2 ? data(piece) : piece));

/** A sentence in a cell. The tooltip shows all of it if the cell is too narrow. */
export const cut = (said: string) => html`<span title=${plain(said)}>${phrase(said)}</span>`;

/** Data in a cell, likewise. */
export const code = (text: string) => html`<span class="code" title=${text}>${data(text)}</span>`;

/** Letters that are written from right to left, and signs of direction. */
const RIGHT_TO_LEFT =
  /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc]/;
/** Two units between which a name is not split: at a space, within a character, before an accent. */
const INSEPARABLE = /^[\s\u200d]|^.[\s\p{M}\u200d]|[\u{10000}-\u{10ffff}]/u;
/** How many characters at the end of a name stay visible, and the fewest in a name that is cut. */
const END = 8;
const CUT = 16;
/** The most characters of a name in a cell. */
const NAME = 120;

/** A name in a cell. If the cell is too narrow, the end stays: many names begin alike. */
export function name(text: string) {
  let at = text.length - END;
  while (at > END && INSEPARABLE.test(text.slice(at - 1, at + 1))) at--;
  if (text.length < CUT || RIGHT_TO_LEFT.test(text))
    return html`<span title=${text}>${data(text, NAME)}</span>`;
  return html`<bdi class="ends" translate="no" title=${text}
    ><span>${signed(text.slice(0, Math.min(at, NAME)))}${hidden(text.slice(NAME, at), '')}</span>${signed(text.slice(at))}</bdi
  >`;
}
