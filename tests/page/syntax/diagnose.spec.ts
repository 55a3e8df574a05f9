/** What stands in a text that is not JSON, and what its fix makes of it. */
import { expect, test } from '@playwright/test';
import type { TextEdit } from '../../../www/src/engine/protocol.ts';
import { diagnose, type SyntaxHelp } from '../../../www/src/syntax/index.ts';
import { type Token, tokenAt } from '../../../www/src/syntax/tokens.ts';
import { named } from '../conformance.ts';
import { cases } from './cases.ts';
import { edited } from './edited.ts';
import { syntaxError } from './engine.ts';

/** Texts of the conformance cases that are JSON, short enough to put a fault into every place. */
const valid = named
  .filter(({ input, error }) => error?.[0] !== 'JSONDecodeError' && input.length < 400)
  .map(({ input }) => input)
  .filter((_, index) => index % 10 === 0);

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (let at = tokenAt(text, 0); at; at = tokenAt(text, at.end)) tokens.push(at);
  return tokens;
}

async function helpFor(text: string): Promise<SyntaxHelp | undefined> {
  const error = await syntaxError(text);
  if (!error) throw new Error(`this can be read: ${text}`);
  const { cause, start = 0 } = error;
  return diagnose({ text, start: 0, line: 1, toEnd: true }, { cause, start });
}

for (const [input, kind, line, fixed] of cases)
  test(`${kind}: ${JSON.stringify(input).slice(0, 60)}`, async () => {
    const help = await helpFor(input);
    const change = help?.change?.certain ? edited(input, help.change.edits) : undefined;
    expect({ kind: help?.finding.kind, line: help?.line, fixed: change }).toEqual({
      kind,
      line,
      fixed,
    });
  });

/** Where an offset is after the edits. */
function moved(at: number, edits: readonly TextEdit[]): number {
  let shift = 0;
  for (const { start, end, insert } of edits) {
    if (end > at) return Math.min(at, start) + shift;
    if (start < at || end === at) shift += insert.length - (end - start);
  }
  return at + shift;
}

/** Texts of JSON with one fault each, which is at a place between tokens, and the places of their strings. */
function* faulty(): Generator<{ text: string; strings: [start: number, end: number][] }> {
  const junk = [
    ...',;:=}])([{(+_\'"“”，…',
    '\u00a0',
    '\u200b',
    'True',
    'tru',
    'x',
    '1_0',
    '5*5',
    '..',
  ];
  const comments = ['// it\'s "a"\n', '# “\n', '/* } */'];
  for (const text of valid) {
    const tokens = tokensOf(text);
    const strings = tokens.filter(({ kind }) => kind === 'string');
    for (const { kind, start, end } of tokens) {
      const places = (cut: number, by: number) =>
        strings.flatMap((one): [number, number][] =>
          one.start >= start && one.end <= cut && cut > start
            ? []
            : [one.start < start ? [one.start, one.end] : [one.start + by, one.end + by]],
        );
      for (const one of [...junk, ...comments])
        yield {
          text: text.slice(0, start) + one + text.slice(start),
          strings: one.includes('"') ? [] : places(start, one.length),
        };
      if (kind !== 'string')
        yield { text: text.slice(0, start) + text.slice(end), strings: places(end, start - end) };
      yield {
        text: text.slice(0, start),
        strings: strings.filter((one) => one.end <= start).map((one) => [one.start, one.end]),
      };
    }
  }
}

test('a fix makes no text worse, and changes no string', async () => {
  const worse: string[] = [];
  let [fixes, read] = [0, 0];
  for (const { text, strings } of faulty()) {
    const error = await syntaxError(text);
    const { certain, edits = [] } = (error && (await helpFor(text))?.change) ?? {};
    if (!error || !certain) continue;
    const result = edited(text, edits);
    const after = await syntaxError(result);
    fixes++;
    if (!after) read++;
    else if ((after.start ?? 0) < moved(error.start ?? 0, edits)) worse.push(`${text} → ${result}`);
    const changed = edits.some(({ start, end }) =>
      strings.some(([from, to]) => end > from && start < to),
    );
    if (changed) worse.push(`a string: ${text} → ${result}`);
  }
  expect(worse.slice(0, 10)).toEqual([]);
  expect(fixes).toBeGreaterThan(1000);
  expect(read / fixes).toBeGreaterThan(0.5);
});
