/**
 * The words for what the engine reports, template by template. The types check that there is a template for each name.
 */
import { expect, test } from '@playwright/test';
import type {
  ComparedValues,
  NumberReason,
  NumberReport,
  RecordStep,
  Step,
  StepReason,
} from '../../../www/src/engine/protocol.ts';
import { say } from '../../../www/src/strings/index.ts';
import { isolated, piecesOf, plain } from '../../../www/src/strings/isolated.ts';
import { allStringsOf } from '../../../www/src/strings/later.ts';

const { reasons, explanation } = allStringsOf('en');

const step = (step: Step, why: StepReason): RecordStep => ({ stage: 'reconcile', step, why });
const why = (one: RecordStep, templates = reasons.why) => plain(say(templates, one.why, one));
const values = (values: Partial<ComparedValues>): StepReason => ({
  reason: 'values_compared',
  values: {
    own: '1',
    same: { first: [], count: 0 },
    other: { first: [], count: 0 },
    others: [],
    otherCount: 0,
    ...values,
  },
});

test('names are listed, and the names left out are counted', () => {
  const dropped = (first: string[], count: number) =>
    why(step('adapted', { reason: 'fields_dropped', names: { first, count } }));
  expect(dropped([], 0)).toBe('no field dropped');
  expect(dropped(['a', 'b'], 2)).toBe('a, b dropped');
  expect(dropped(['a', 'b', 'c'], 4)).toBe('a, b, c and 1 more dropped');
  expect(dropped(['a', 'b', 'c'], 1203)).toBe('a, b, c and 1,200 more dropped');
});

test('without an adapter, a record is told what it would need', () => {
  const passed = (hasId: boolean, hasValue: boolean) =>
    why(step('passed', { reason: 'no_adapter', hasId, hasValue }));
  expect(passed(true, true)).toBe('no adapter knows its source');
  expect(passed(false, true)).toBe('no adapter knows its source: it would need its own id');
  expect(passed(false, false)).toBe(
    'no adapter knows its source: it would need its own id and value',
  );
});

test('an age has the sign of Python’s comparison with the limit', () => {
  const aged = (order: 'above' | 'not_above' | 'unordered', timed: boolean, dropped = false) =>
    why(step('fresh', { reason: 'age_compared', age: '61', limit: '60', order, timed, dropped }));
  expect(aged('above', true)).toBe('age 61 s > 60 s');
  expect(aged('not_above', false)).toBe('no timestamp: age 61 s ≤ 60 s');
  expect(aged('not_above', false, true)).toBe('adapt dropped its timestamp: age 61 s ≤ 60 s');
  expect(aged('unordered', true)).toBe('age 61 s is not > 60 s');
});

test('a missing field is absent or None, and a string as required_fields is explained', () => {
  const missing = (letters: boolean) =>
    why(
      step('invalid', {
        reason: 'fields_missing',
        fields: [
          { name: 'i', absent: true, dropped: true },
          { name: 'd', absent: false, dropped: false },
        ],
        count: 2,
        letters,
      }),
    );
  expect(missing(false)).toBe('i is absent (dropped by adapt), d is None');
  expect(missing(true)).toMatch(
    /^i is absent \(dropped by adapt\), d is None: “required_fields” is a string/,
  );
});

test('values are described by their sources, and shown themselves in lists', () => {
  const same = step('matched', values({ same: { first: ['a'], count: 1 } }));
  expect(why(same)).toBe('same value as a');
  expect(why(same, reasons.whyInList)).toBe('1, as in a');
  const others = [
    { text: '2', sources: { first: ['b', 'c'], count: 2 } },
    { text: '3', sources: { first: ['d'], count: 1 } },
  ];
  const other = step(
    'mismatched',
    values({ other: { first: ['b', 'c', 'd'], count: 5 }, others, otherCount: 4 }),
  );
  expect(why(other)).toBe('differs from b, c, d and 2 more');
  expect(why(other, reasons.whyInList)).toBe('1, but 2 in b, c, 3 in d and 2 more');
  expect(why(step('matched', { reason: 'many_values' }))).toBe('equal values in its sources');
  expect(why(step('mismatched', { reason: 'many_values' }))).toMatch(/different values/);
});

test('beside a column with the key, the reason leaves the key out', () => {
  const original = { source: 'alpha', index: 0 };
  const key = '17a8deadbeef';
  const duplicate = step('duplicate', { reason: 'same_key', key, original });
  expect(why(duplicate)).toBe('same key 17a8… as alpha[0]');
  expect(why(duplicate, reasons.whyBesideKey)).toBe('repeats alpha[0]');
  const first = step('unseen', { reason: 'first_with_key', key });
  expect(why(first)).toBe('first with key 17a8…');
  expect(why(first, reasons.whyBesideKey)).toBe('first with this key');
});

const report = (name: NumberReport['name'], why: NumberReason, text?: string): NumberReport => ({
  name,
  why,
  ...(text === undefined ? {} : { text }),
  lists: [name],
  mixed: false,
});

test('a number says what it counts and how it comes about', () => {
  const out = { reason: 'records_out', came: 13, duplicates: 0, invalid: 2, left: 11 } as const;
  expect(explanation.said(report('records_out', out, '11'))).toMatch(
    /^11 records that came out\. 13 in, validate dropped 2, 11 out\. Marked/,
  );
  expect(explanation.rule(report('records_out', { ...out, invalid: 0, left: 13 }, '13'))).toBe(
    '13 in, none dropped, 13 out.',
  );
  const sources = [{ name: 'alpha', records: 1200, adapter: true }];
  const from = (more: number) =>
    plain(
      explanation.rule(report('records_in', { reason: 'from_sources', sources, more }, '1200')),
    );
  expect(from(0)).toBe('Every record that adapt produced: 1,200 from alpha.');
  expect(from(1)).toMatch(/1,200 from alpha, and the rest from 1 more source\.$/);
  expect(from(3)).toMatch(/and the rest from 3 more sources\.$/);
  expect(explanation.rule(report('records_in', { reason: 'stage_off' }, '0'))).toBe(
    'adapt is off, so no record comes in.',
  );
  expect(explanation.heading(report('records_in', { reason: 'no_sources' }, '1'))).toMatch(
    /^1 record /,
  );
});

test('a number that the summary does not have says so', () => {
  expect(explanation.said(report('reconciliation.matched', { reason: 'matched' }))).toBe(
    'reconciliation.matched. The summary has no reconciliation.matched now: reconcile did not run.',
  );
});

test('data in a sentence stands between isolating characters, which no data can end', () => {
  const only = (source: string) =>
    say(
      reasons.why,
      { reason: 'only_source', source } as StepReason,
      step('single', { reason: 'flag_off' }),
    );
  expect(only('a\u202eb')).toBe('only \u2068a\u202eb\u2069 has this id');
  expect(piecesOf(only('a\u202eb'))).toEqual(['only ', 'a\u202eb', ' has this id']);
  expect(piecesOf(only('a\u2069 \u2068\nb'))).toEqual([
    'only ',
    'a\ufffd \ufffd\nb',
    ' has this id',
  ]);
  expect(plain(only('alpha'))).toBe('only alpha has this id');
  expect(plain(only('שלום'))).toBe('only \u2068שלום\u2069 has this id');
});

test('long data in a sentence keeps its ends, and whole characters', () => {
  const pieces = (text: string) => piecesOf(isolated(text, 10))[1];
  expect(pieces('0123456789')).toBe('0123456789');
  expect(pieces('0123456789a')).toBe('01234…6789a');
  expect(pieces(`abcd${'😀'.repeat(20)}wxyz`)).toBe('abcd…wxyz');
  expect(isolated('x'.repeat(3000)).length).toBeLessThan(50);
});
