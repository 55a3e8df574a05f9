/** Formatting changes white space between tokens, and nothing else. */
import { expect, test } from '@playwright/test';
import { format } from '../../../www/src/syntax/format.ts';
import { type Token, textOf, tokenAt } from '../../../www/src/syntax/tokens.ts';
import { named } from '../conformance.ts';
import { edited } from './edited.ts';

function tokens(text: string): string[] {
  const all: string[] = [];
  for (let one: Token | undefined = tokenAt(text, 0); one; one = tokenAt(text, one.end))
    all.push(textOf(text, one));
  return all;
}

const formatted = (text: string): string => edited(text, format(text) ?? []);

test('the tokens stay as they are, and a second time changes nothing', () => {
  const texts = named.filter(({ input }) => format(input)).map(({ input }) => input);
  expect(texts.length).toBeGreaterThan(100);
  for (const text of texts) {
    const once = formatted(text);
    expect(tokens(once)).toEqual(tokens(text));
    expect(formatted(once)).toBe(once);
  }
});

test('numbers, escapes, repeated keys and long ints are not rewritten', () => {
  const text = '{"a":1.50,"a":1E5,"\\u00e9":-0,"n":[12345678901234567890,NaN,-Infinity]}';
  expect(formatted(text)).toBe(
    '{\n  "a": 1.50,\n  "a": 1E5,\n  "\\u00e9": -0,\n  "n": [12345678901234567890, NaN, -Infinity]\n}',
  );
});

test('each record is on a line of its own, as in the samples', () => {
  const text =
    '{"sources":{"alpha":{"records":[{"uid":1,"data":[1,2]},{"uid":2,"data":{}}]},"b":{"records":[]}}}';
  expect(formatted(text)).toBe(`{
  "sources": {
    "alpha": {
      "records": [
        {"uid": 1, "data": [1, 2]},
        {"uid": 2, "data": {}}
      ]
    },
    "b": {"records": []}
  }
}`);
});

test('what is too long for a line is broken', () => {
  const values = Array.from({ length: 40 }, (_, index) => index);
  const lines = formatted(JSON.stringify({ values })).split('\n');
  expect(lines).toHaveLength(44);
  expect(lines[2]).toBe('    0,');
});

test('a text without tokens of JSON is left alone', () => {
  for (const text of ['{"a": 1', '{"a": True}', ']', '{"a": 1]', "{'a': 1}", '"a', '[1] // x'])
    expect(format(text)).toBeUndefined();
});

test('a very deep text does not grow without bounds', () => {
  const text = `${'['.repeat(9000)}${']'.repeat(9000)}`;
  const { length } = formatted(text);
  expect(length).toBeLessThan(18_000 * 100);
  expect(tokens(formatted(text))).toHaveLength(18_000);
});
