/** Brackets: missing, wrong, too many; and a text that ends while some are open. */
import { type Change, certain, type Found, insert, perhaps, remove, replace } from './help.ts';
import { type Bracket, balances, endsWithValue, type Scan } from './scan.ts';
import { CLOSES, isJson, type Token, textOf } from './tokens.ts';

const chars = (open: readonly Bracket[]): string[] => open.map(({ char }) => char);
const closers = (open: readonly string[]): string =>
  open
    .map((char) => CLOSES[char] ?? '')
    .reverse()
    .join('');

/** A closing bracket that is not the one that is due. */
export function lookAtBracket(scan: Scan): Found | undefined {
  const { text, open, next } = scan;
  if (!next || !(next.kind === 'close' || text[next.start] === ')')) return undefined;
  const found = textOf(text, next);
  const top = open.at(-1);
  if (!top) return extra(scan, found);
  const missing = CLOSES[top.char] ?? '';
  if (found === missing) return undefined;
  return wrong(scan, next, top, found, missing);
}

/** The one of several changes after which all brackets of the text match. */
function wrong(scan: Scan, next: Token, top: Bracket, found: string, missing: string): Found {
  const { text, at, open, whole, opened } = scan;
  const stack = chars(open);
  const outer = stack.slice(0, -1);
  const options = [
    { kind: 'missing_bracket', edit: insert(at, missing), fits: balances(text, at, outer) },
    {
      kind: 'wrong_bracket',
      edit: replace(at, next.end, missing),
      fits: balances(text, next.end, outer),
    },
    { kind: 'extra_bracket', edit: remove(at, next.end), fits: balances(text, next.end, stack) },
  ] as const;
  const fitting = options.filter(({ fits }) => fits);
  const known = whole.fromStart && whole.toEnd && endsWithValue(scan);
  const [only] = fitting.length === 1 && known ? fitting : [];
  const { kind, edit } = only ?? fitting[0] ?? options[0];
  const change = only ? certain(edit) : perhaps(edit);
  const finding =
    kind === 'extra_bracket' ? { kind, found } : { kind, found, missing, opened: opened(top) };
  return { finding, start: at, change };
}

/** A closing bracket after the end: too many at the end, or one before was too many. */
function extra({ text, at, whole }: Scan, found: string): Found {
  const only = whole.toEnd && /^[\s\]})]*$/.test(text.slice(at));
  const change = only ? certain(remove(at, text.trimEnd().length)) : perhaps(remove(at, at + 1));
  return { finding: { kind: 'extra_bracket', found }, start: at, change };
}

/** More of the same object or array after its end: a closing bracket before it is too many. */
export function lookForEarlyEnd({ text, at, open, last, next, whole }: Scan): Found | undefined {
  if (open.length > 0 || next?.kind !== 'comma' || last?.kind !== 'close') return undefined;
  const found = textOf(text, last);
  const stack = [found === '}' ? '{' : '['];
  const sure = whole.fromStart && whole.toEnd && balances(text, at, stack);
  const edit = remove(last.start, last.end);
  const finding = { kind: 'closed_early', found } as const;
  return {
    finding,
    start: last.start,
    end: last.end,
    change: sure ? certain(edit) : perhaps(edit),
  };
}

/** A new element where a key is due: the object before was not closed. */
export function lookForClosing({ text, open, last, next, whole, opened }: Scan): Found | undefined {
  const top = open.at(-1);
  if (top?.char !== '{' || last?.kind !== 'comma' || next?.kind !== 'open') return undefined;
  const finding = {
    kind: 'missing_bracket',
    found: textOf(text, next),
    missing: '}',
    opened: opened(top),
  } as const;
  const edit = insert(last.start, '}');
  const sure =
    whole.fromStart && whole.toEnd && balances(text, next.start, chars(open).slice(0, -1));
  return { finding, start: last.start, change: sure ? certain(edit) : perhaps(edit) };
}

/** The text ends while brackets are open. */
export function lookAtEnd(scan: Scan): Found | undefined {
  const { text, open, last, suspect, whole, opened } = scan;
  if (open.length === 0 || !last || !whole.toEnd) return undefined;
  const missing = closers(chars(open));
  const innermost = suspect ?? open.at(-1);
  const finding = {
    kind: 'ends_early',
    open: open.length,
    missing: missing.length > 20 ? `${missing.slice(0, 20)}…` : missing,
    opened: innermost && opened(innermost),
  } as const;
  const end = text.trimEnd().length;
  const change = endsWithValue(scan) ? { change: closing(scan, end, missing) } : {};
  return { finding, start: end, ...change };
}

/**
 * Closing brackets at the end are certain only if none can be missing further up: if one there was meant for another
 * bracket, the text would be read, but as something else.
 */
function closing(
  { text, open, last, suspect, indented, whole }: Scan,
  end: number,
  missing: string,
): Change {
  const closed = last?.kind === 'close' ? textOf(text, last) : '';
  const taken = open.some(({ char }) => CLOSES[char] === closed);
  const sure = whole.fromStart && !suspect && (indented || !taken) && last && isJson(text, last);
  const edit = insert(end, missing);
  return sure ? certain(edit) : perhaps(edit);
}
