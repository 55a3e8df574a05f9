/** Texts that are no JSON as a whole, or have something before or after it. */
import type { TextEdit } from '../engine/protocol.ts';
import { certain, type Found, insert, remove } from './help.ts';
import type { Scan } from './scan.ts';
import { skipSpace, textOf } from './tokens.ts';

/** How much of the text is looked at, and the greatest length of what is quoted from it. */
const HEAD = 4000;
const QUOTED = 60;

const LOG_LINE =
  /^\s*(?:\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d|\[?(?:DEBUG|INFO|WARN(?:ING)?|ERROR|CRITICAL)\b\]?\s*[|:\s-])/;
const ASSIGNMENT =
  /^\s*(?:(?:export|const|let|var)\s+)*([\p{L}_$][\p{L}\p{N}_$.]*)\s*(?::\s*[\w.[\], ]+?)?\s*=\s*(?=[{[])/u;
const FENCE = /^[ \t]*(?:```|~~~)[^\n]*(?:\n|$)/;
const YAML = /^(?:---\s*$|- +\S|[\w-]+:(?:\s+[^{[\s].*)?$)/;
const KEY = /^\s*"(?:[^"\\\n]|\\.){0,200}"\s*:/;

/** What the text is, if Python stopped within its first line, or at what follows the JSON. */
export function lookAtWhole(scan: Scan): Found | undefined {
  if (scan.whole.fromStart && scan.text.slice(0, scan.at).trimStart().indexOf('\n') < 0)
    return utf16(scan.text, scan.whole.toEnd) ?? beginning(scan);
  return scan.open.length === 0 ? following(scan) : undefined;
}

/** UTF-16 read as UTF-8: every second character is NUL, after two that cannot be decoded. */
export function utf16(text: string, toEnd: boolean): Found | undefined {
  const head = text.slice(0, HEAD);
  if (!/^(?:\ufffd\ufffd)?(?:[^\0]\0|\0[^\0]){2}/u.test(head)) return undefined;
  const finding = { kind: 'utf16' } as const;
  if (!toEnd) return { finding, start: 0 };
  const edits: TextEdit[] = [];
  for (const { index, 0: found } of text.matchAll(/\0|\ufffd/g))
    edits.push(remove(index, index + found.length));
  // Only if all the others are ASCII, nothing was lost.
  const ascii = /^\p{ASCII}*$/u.test(text.replaceAll('\ufffd', ''));
  if (!ascii || Math.abs(text.length - 2 * edits.length) > 2) return { finding, start: 0 };
  return { finding, start: 0, change: { edits, certain: true } };
}

function beginning({ text, whole }: Scan): Found | undefined {
  const start = skipSpace(text, 0);
  const lines = text.slice(start, start + HEAD).split('\n');
  const [first = '', second = ''] = lines;
  if (/^<[a-z!?]/i.test(first)) return { finding: { kind: 'html' }, start };
  if (FENCE.test(first)) return fence(text, start, whole.toEnd);
  const assigned = ASSIGNMENT.exec(text.slice(start, start + HEAD));
  if (assigned) return assignment(text, start, assigned, whole.toEnd);
  if (LOG_LINE.test(first)) return logLines(text, start);
  if (isTable(first, second)) return { finding: { kind: 'csv' }, start };
  const rest = text.slice(start, start + HEAD);
  if (YAML.test(first.trimEnd()) && !/^\s*[{[]/m.test(rest))
    return { finding: { kind: 'yaml' }, start };
  if (KEY.test(first) && whole.toEnd) {
    const end = text.trimEnd().length;
    const change = certain(insert(start, '{'), insert(end, '}'));
    return { finding: { kind: 'no_braces' }, start, change };
  }
  return textBefore(text, start, first);
}

/** The same number of delimiters in two lines that begin with no bracket. */
function isTable(first: string, second: string): boolean {
  if (/^\s*[{[(]/.test(first) || !second.trim()) return false;
  return [',', ';', '\t'].some((delimiter) => {
    const columns = first.split(delimiter).length;
    return columns > 1 && columns === second.split(delimiter).length;
  });
}

function fence(text: string, start: number, toEnd: boolean): Found {
  const from = lineEnd(text, start);
  const close = text.slice(from).search(/^[ \t]*(?:```|~~~)/m);
  const edits = [remove(start, from)];
  if (close >= 0 && toEnd) edits.push(remove(from + close, text.length));
  return { finding: { kind: 'fence' }, start, end: from, change: certain(...edits) };
}

function assignment(
  text: string,
  start: number,
  [all, name = '']: RegExpExecArray,
  toEnd: boolean,
): Found {
  const value = start + all.length;
  const edits = [remove(start, value)];
  const end = text.trimEnd().length;
  if (toEnd && text[end - 1] === ';') edits.push(remove(end - 1, end));
  return { finding: { kind: 'assignment', name }, start, end: value, change: certain(...edits) };
}

/** Log lines before the JSON. Without JSON after them, nothing can be done. */
function logLines(text: string, start: number): Found {
  let end = start;
  while (end < text.length && (LOG_LINE.test(line(text, end)) || !line(text, end).trim()))
    end = lineEnd(text, end);
  const finding = { kind: 'log_lines', first: quoted(line(text, start)) } as const;
  if (!/[{[]/.test(text.charAt(skipSpace(text, end)))) return { finding, start };
  return { finding, start, end, change: certain(remove(start, end)) };
}

/** Words before a line with which JSON begins. */
function textBefore(text: string, start: number, first: string): Found | undefined {
  if (!/^[^{["\d-]/.test(first)) return undefined;
  const json = text.slice(start).search(/^[ \t]*(?:[{[]|```|~~~)/m);
  if (json <= 0) return undefined;
  return { finding: { kind: 'text_before', first: quoted(first) }, start };
}

/** What follows a text that is complete. */
function following({ text, at, last, next, whole }: Scan): Found | undefined {
  if (!last || !next) return undefined;
  const rest = whole.toEnd ? { change: certain(remove(at, text.length)) } : {};
  if (FENCE.test(line(text, at))) return { finding: { kind: 'fence' }, start: at, ...rest };
  const first = line(text, at);
  if (LOG_LINE.test(first)) {
    const all = text.slice(at).split('\n');
    const finding = { kind: 'log_lines', first: quoted(first) } as const;
    if (!all.every((one) => LOG_LINE.test(one) || !one.trim())) return { finding, start: at };
    return { finding, start: at, ...rest };
  }
  if (next.kind === 'open' && textOf(text, last) !== ',')
    return { finding: { kind: 'second_value' }, start: at };
  return undefined;
}

/** The end of the line with its line end. */
function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

/** The line from an offset on, cut. */
const line = (text: string, at: number): string =>
  text.slice(at, Math.min(lineEnd(text, at), at + HEAD)).trimEnd();

const quoted = (text: string): string => {
  const all = [...text];
  return all.length > QUOTED ? `${all.slice(0, QUOTED - 1).join('')}…` : text;
};
