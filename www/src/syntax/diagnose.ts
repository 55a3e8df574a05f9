/** What stands in a text where Python found no JSON, by the rules of this folder, the first that fits. */
import { lookAtBracket, lookAtEnd, lookForClosing, lookForEarlyEnd } from './brackets.ts';
import { lookAtColon, lookAtComma, lookAtKeyInArray, lookForComma } from './commas.ts';
import { exampleOf } from './example.ts';
import {
  certain,
  type Found,
  type Opened,
  remove,
  type SyntaxHelp,
  type TextPart,
} from './help.ts';
import { lookAtNumber, lookAtSet, lookAtWord } from './python.ts';
import { lookAtCharacter, lookAtQuote, lookIntoString } from './quotes.ts';
import { type Scan, scan } from './scan.ts';
import { lookAtWhole, utf16 } from './whole.ts';

/** How far the text is looked through after the place. */
const AHEAD = 300_000;

/** Causes of the engine that are told as they are. */
const TOLD = ['json.digits', 'json.depth', 'json.empty', 'memory'];

/**
 * The help for a text that Python's JSON reader stopped at: `start` is the place in the whole text, and `cause` the
 * engine's. Undefined if nothing is known beyond the cause.
 */
export function diagnose(
  given: TextPart,
  { cause, start }: { cause: string; start: number },
): SyntaxHelp | undefined {
  const at = start - given.start;
  const long = given.text.length > at + AHEAD;
  const part = long ? { ...given, text: given.text.slice(0, at + AHEAD), toEnd: false } : given;
  if (TOLD.includes(cause) || at < 0 || at > part.text.length) return undefined;
  const found = find(part, at, cause);
  if (!found) return undefined;
  const { finding, change } = found;
  const end = found.end ?? found.start + 1;
  const edits = change?.edits.map((edit) => ({
    start: edit.start + part.start,
    end: edit.end + part.start,
    insert: edit.insert,
  }));
  return {
    finding,
    start: found.start + part.start,
    end: Math.min(end, part.text.length) + part.start,
    line: position(part, found.start).line,
    change: change && edits && { certain: change.certain, edits },
    ...exampleOf(part.text, found),
  };
}

function find(part: TextPart, at: number, cause: string): Found | undefined {
  const { text } = part;
  if (cause === 'utf8') return part.start === 0 ? utf16(text, part.toEnd) : undefined;
  if (cause === 'json.bom')
    return {
      finding: { kind: 'invisible', code: 'U+FEFF', gap: false, start: true },
      start: 0,
      change: certain(remove(0, 1)),
    };
  const opened = ({ char, start }: { char: string; start: number }): Opened => ({
    char,
    start: start + part.start,
    ...position(part, start),
  });
  const whole = { fromStart: part.start === 0, toEnd: part.toEnd };
  const scanned = scan(text, at, whole, opened);
  return scanned && look(scanned, cause);
}

function look(scan: Scan, cause: string): Found | undefined {
  return (
    lookAtWhole(scan) ??
    lookIntoString(scan, cause) ??
    (scan.within ? undefined : lookAtCharacter(scan)) ??
    lookAtQuote(scan) ??
    lookAtComma(scan, cause) ??
    lookAtSet(scan) ??
    lookAtColon(scan, cause) ??
    lookAtKeyInArray(scan) ??
    lookForEarlyEnd(scan) ??
    lookAtBracket(scan) ??
    lookForClosing(scan) ??
    lookAtNumber(scan) ??
    lookForComma(scan) ??
    lookAtWord(scan) ??
    (cause === 'json.ends_early' && scan.at === scan.text.length ? lookAtEnd(scan) : undefined)
  );
}

/** The line and the column of an offset, as Python counts them. */
function position({ text, line }: TextPart, at: number): { line: number; column: number } {
  let [lines, start] = [line, 0];
  for (let end = text.indexOf('\n'); end >= 0 && end < at; end = text.indexOf('\n', start)) {
    lines++;
    start = end + 1;
  }
  let column = 1;
  for (let one = start; one < at; one++) if ((text.charCodeAt(one) & 0xfc00) !== 0xdc00) column++;
  return { line: lines, column };
}
