/** Splits a text into tokens: those of JSON, and what people write in their place. */
import { afterInvisible, isSpace, QUOTES, WIDE } from './characters.ts';

export type TokenKind =
  | 'open'
  | 'close'
  | 'comma'
  | 'colon'
  | 'string'
  /** A string that does not end on its line. */
  | 'broken'
  /** What begins like a number. */
  | 'number'
  | 'word'
  /** A string in other quotes, which ends on its line. */
  | 'quoted'
  | 'comment'
  | 'invisible'
  /** A mark of another width or script. */
  | 'wide'
  | 'other';

export interface Token {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
}

const NUMBER = /[+-]?\.?\d[\w.]*(?:(?<=[eE])[+-]\d+)?/y;
const WORD = /-?[\p{L}_$][\p{L}\p{M}\p{N}_$]*(?:[.-][\p{L}\p{N}_$]+)*/uy;
const JSON_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const JSON_WORD = /^(?:true|false|null|NaN|-?Infinity)$/;

const MARKS: Readonly<Record<string, TokenKind>> = {
  '{': 'open',
  '[': 'open',
  '}': 'close',
  ']': 'close',
  ',': 'comma',
  ':': 'colon',
};

export const CLOSES: Readonly<Record<string, string>> = { '{': '}', '[': ']', '(': ')' };

export const textOf = (text: string, { start, end }: Token): string => text.slice(start, end);

/** The first offset from `at` on that is not white space. */
export function skipSpace(text: string, at: number): number {
  let next = at;
  while (isSpace(text.charCodeAt(next))) next++;
  return next;
}

/** The first token from an offset on, which must not be inside a token. Undefined at the end of the text. */
export function tokenAt(text: string, at: number): Token | undefined {
  const start = skipSpace(text, at);
  const char = text[start];
  if (char === undefined) return undefined;
  const token = (kind: TokenKind, end: number): Token => ({ kind, start, end });
  const mark = MARKS[char];
  if (mark) return token(mark, start + 1);
  if (char === '"') return stringAt(text, start);
  if (char in WIDE) return token('wide', start + 1);
  const comment = commentEnd(text, start);
  if (comment !== undefined) return token('comment', comment);
  const number = matchEnd(NUMBER, text, start);
  if (number !== undefined) return token('number', number);
  const word = matchEnd(WORD, text, start);
  if (word !== undefined) return token('word', word);
  const invisible = afterInvisible(text, start);
  if (invisible > start) return token('invisible', invisible);
  const quoted = QUOTES[char] && quotedEnd(text, start, QUOTES[char]);
  if (quoted) return token('quoted', quoted);
  return token('other', start + ((text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1));
}

/** Whether JSON, as Python reads it, allows the token. */
export function isJson(text: string, token: Token): boolean {
  switch (token.kind) {
    case 'number':
      return JSON_NUMBER.test(textOf(text, token));
    case 'word':
      return JSON_WORD.test(textOf(text, token));
    default:
      return ['open', 'close', 'comma', 'colon', 'string'].includes(token.kind);
  }
}

const VALUES: readonly TokenKind[] = ['string', 'number', 'word', 'quoted', 'broken'];

/** Whether a value can begin with the token. */
export const beginsValue = ({ kind }: Token): boolean => kind === 'open' || VALUES.includes(kind);
/** Whether a value can end with the token. */
export const endsValue = ({ kind }: Token): boolean => kind === 'close' || VALUES.includes(kind);

/** Not by a regular expression: a string can have millions of characters. */
function stringAt(text: string, start: number): Token {
  for (let at = start + 1; ; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0x22) return { kind: 'string', start, end: at + 1 };
    if (Number.isNaN(unit) || unit === 0x0a) return { kind: 'broken', start, end: at };
    if (unit === 0x5c && at + 1 < text.length && text.charCodeAt(at + 1) !== 0x0a) at++;
  }
}

/** The end of a string in other quotes, if it has one on its line. */
function quotedEnd(text: string, start: number, closers: string): number | undefined {
  for (let at = start + 1; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '\n') return undefined;
    if (closers.includes(char)) return at + 1;
    if (char === '\\') at++;
  }
  return undefined;
}

const COMMENTS: readonly (readonly [start: string, end: string])[] = [
  ['//', '\n'],
  ['#', '\n'],
  ['/*', '*/'],
  ['<!--', '-->'],
];

/** The characters that begin a comment here, if one does. */
export const commentMark = (text: string, start: number): string | undefined =>
  COMMENTS.find(([mark]) => text.startsWith(mark, start))?.[0];

function commentEnd(text: string, start: number): number | undefined {
  const found = COMMENTS.find(([mark]) => text.startsWith(mark, start));
  if (!found) return undefined;
  const [mark, closer] = found;
  const end = text.indexOf(closer, start + mark.length);
  if (end < 0) return text.length;
  return closer === '\n' ? end : end + closer.length;
}

function matchEnd(pattern: RegExp, text: string, start: number): number | undefined {
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}
