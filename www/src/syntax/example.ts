/** The learner's own line, before and after a change. */
import type { TextEdit } from '../engine/protocol.ts';
import { codeOf, INVISIBLE } from './characters.ts';
import type { Found } from './help.ts';

/** How much of a long line is shown around the change. */
const AROUND = 36;
/** The greatest length of what lies between several edits. */
const BETWEEN = 80;

export function exampleOf(
  text: string,
  { start, end = start + 1, change }: Found,
): { before: string; after: string | undefined } {
  const edits = change?.edits ?? [];
  const first = edits[0]?.start ?? start;
  const from = Math.max(text.lastIndexOf('\n', first - 1) + 1, first - AROUND);
  const lineEnd = text.indexOf('\n', first);
  const until = lineEnd < 0 ? text.length : lineEnd;
  const near = edits.filter((edit) => edit.start <= Math.min(until, first + BETWEEN));
  const last = Math.max(first, ...near.map((edit) => edit.end), near.length ? 0 : end);
  const to = Math.min(until, last + AROUND);
  const [left, right] = [whole(text, from), whole(text, to)];
  const cut = (line: string) => shown(line, left, right, text);
  const before = cut(text.slice(left, right));
  if (!change) return { before, after: undefined };
  return { before, after: cut(applied(text, near, left, right)) };
}

/** Not inside of a character that takes two units. */
const whole = (text: string, at: number): number =>
  (text.charCodeAt(at) & 0xfc00) === 0xdc00 ? at - 1 : at;

/** A part of a line without its indentation, with what is invisible in it written out. */
function shown(line: string, left: number, right: number, text: string): string {
  const begins = left === 0 || text[left - 1] === '\n';
  const ends = right >= text.length || text[right] === '\n';
  const seen = [...(begins ? line.replace(/^[ \t]+/, '') : line)]
    .map((char) => (INVISIBLE.test(char) ? `[${codeOf(char)}]` : char))
    .join('');
  return `${begins ? '' : '…'}${seen.replace(/[ \t]+$/, '')}${ends ? '' : '…'}`;
}

/** A part of the text with the edits in it made. */
function applied(text: string, edits: readonly TextEdit[], from: number, to: number): string {
  let [result, at] = ['', from];
  for (const { start, end, insert } of edits) {
    if (start > to) break;
    result += text.slice(at, start) + insert;
    at = end;
  }
  return result + text.slice(at, Math.max(at, to));
}
