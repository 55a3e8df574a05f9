/** What is between values: commas and colons, too many, too few, or others in their place. */

import { certain, type Found, insert, perhaps, remove, replace } from './help.ts';
import { curlyIn } from './quotes.ts';
import type { Scan } from './scan.ts';
import { beginsValue, endsValue, isJson, type Token, tokenAt } from './tokens.ts';

/** A comma where there is nothing before it, or a mark in the place of a comma or a colon. */
export function lookAtComma(scan: Scan, cause: string): Found | undefined {
  const { text, at, last, next, open } = scan;
  if (cause === 'json.trailing_comma')
    return { finding: { kind: 'trailing_comma' }, start: at, change: certain(remove(at, at + 1)) };
  if (next?.kind === 'comma') {
    if (open.length === 0) return afterAll(scan, 'trailing_comma');
    if (last?.kind === 'comma' || last?.kind === 'open') {
      const kind = last.kind === 'comma' ? 'doubled_comma' : 'leading_comma';
      return { finding: { kind }, start: at, change: certain(remove(at, lastComma(text, next))) };
    }
  }
  if (text[at] === ';') return semicolon(scan);
  return undefined;
}

/** The end of the last one of some commas in a row. */
function lastComma(text: string, first: Token): number {
  let { end } = first;
  for (let token = tokenAt(text, end); token?.kind === 'comma'; token = tokenAt(text, end))
    end = token.end;
  return end;
}

function afterAll({ text, at }: Scan, kind: 'trailing_comma'): Found | undefined {
  if (text.slice(at + 1).trim()) return undefined;
  return { finding: { kind }, start: at, change: certain(remove(at, at + 1)) };
}

function semicolon({ text, at, open, last }: Scan): Found {
  const finding = { kind: 'semicolon', found: ';' } as const;
  const after = tokenAt(text, at + 1);
  const comma = open.length > 0 && last && endsValue(last) && after && beginsValue(after);
  const end = !after || after.kind === 'close';
  const change = comma ? certain(replace(at, at + 1, ',')) : perhaps(remove(at, at + 1));
  return { finding, start: at, change: end ? certain(remove(at, at + 1)) : change };
}

/** What stands after a key, or in the place of its value. */
export function lookAtColon(
  { text, at, last, beforeLast, next }: Scan,
  cause: string,
): Found | undefined {
  if (cause === 'json.colon' && last) {
    const equals = /=>?|:=/y;
    equals.lastIndex = at;
    const [found] = equals.exec(text) ?? [];
    if (found)
      return {
        finding: { kind: 'equals', found },
        start: at,
        end: at + found.length,
        change: certain(replace(at, at + found.length, ':')),
      };
    const curly = curlyIn(text, last);
    if (curly) return curly;
    if (!next || !beginsValue(next)) return undefined;
    const change = isJson(text, next) ? certain : perhaps;
    return {
      finding: { kind: 'missing_colon' },
      start: last.end,
      change: change(insert(last.end, ':')),
    };
  }
  const noValue =
    last?.kind === 'colon' && beforeLast && (next?.kind === 'close' || next?.kind === 'comma');
  if (noValue) return { finding: { kind: 'no_value' }, start: beforeLast.start, end: last.end };
  return undefined;
}

/** Two values without a comma between them. */
export function lookForComma({ text, at, open, last, next }: Scan): Found | undefined {
  if (!last || !next || !endsValue(last) || !beginsValue(next)) return undefined;
  const curly = last.kind === 'string' && curlyIn(text, last);
  if (curly) return curly;
  const finding = { kind: 'missing_comma' } as const;
  const edit = insert(last.end, ',');
  const place = { finding, start: last.end };
  if (last.end === at) return { ...place, change: perhaps(edit) };
  const key = next.kind === 'string' && tokenAt(text, next.end)?.kind === 'colon';
  const apart =
    text.slice(last.end, at).includes('\n') || next.kind === 'open' || last.kind === 'close';
  const sure = open.at(-1)?.char === '{' ? key : apart && !key && isJson(text, next);
  return { ...place, change: sure ? certain(edit) : perhaps(edit) };
}

/** `"key": value` where an array is open: its bracket is missing before. */
export function lookAtKeyInArray(scan: Scan): Found | undefined {
  const { at, open, last, next } = scan;
  const top = open.at(-1);
  if (next?.kind !== 'colon' || top?.char !== '[' || last?.kind !== 'string') return undefined;
  const finding = { kind: 'key_in_array', opened: scan.opened(top) } as const;
  return { finding, start: last.start, end: at + 1 };
}
