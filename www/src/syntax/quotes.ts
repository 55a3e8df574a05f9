/** Quotation marks, invisible characters and comments between the tokens; and what is wrong inside a string. */
import type { TextEdit } from '../engine/protocol.ts';
import { ANY_CURLY, afterInvisible, codeOf, INVISIBLE, isGap, QUOTES, WIDE } from './characters.ts';
import { type Change, certain, type Found, insert, perhaps, remove, replace } from './help.ts';
import { repair } from './repair.ts';
import type { Scan } from './scan.ts';
import { beginsValue, commentMark, skipSpace, type Token, textOf, tokenAt } from './tokens.ts';

/** Edits are certain if the first of them mends what Python stumbled over. */
export function mended(edits: readonly TextEdit[], at: number): { change?: Change } {
  return edits[0] && edits[0].start <= at + 1 ? { change: { edits, certain: true } } : {};
}

/** A character that is no part of JSON's tokens, where one begins. */
export function lookAtCharacter({ text, at }: Scan): Found | undefined {
  const char = String.fromCodePoint(text.codePointAt(at) ?? 0x20);
  if (INVISIBLE.test(char)) return invisible(text, at, char);
  const comment = commentMark(text, at);
  if (comment) {
    const edits = repair(text, at, (token) =>
      token.kind === 'comment' ? [remove(token.start, token.end)] : undefined,
    );
    return { finding: { kind: 'comment', mark: comment }, start: at, ...mended(edits, at) };
  }
  if (char in QUOTES) return otherQuotes(text, at, char);
  const meant = WIDE[char];
  if (meant === undefined) return undefined;
  const edits = repair(text, at, (token) => {
    const json = token.kind === 'wide' && WIDE[textOf(text, token)];
    return json ? [replace(token.start, token.end, json)] : undefined;
  });
  return {
    finding: { kind: 'wide_punctuation', found: char, meant },
    start: at,
    ...mended(edits, at),
  };
}

function invisible(text: string, at: number, char: string): Found {
  const edits = repair(text, at, (token) =>
    token.kind === 'invisible' ? [spaced(text, token)] : undefined,
  );
  const finding = {
    kind: 'invisible',
    code: codeOf(char),
    gap: isGap(char),
    start: at === 0,
  } as const;
  return { finding, start: at, end: afterInvisible(text, at), ...mended(edits, at) };
}

/** A space for a gap, nothing for characters without width. */
const spaced = (text: string, token: Token): TextEdit =>
  replace(token.start, token.end, isGap(textOf(text, token)) ? ' ' : '');

function otherQuotes(text: string, at: number, quote: string): Found {
  const edits = repair(text, at, (token) => {
    const json = token.kind === 'quoted' ? requoted(textOf(text, token)) : undefined;
    return json === undefined ? undefined : [replace(token.start, token.end, json)];
  });
  const finding =
    quote === "'"
      ? ({ kind: 'single_quotes' } as const)
      : ({ kind: 'other_quotes', quote } as const);
  return { finding, start: at, ...mended(edits, at) };
}

/** A string in other quotes as a string of JSON. Undefined if it is not certain what its escapes mean. */
export function requoted(quoted: string): string | undefined {
  const inner = quoted.slice(1, -1);
  let json = '';
  for (let at = 0; at < inner.length; at++) {
    const char = inner.charAt(at);
    if (char === '"') json += '\\"';
    else if (char < ' ') json += `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
    else if (char !== '\\') json += char;
    else {
      const known = /^\\(?:[\\"bfnrt]|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|['`])/.exec(
        inner.slice(at, at + 6),
      );
      if (!known) return undefined;
      const [found] = known;
      at += found.length - 1;
      if (found[1] === 'x') json += `\\u00${found.slice(2)}`;
      else json += found === "\\'" || found === '\\`' ? found.slice(1) : found;
    }
  }
  return `"${json}"`;
}

/** What is wrong inside a string: a character, an escape, or that it does not end. */
export function lookIntoString(scan: Scan, cause: string): Found | undefined {
  const { text, at, within, next } = scan;
  const string = within ?? next;
  if (string?.kind !== 'string' && string?.kind !== 'broken') return undefined;
  if (cause === 'json.control') {
    return text[at] === '\n' ? lineEndInString(scan, string) : controls(text, at, string);
  }
  if (cause === 'json.escape') return escapes(text, at, string);
  if (cause === 'json.ends_early' && string.kind === 'broken' && string.end === text.length) {
    const curly = curlyIn(text, string);
    if (curly) return curly;
    const opened = scan.opened({ char: '"', start: string.start });
    return { finding: { kind: 'ends_in_string', opened }, start: string.start, end: string.end };
  }
  return undefined;
}

/** The string does not end on its line. Most often, its closing quote is missing at the end of the line. */
function lineEndInString(scan: Scan, string: Token): Found {
  const { text } = scan;
  const curly = curlyIn(text, string);
  if (curly) return curly;
  const written = textOf(text, string).trimEnd();
  // Behind what cannot be meant as a part of the string: the comma or the brackets at the end of the line.
  const end = string.start + written.replace(/[\s,\]}]*$/, '').length;
  const opened = scan.opened({ char: '"', start: string.start });
  const change = end > string.start + 1 ? { change: perhaps(insert(end, '"')) } : {};
  return {
    finding: { kind: 'line_end_in_string', opened },
    start: string.start,
    end: string.end,
    ...change,
  };
}

/** A curly quote inside a string, where a straight one was to close it. */
export function curlyIn(text: string, string: Token): Found | undefined {
  const index = textOf(text, string).search(ANY_CURLY);
  if (index < 0) return undefined;
  const at = string.start + index;
  const quote = text.charAt(at);
  const change = perhaps(replace(at, at + 1, '"'));
  return { finding: { kind: 'curly_in_string', quote }, start: at, change };
}

/** Control characters other than line ends, in a string that ends on its line. */
function controls(text: string, at: number, string: Token): Found {
  const finding = { kind: 'control', code: codeOf(text.charAt(at)) } as const;
  if (string.kind === 'broken') return { finding, start: at };
  const edits: TextEdit[] = [];
  for (let one = at; one < string.end; one++) {
    const unit = text.charCodeAt(one);
    if (unit >= 0x20) continue;
    const short = { 8: '\\b', 9: '\\t', 12: '\\f', 13: '\\r' }[unit];
    edits.push(replace(one, one + 1, short ?? `\\u${unit.toString(16).padStart(4, '0')}`));
  }
  return { finding, start: at, change: { edits, certain: true } };
}

/** Backslashes that begin no escape. Only if none begins one, all of them are meant as they are. */
function escapes(text: string, at: number, string: Token): Found {
  const written = textOf(text, string);
  const finding = { kind: 'escape', escape: text.slice(at, at + 2) } as const;
  if (string.kind === 'broken') return { finding, start: at };
  const hex = [...written.matchAll(/\\(?:(x[0-9a-fA-F]{2})|[\s\S])/g)];
  if (
    hex.every(({ 0: one, 1: code }) => code || !/^\\[xXUN]/.test(one)) &&
    hex.some((one) => one[1])
  ) {
    const edits = hex
      .filter((one) => one[1])
      .map(({ index, 1: code = '' }) =>
        replace(string.start + index, string.start + index + 4, `\\u00${code.slice(1)}`),
      );
    return { finding, start: at, end: at + 2, change: { edits, certain: true } };
  }
  const edits = hex.map(({ index }) => insert(string.start + index, '\\'));
  const all = hex.every(({ 0: one }) => !/^\\["\\/bfnrtu]/.test(one));
  return { finding, start: at, end: at + 2, change: { edits, certain: all } };
}

/** Whether a word is the prefix of a string of Python, as in `b"…"`: with the string, it is all of a value. */
export function isPrefixed(text: string, word: Token): boolean {
  const string = tokenAt(text, word.end);
  if (!string || string.start > word.end || !/^[rubf]{1,2}$/i.test(textOf(text, word)))
    return false;
  const after = tokenAt(text, string.end);
  return ['string', 'quoted'].includes(string.kind) && !(after && beginsValue(after));
}

/** A string that ends right before a word: a quote inside it, without a backslash; or a quote is missing before it. */
export function lookAtQuote(scan: Scan): Found | undefined {
  const { text, at, last, next } = scan;
  if (next?.kind !== 'word' && next?.kind !== 'number') return undefined;
  if (last?.kind === 'string' && last.end === at) {
    const curly = curlyIn(text, last);
    if (curly) return curly;
    const close = text.indexOf('"', at);
    const line = text.slice(at, close + 1);
    if (close < 0 || line.includes('\n')) return undefined;
    const change = perhaps(insert(last.end - 1, '\\'), insert(close, '\\'));
    return { finding: { kind: 'quote_in_string' }, start: last.end - 1, end: last.end, change };
  }
  if (next.kind === 'word' && text[next.end] === '"' && !isPrefixed(text, next)) {
    const after = tokenAt(text, skipSpace(text, next.end + 1));
    const change = insert(at, '"');
    return {
      finding: { kind: 'missing_open_quote' },
      start: at,
      change: after?.kind === 'colon' ? certain(change) : perhaps(change),
    };
  }
  return undefined;
}
