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

test('texts of any size get an answer', () => {
  const size = 300_000;
  const many = (what: string) => what.repeat(size / what.length);
  const texts: [text: string, start: number][] = [
    [many('['), size],
    [`[${many("'a',")}]`, 1],
    [`['${many('a')}`, 1],
    [many('('), 0],
    [many('()'), 0],
    [`[${many('#\n')}`, 1],
    [`[${many('/*')}`, 1],
    [`[${many('\u00a0 ')}`, 1],
    [many('é'), 0],
    [`[${many('1_0,')}]`, 2],
    [`1${many('*1')}`, 1],
    [`[1,${many(',')}`, 3],
    [`"${many('\\q')}"`, 1],
    [`"${many('\t')}"`, 1],
    [`${many('{\0')}`, 1],
    [`${many('a: ')}`, 0],
    [`[]${many(']')}`, 2],
  ];
  for (const cause of ['json.value', 'json.comma', 'json.control', 'json.escape', 'utf8'])
    for (const [text, start] of texts)
      expect(() =>
        diagnose({ text, start: 0, line: 1, toEnd: true }, { cause, start }),
      ).not.toThrow();
});

test('of a part of a text, only what the part shows is told', () => {
  // Where a line begins, no string is open. In one long line, it is not known what is a string.
  const lines = '"a": 1},\n{"a": True},\n{"a": "x';
  const at = lines.indexOf('True');
  const part = (text: string) =>
    diagnose(
      { text, start: 500, line: 7, toEnd: false },
      { cause: 'json.python_word', start: 500 + at },
    );
  expect(part(lines)).toMatchObject({ finding: { kind: 'python_word' }, line: 8, start: 500 + at });
  expect(part(lines.replaceAll('\n', ' '))).toBeUndefined();
});

test('what is certain only with the rest of the text is not certain without it', () => {
  const text = 'x = {"a": 1;';
  const help = diagnose(
    { text, start: 0, line: 1, toEnd: false },
    { cause: 'json.value', start: 0 },
  );
  expect(help?.change?.edits).toEqual([{ start: 0, end: 4, insert: '' }]);
});
