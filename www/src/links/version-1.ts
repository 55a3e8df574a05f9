/**
 * The first version of what is packed into a link: lines of text. All links that were ever made are read for ever, so
 * what is here may get more optional members, and nothing else may change.
 *
 * 1. a check of all that follows, since deflate-raw has none and a damaged link could else open as another text;
 * 2. what is open, a JSON object: `v` view, `s` stage, `f` found, `r` record, `n` number, `p` parts; `d` and `l` are kept
 *    for a design and a lesson;
 * 3. the config as a JSON string, if there is one. JSON.stringify escapes lone surrogates, so any text is carried exactly.
 *
 * The config has a line of its own so that only a string, or a short object, is ever parsed: 10 MB of `{},{},…` would take
 * 220 MB and more than a second.
 */
import {
  found,
  type LinkPart,
  type LinkRecord,
  type LinkState,
  numbers,
  parts,
  stages,
  views,
} from './state.ts';

/** The most characters of the second line. */
const LONGEST_HEAD = 1_000_000;

/** Undefined if it does not fit. */
export function write(state: LinkState): string | undefined {
  const { text, view, stage, record, number, show } = state;
  const head = JSON.stringify({
    v: view && views[view],
    s: stage && stages[stage],
    f: state.found && found[state.found],
    r: record && [record.source, record.index],
    n: number && numbers[number],
    p: show?.map((part) => parts[part]).join(''),
  });
  if (head.length > LONGEST_HEAD) return undefined;
  const rest = text === undefined ? head : `${head}\n${JSON.stringify(text)}`;
  return `${checkOf(rest)}\n${rest}`;
}

/** Undefined if it is not as `write` writes it. Members and names that only a newer page knows are left out. */
export function read(packed: string): LinkState | undefined {
  const [check = '', head = '', text] = packed.split('\n', 3);
  if (check !== checkOf(packed.slice(check.length + 1)) || head.length > LONGEST_HEAD)
    return undefined;
  const open = parsed(head);
  const config = text?.startsWith('"') ? parsed(text) : undefined;
  if (typeof open !== 'object' || open === null) return undefined;
  if (text !== undefined && typeof config !== 'string') return undefined;
  const { v, s, f, r, n, p } = open as Record<string, unknown>;
  const state = {
    text: config,
    view: named(views, v),
    stage: named(stages, s),
    found: named(found, f),
    record: recordOf(r),
    number: named(numbers, n),
    show: partsOf(p),
  };
  return Object.fromEntries(Object.entries(state).filter(([, value]) => value !== undefined));
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** The name that has a code. */
const named = <Name extends string>(codes: Record<Name, string>, code: unknown): Name | undefined =>
  (Object.keys(codes) as Name[]).find((name) => codes[name] === code);

function recordOf(value: unknown): LinkRecord | undefined {
  if (!Array.isArray(value)) return undefined;
  const [source, index] = value;
  return typeof source === 'string' && Number.isSafeInteger(index) && index >= 0
    ? { source, index }
    : undefined;
}

function partsOf(codes: unknown): LinkPart[] | undefined {
  if (typeof codes !== 'string') return undefined;
  const names = (Object.keys(parts) as LinkPart[]).filter((name) => codes.includes(parts[name]));
  return names.length > 0 ? names : undefined;
}

/** FNV-1a, of the text's UTF-16 units. */
function checkOf(text: string): string {
  let check = 0x811c9dc5;
  for (let at = 0; at < text.length; at++)
    check = Math.imul(check ^ text.charCodeAt(at), 0x01000193);
  return (check >>> 0).toString(36);
}
