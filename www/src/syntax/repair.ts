/** Mends all tokens of a kind, from the one that Python stumbled over to the end of what can be relied on. */
import type { TextEdit } from '../engine/protocol.ts';
import { beginsValue, endsValue, isJson, type Token, tokenAt } from './tokens.ts';

/** The edits that make JSON of a token. Undefined: it is left as it is. `before` is the token before it. */
export type Mend = (token: Token, next: Token | undefined) => readonly TextEdit[] | undefined;

/**
 * The edits for all tokens from `from` on, which must be the start of a token outside of a string. Ends where it is
 * no longer certain what is inside a string: after a string without an end, after something that is no token, and
 * where two values follow each other. Linear.
 */
export function repair(text: string, from: number, mend: Mend): TextEdit[] {
  const edits: TextEdit[] = [];
  let before: Token | undefined;
  for (let token = tokenAt(text, from); token; ) {
    const next = tokenAt(text, token.end);
    if (
      token.kind === 'broken' ||
      (token.kind === 'other' && !'()'.includes(text.charAt(token.start)))
    )
      break;
    const passed = token.kind === 'comment' || token.kind === 'invisible';
    const begins = beginsValue(token) || text[token.start] === '(';
    if (before && !passed && endsValue(before) && begins) break;
    // Quotes that are followed by neither a mark nor the end are part of a sentence.
    if (token.kind === 'quoted' && next && (beginsValue(next) || isWrong(text, next))) break;
    edits.push(...(mend(token, next) ?? []));
    if (!passed) before = token;
    token = next;
  }
  return edits;
}

const isWrong = (text: string, token: Token): boolean =>
  token.kind === 'other' && text[token.start] !== ')';

/** Whether a token stands where the key of an object does. */
export const isKey = (text: string, next: Token | undefined): boolean =>
  next?.kind === 'colon' || (next !== undefined && text[next.start] === '=');

/** Whether the text from here on is JSON, token by token. */
export function goesOn(text: string, from: number): boolean {
  const token = tokenAt(text, from);
  return token === undefined || isJson(text, token);
}
