/** A big file is edited without copying its bytes: it is put together from parts of the opened one. */
import { expect, test } from '@playwright/test';
import { edited, redone, undone } from '../../../www/src/state/file-edits.ts';
import { type OpenFile, openFile } from '../../../www/src/state/files.ts';

const opened = (text: string): Promise<OpenFile> => openFile(new File([text], 'config.json'));

/** Replaces the bytes from `start` to `end`. In these texts, a byte is a UTF-16 unit, unless `at` says otherwise. */
const edit = (start: number, end: number, insert: string, at = { start, end }) => ({
  ...at,
  insert,
  bytes: { start, end },
});

const textOf = ({ bytes }: OpenFile): Promise<string> => bytes.text();

/** Numbers that look random but are the same in every run. */
function* numbers(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    yield state;
  }
}

test('any edits give the bytes that splicing the text gives, and each is undone and redone', async () => {
  const random = numbers(7);
  const below = (limit: number) => random.next().value % limit;
  for (let round = 0; round < 30; round++) {
    let file = await opened('0123456789'.repeat(5));
    let expected = await textOf(file);
    const versions = [expected];
    for (let count = 0; count < 12; count++) {
      const start = below(expected.length + 1);
      const end = start + below(Math.min(8, expected.length - start + 1));
      const insert = 'abcdefghi'.slice(0, below(6));
      ({ file } = edited(file, edit(start, end, insert), false));
      expected = expected.slice(0, start) + insert + expected.slice(end);
      versions.push(expected);
      expect(await textOf(file)).toBe(expected);
      expect(file.size).toBe(expected.length);
    }
    for (const before of versions.slice(0, -1).reverse()) {
      file = undone(file)?.file as OpenFile;
      expect(await textOf(file)).toBe(before);
    }
    expect(undone(file)).toBeUndefined();
    for (const after of versions.slice(1)) {
      file = redone(file)?.file as OpenFile;
      expect(await textOf(file)).toBe(after);
    }
    expect(redone(file)).toBeUndefined();
  }
});

test('hundreds of edits of one number leave three pieces, all of the opened file', async () => {
  const start = await opened('{"now": 5, "x": 1}');
  let file = start;
  for (let count = 0; count < 500; count++) {
    const length = count === 0 ? 1 : 3;
    ({ file } = edited(file, edit(8, 8 + length, String(100 + count)), count > 0));
  }
  expect(await textOf(file)).toBe('{"now": 599, "x": 1}');
  expect(file.pieces).toEqual([
    { start: 0, end: 8 },
    new TextEncoder().encode('599'),
    { start: 9, end: 18 },
  ]);
  expect(file.original).toBe(start.bytes);
  // All of them are one step.
  const before = undone(file);
  expect(before?.file.bytes).toBe(start.bytes);
  expect(before?.growth).toBe(-2);
});

test('edits of what was inserted make no more pieces', async () => {
  let file = await opened('{"x": 1}');
  ({ file } = edited(file, edit(1, 1, '"flags": {"cache": true}, '), false));
  for (let count = 0; count < 100; count++) {
    const [from, to] = count % 2 ? ['false', 'true'] : ['true', 'false'];
    ({ file } = edited(file, edit(20, 20 + from.length, to), false));
  }
  expect(await textOf(file)).toBe('{"flags": {"cache": true}, "x": 1}');
  expect(file.pieces).toHaveLength(3);
});

test('a new edit after an undone one cannot be redone', async () => {
  let file = await opened('{"a": 1, "b": 2}');
  ({ file } = edited(file, edit(6, 7, '3'), false));
  file = undone(file)?.file as OpenFile;
  ({ file } = edited(file, edit(14, 15, '4'), false));
  expect(redone(file)).toBeUndefined();
  expect(await textOf(file)).toBe('{"a": 1, "b": 4}');
});

test('an edit knows how much longer the text became, where a line end is one character', async () => {
  const file = await opened('{\r\n"é": 1}');
  // Byte 9 is unit 7 of the text that Python reads: é has two bytes, and the CRLF is one unit.
  const { growth, start } = edited(file, edit(9, 9, ',\r\n"é": 2', { start: 7, end: 7 }), false);
  expect([start, growth]).toEqual([7, 8]);
});
