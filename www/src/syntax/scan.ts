/** What comes before the place where Python gave up. Up to there the text is JSON. */
import { isSpace } from './characters.ts';
import type { Opened } from './help.ts';
import { CLOSES, endsValue, isJson, type Token, textOf, tokenAt } from './tokens.ts';

/** An open bracket. `indent`: the indentation of its line. */
export interface Bracket {
  readonly char: string;
  readonly start: number;
  readonly indent: number;
}

/** A text with the place of the error in it, and what was found before that place. */
export interface Scan {
  readonly text: string;
  readonly at: number;
  /** The brackets that are open, the innermost last. */
  readonly open: readonly Bracket[];
  /** The token in which the place is, if it is neither between tokens nor at the start of one. */
  readonly within: Token | undefined;
  /** The token that begins at the place. */
  readonly next: Token | undefined;
  /** The last two tokens before the place. */
  readonly last: Token | undefined;
  readonly beforeLast: Token | undefined;
  /** The first bracket whose closing one is indented differently, so that it may have been closed by another's. */
  readonly suspect: Bracket | undefined;
  /** No bracket was closed on a later line by one that is indented differently, and there were some. */
  readonly indented: boolean;
  /** What `text` is a part of. */
  readonly whole: { readonly fromStart: boolean; readonly toEnd: boolean };
  opened(bracket: { char: string; start: number }): Opened;
}

/** How far the scan looks back. It begins at a line, since a line end is never inside a string of JSON. */
const REACH = 1_000_000;

/** Where the scan begins. Undefined if the last lines are too long to know what is inside a string and what is not. */
function beginning(text: string, at: number, fromStart: boolean): number | undefined {
  if (fromStart && at <= REACH) return 0;
  const line = text.indexOf('\n', Math.max(0, at - REACH));
  return line >= 0 && line < at ? line + 1 : undefined;
}

export function scan(
  text: string,
  at: number,
  { fromStart, toEnd }: Scan['whole'],
  opened: Scan['opened'],
): Scan | undefined {
  const from = beginning(text, at, fromStart);
  if (from === undefined) return undefined;
  const lines = new Lines(text, from);
  const open: Bracket[] = [];
  let [last, beforeLast, within]: (Token | undefined)[] = [];
  let [suspect, indented]: [Bracket | undefined, boolean] = [undefined, false];
  for (let token = tokenAt(text, from); token && token.start < at; ) {
    // A string without an end goes on to the end of its line, where Python stops.
    if (token.end > at || (token.kind === 'broken' && token.end === at)) {
      within = token;
      break;
    }
    const indent = lines.moveTo(token.start);
    const char = textOf(text, token);
    if (token.kind === 'open') open.push({ char, start: token.start, indent });
    if (token.kind === 'close') {
      const bracket = open.pop();
      if (bracket && lines.first && lines.start > bracket.start) {
        if (bracket.indent === indent) indented = true;
        else suspect ??= bracket;
      }
    }
    [beforeLast, last] = [last, token];
    token = tokenAt(text, token.end);
  }
  const next = within ? undefined : tokenAt(text, at);
  const whole = { fromStart: from === 0 && fromStart, toEnd };
  return { text, at, open, within, next, last, beforeLast, suspect, indented, whole, opened };
}

/** Whether what comes before the place ends with a value, which is not a key without one. */
export function endsWithValue({ open, last, beforeLast }: Scan): boolean {
  if (!last || !endsValue(last)) return false;
  return last.kind === 'close' || open.at(-1)?.char !== '{' || beforeLast?.kind === 'colon';
}

/** Follows the lines of a text from token to token. */
class Lines {
  /** The start of the line, and whether the token is the first one of it. */
  start: number;
  first = false;
  #text: string;
  #from: number;
  #last: number;
  #indent = 0;

  constructor(text: string, from: number) {
    this.#text = text;
    this.#from = from;
    this.#last = from;
    this.start = from;
  }

  /** Moves on to a token. Returns the indentation of its line. */
  moveTo(token: number): number {
    let at = token;
    // Only white space is looked through: inside a token of JSON there is no line end.
    while (at > this.#last && isSpace(this.#text.charCodeAt(at - 1)) && this.#text[at - 1] !== '\n')
      at--;
    this.first = at === this.#from || this.#text[at - 1] === '\n';
    if (this.first) [this.start, this.#indent] = [at, token - at];
    this.#last = token + 1;
    return this.#indent;
  }
}

/** Whether the rest of the text closes exactly these brackets, and nothing else is wrong with its brackets. */
export function balances(text: string, from: number, open: readonly string[]): boolean {
  const stack = [...open];
  for (let token = tokenAt(text, from); token; token = tokenAt(text, token.end)) {
    if (stack.length === 0 || !isJson(text, token)) return false;
    const char = textOf(text, token);
    if (token.kind === 'open') stack.push(char);
    if (token.kind === 'close' && CLOSES[stack.pop() ?? ''] !== char) return false;
  }
  return stack.length === 0;
}
