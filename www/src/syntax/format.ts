/** Pretty-prints a text: only the white space between its tokens changes. */
import type { TextEdit } from '../engine/protocol.ts';
import { insert, replace } from './help.ts';
import { CLOSES, isJson, type Token, tokenAt } from './tokens.ts';

/** The longest line, if it holds more than one value. */
const WIDTH = 80;
const INDENT = 2;
/** Deeper levels are not indented further, or the white space of a very deep text would be many times its size. */
const DEEPEST = 40;

/** A bracket and what is in it. */
interface Group {
  /** Written on one line. */
  length: number;
  /** It has to be on several lines. */
  breaks: boolean;
  empty: boolean;
  isArray: boolean;
}

/** The edits that format a text. Undefined if it is not one text of JSON's tokens. */
export function format(text: string): TextEdit[] | undefined {
  const tokens = tokensOf(text);
  const groups = tokens && groupsOf(text, tokens);
  return tokens && groups && spacing(text, tokens, groups);
}

function tokensOf(text: string): Token[] | undefined {
  const tokens: Token[] = [];
  for (let token = tokenAt(text, 0); token; token = tokenAt(text, token.end)) {
    if (!isJson(text, token)) return undefined;
    tokens.push(token);
  }
  return tokens;
}

/** The group of each opening bracket, by its offset. */
function groupsOf(text: string, tokens: readonly Token[]): Map<number, Group> | undefined {
  const groups = new Map<number, Group>();
  const open: { group: Group; start: number; depth: number }[] = [];
  for (const { kind, start, end } of tokens) {
    const around = open.at(-1)?.group;
    if (kind === 'open') {
      const isArray = text[start] === '[';
      const group = { length: 1, breaks: open.length === 0, empty: true, isArray };
      groups.set(start, group);
      open.push({ group, start, depth: open.length });
      if (around) around.empty = false;
    } else if (kind === 'close') {
      const closed = open.pop();
      if (!closed || CLOSES[text.charAt(closed.start)] !== text[start]) return undefined;
      close(closed.group, open.at(-1)?.group, closed.depth);
    } else if (around) {
      around.length += kind === 'comma' || kind === 'colon' ? 2 : end - start;
      around.empty = false;
    }
  }
  return open.length === 0 ? groups : undefined;
}

function close(group: Group, outer: Group | undefined, depth: number): void {
  group.length++;
  if (group.empty) group.breaks = false;
  group.breaks ||= group.length + Math.min(depth, DEEPEST) * INDENT > WIDTH;
  if (!outer) return;
  outer.length += group.length;
  // Each record on a line of its own.
  outer.breaks ||= group.breaks || (outer.isArray && !group.isArray && !group.empty);
}

function spacing(text: string, tokens: readonly Token[], groups: Map<number, Group>): TextEdit[] {
  const edits: TextEdit[] = [];
  const open: Group[] = [];
  let before: Token | undefined;
  let at = 0;
  const put = (end: number, space: string) => {
    const written = text.slice(at, end);
    if (written === space) return;
    edits.push(at === end ? insert(at, space) : replace(at, end, space));
  };
  for (const token of tokens) {
    if (token.kind === 'close') {
      const group = open.pop();
      put(token.start, group?.breaks ? line(open.length) : '');
    } else put(token.start, gap(before, token, open));
    if (token.kind === 'open') open.push(groups.get(token.start) as Group);
    at = token.end;
    before = token;
  }
  const ending = text.slice(at);
  put(text.length, ending.includes('\n') ? '\n' : '');
  return edits;
}

/** The white space before a token that is not a closing bracket. */
function gap(before: Token | undefined, { kind }: Token, open: readonly Group[]): string {
  if (!before || kind === 'comma' || kind === 'colon') return '';
  if (before.kind === 'colon') return ' ';
  const breaks = open.at(-1)?.breaks;
  if (before.kind === 'open') return breaks ? line(open.length) : '';
  if (before.kind === 'comma') return breaks ? line(open.length) : ' ';
  return ' ';
}

const line = (depth: number): string => `\n${' '.repeat(Math.min(depth, DEEPEST) * INDENT)}`;
