/** What Python and JavaScript write in other ways than JSON: words, numbers, tuples, calls. */
import type { TextEdit } from '../engine/protocol.ts';
import { certain, type Found, insert, perhaps, remove, replace } from './help.ts';
import { isPrefixed, mended, requoted } from './quotes.ts';
import { isKey, repair } from './repair.ts';
import type { Scan } from './scan.ts';
import { CLOSES, isJson, type Token, textOf, tokenAt } from './tokens.ts';

/** Python's words, and JSON's. */
const PYTHON: Readonly<Record<string, string>> = {
  True: 'true',
  False: 'false',
  None: 'null',
  nan: 'NaN',
  inf: 'Infinity',
  '-inf': '-Infinity',
};
const JSON_WORDS = ['true', 'false', 'null'];
/** What other languages have in their place. */
const OTHER: Readonly<Record<string, string>> = {
  undefined: 'null',
  nil: 'null',
  yes: 'true',
  no: 'false',
};

export function lookAtWord(scan: Scan): Found | undefined {
  const { text, at, next } = scan;
  if (next?.kind === 'other' || next?.kind === 'quoted') return lookAtMark(scan, next);
  if (next?.kind !== 'word') return undefined;
  const word = textOf(text, next);
  const after = tokenAt(text, next.end);
  if (after && isPrefixed(text, next)) return stringPrefix(text, next, after);
  if (after && text[after.start] === '(' && after.start === next.end)
    return { finding: { kind: 'call', word }, start: at, end: next.end };
  if (isKey(text, after)) return bareKeys(text, next, word);
  const meant = PYTHON[word];
  if (meant) return pythonWords(text, at, word, meant);
  const near = nearWord(word);
  if (near && next.end === text.trimEnd().length && scan.open.length > 0 && near.startsWith(word))
    return {
      finding: { kind: 'ends_in_word', word, meant: near },
      start: at,
      end: next.end,
      change: certain(replace(at, next.end, near)),
    };
  if (near) {
    const edit = replace(at, next.end, near);
    // TRUE can only be true; a word with a letter too few or too many may be a text.
    const change = word.toLowerCase() === near ? certain(edit) : perhaps(edit);
    return {
      finding: { kind: 'misspelt_word', word, meant: near },
      start: at,
      end: next.end,
      change,
    };
  }
  return {
    finding: { kind: 'bare_value', word },
    start: at,
    end: next.end,
    change: perhaps(insert(at, '"'), insert(next.end, '"')),
  };
}

function pythonWords(text: string, at: number, word: string, meant: string): Found {
  const edits = repair(text, at, (token, next) => {
    const json = token.kind === 'word' && !isKey(text, next) && PYTHON[textOf(text, token)];
    return json ? [replace(token.start, token.end, json)] : undefined;
  });
  return {
    finding: { kind: 'python_word', word, meant },
    start: at,
    end: at + word.length,
    ...mended(edits, at),
  };
}

const inObject = ({ open }: Scan): boolean => open.at(-1)?.char === '{';

/** Keys without quotes, words and numbers. The strings between them may be in single quotes, and are left to the next step. */
function bareKeys(text: string, key: Token, word: string): Found {
  const edits = repair(text, key.start, (token, next) =>
    (token.kind === 'word' || token.kind === 'number') && next?.kind === 'colon'
      ? [insert(token.start, '"'), insert(token.end, '"')]
      : undefined,
  );
  return {
    finding: { kind: 'bare_key', word },
    start: key.start,
    end: key.end,
    ...mended(edits, key.start),
  };
}

/** The word of JSON that a word surely or probably stands for. */
function nearWord(word: string): string | undefined {
  const lower = word.toLowerCase();
  const other = OTHER[lower];
  if (other) return other;
  return JSON_WORDS.find(
    (one) =>
      one === lower ||
      (lower.length > 1 && one.startsWith(lower)) ||
      (one === 'null' && lower === 'none') ||
      (lower.length > 2 && sameLetters(one, lower)),
  );
}

/** The same letters in another order, or one doubled or left out. */
function sameLetters(one: string, other: string): boolean {
  if ([...one].sort().join('') === [...other].sort().join('')) return true;
  const [long, short] = one.length > other.length ? [one, other] : [other, one];
  if (long.length - short.length !== 1) return false;
  return [...long].some((_, at) => long.slice(0, at) + long.slice(at + 1) === short);
}

function stringPrefix(text: string, word: Token, string: Token): Found {
  const prefix = textOf(text, word);
  const json = string.kind === 'string' ? textOf(text, string) : requoted(textOf(text, string));
  // u"…" is the same string without its letter. What the others mean is not certain.
  const plain = /^u$/i.test(prefix) && json !== undefined;
  return {
    finding: { kind: 'string_prefix', prefix },
    start: word.start,
    end: word.end,
    ...(plain ? { change: certain(replace(word.start, string.end, json)) } : {}),
  };
}

function lookAtMark({ text, at }: Scan, next: Token): Found | undefined {
  if (text[at] === '(') return tuples(text, at);
  if (text.startsWith('...', at) || text[at] === '…')
    return { finding: { kind: 'ellipsis' }, start: at, end: text[at] === '…' ? at + 1 : at + 3 };
  return next.kind === 'other' ? number(text, next) : undefined;
}

/** Tuples, and the comma that a tuple of one element ends with. */
function tuples(text: string, at: number): Found {
  const open: number[] = [];
  const pairs: TextEdit[][] = [];
  let last: Token | undefined;
  repair(text, at, (token) => {
    const char =
      token.kind === 'other' || token.kind === 'open' || token.kind === 'close'
        ? text[token.start]
        : '';
    if (char && char in CLOSES) open.push(token.start);
    else if (char) {
      const opened = open.pop();
      if (char === ')' && opened !== undefined && text[opened] === '(') {
        const comma =
          last?.kind === 'comma' && last.start > opened ? [remove(last.start, last.end)] : [];
        pairs.push([
          replace(opened, opened + 1, '['),
          ...comma,
          replace(token.start, token.end, ']'),
        ]);
      }
    }
    last = token;
    return undefined;
  });
  const edits = pairs.flat().sort((one, other) => one.start - other.start);
  return { finding: { kind: 'tuple' }, start: at, ...mended(edits, at) };
}

/** Braces around values without keys, as Python writes a set. */
export function lookAtSet({ text, open, last, beforeLast, next, at }: Scan): Found | undefined {
  const brace = open.at(-1);
  if (brace?.char !== '{' || !next) return undefined;
  const string = last?.kind === 'string' && beforeLast?.start === brace.start;
  const first = string && (next.kind === 'comma' || next.kind === 'close');
  const value = last?.start === brace.start && next.kind === 'number';
  if (!first && !value) return undefined;
  const end = flatEnd(text, value ? at : (last?.start ?? at));
  if (end === undefined) return undefined;
  const change = perhaps(replace(brace.start, brace.start + 1, '['), replace(end, end + 1, ']'));
  return { finding: { kind: 'set' }, start: brace.start, end: brace.start + 1, change };
}

/** Where a list of plain values ends with a brace. */
function flatEnd(text: string, from: number): number | undefined {
  for (let token = tokenAt(text, from); token; token = tokenAt(text, token.end)) {
    if (text[token.start] === '}') return token.start;
    if (!isJson(text, token) || token.kind === 'colon' || token.kind === 'open') return undefined;
  }
  return undefined;
}

/** Numbers that Python's JSON reader does not read, or not to their end. */
export function lookAtNumber(scan: Scan): Found | undefined {
  const { text, at, within, next, last } = scan;
  if (next?.kind === 'number' && tokenAt(text, next.end)?.kind === 'colon' && inObject(scan))
    return bareKeys(text, next, textOf(text, next));
  if (within?.kind === 'number') return dateOrSum(text, within) ?? number(text, within);
  if (last?.kind === 'number') {
    const all = dateOrSum(text, last);
    if (all && (all.end ?? 0) > at) return all;
  }
  if (next?.kind === 'number' && !(last && last.kind === 'number' && isJson(text, next)))
    return isJson(text, next) ? undefined : (dateOrSum(text, next) ?? number(text, next));
  if (next?.kind === 'other' && /[+-]/.test(text.charAt(at))) return number(text, next);
  return undefined;
}

const DATE =
  /\d{4}-\d\d?-\d\d?(?:[T ]?\d\d?:\d\d[\w:.+-]*)?|\d\d?:\d\d(?::\d\d)?(?![\w:])|\d\d?[/.]\d\d?[/.]\d{4}/y;
const SUM = /\(?[+-]?[\d_.]+(?:\s*(?:\*\*|\/\/|[*/+%-])\s*\(?[\d_.]+\)?)+\)?/y;

function dateOrSum(text: string, { start }: Token): Found | undefined {
  const short = text.slice(start, start + 200);
  for (const [pattern, kind] of [
    [DATE, 'date'],
    [SUM, 'arithmetic'],
  ] as const) {
    pattern.lastIndex = 0;
    const [found] = pattern.exec(short) ?? [];
    if (found === undefined) continue;
    const end = start + found.length;
    if (kind === 'date')
      return {
        finding: { kind, number: found },
        start,
        end,
        change: perhaps(insert(start, '"'), insert(end, '"')),
      };
    const result = calculated(found);
    return {
      finding: { kind, expression: found, result },
      start,
      end,
      ...(result === undefined ? {} : { change: certain(replace(start, end, result)) }),
    };
  }
  return undefined;
}

/** The result of a sum of ints as Python calculates it. Undefined if it has more than sums and products of ints. */
function calculated(expression: string): string | undefined {
  const plain = expression.replaceAll(/\s/g, '');
  if (!/^-?(?:0|[1-9][\d_]*)(?:[*+-](?:0|[1-9][\d_]*))*$/.test(plain) || /_(?!\d)/.test(plain))
    return undefined;
  const terms = plain.replaceAll('_', '').replaceAll('-', '+-').split('+').filter(Boolean);
  const product = (term: string) =>
    term.split('*').reduce((result, factor) => result * BigInt(factor), 1n);
  return String(terms.reduce((sum, term) => sum + product(term), 0n));
}

const UNDERSCORED = /^[+-]?\d+(?:_\d+)+(?:\.\d+(?:_\d+)*)?$/;

function number(text: string, token: Token): Found | undefined {
  const sign = token.kind === 'other' && /[+.-]/.test(text.charAt(token.start));
  const following = sign ? tokenAt(text, token.end) : undefined;
  if (token.kind === 'other' && following?.kind !== 'number') return undefined;
  const { start } = token;
  const end = following?.end ?? token.end;
  const written = text.slice(start, end);
  if (UNDERSCORED.test(written)) {
    const edits = repair(text, start, (one) =>
      one.kind === 'number' && UNDERSCORED.test(textOf(text, one))
        ? [replace(one.start, one.end, plainNumber(textOf(text, one)))]
        : undefined,
    );
    return {
      finding: { kind: 'underscores', number: written },
      start,
      end,
      ...mended(edits, start),
    };
  }
  const meant = numberMeant(written);
  return {
    finding: { kind: 'number', number: written, meant },
    start,
    end,
    change: meant
      ? certain(replace(start, end, meant))
      : perhaps(insert(start, '"'), insert(end, '"')),
  };
}

const plainNumber = (written: string): string => written.replaceAll('_', '').replace(/^\+/, '');

/** JSON's way to write a number, if there is only one. */
function numberMeant(written: string): string | undefined {
  if (/^[+-]?0(?:x[\da-f]+|o[0-7]+|b[01]+)$/i.test(written)) {
    const value = String(BigInt(written.replace(/^[+-]/, '')));
    return written.startsWith('-') ? `-${value}` : value;
  }
  const short = /^([+-]?)(\d*)(?:\.(\d*))?([eE][+-]?\d+)?$/.exec(written);
  if (!short) return undefined;
  const [, sign = '', int = '', fraction, exponent = ''] = short;
  // 007 may be a number or an id.
  if (/^0\d/.test(int)) return undefined;
  const decimals = fraction === undefined ? '' : `.${fraction || '0'}`;
  return `${sign === '-' ? '-' : ''}${int || '0'}${decimals}${exponent}`;
}
