/** How long links are. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type LinkState, sizeOf } from '../../../www/src/links/index.ts';
import { expect, test } from './codec.ts';

const SAMPLES = join(__dirname, '../../../www/src/state/samples');
/** As long as an address can well be. */
const ADDRESS =
  'https://a-rather-long-organisation-name.github.io/courses/level-7/en/latest/playground/#';

const samples = [
  join(__dirname, '../../sample_input.json'),
  ...readdirSync(SAMPLES)
    .filter((name) => name.endsWith('.json'))
    .map((name) => join(SAMPLES, name)),
];

const open: LinkState = {
  view: 'reconciliation',
  stage: 'reconcile',
  found: 'mismatched',
  record: { source: 'alpha', index: 2 },
  number: 'reconciliation.single_source',
  show: ['flow', 'editor', 'summary', 'records', 'reconciliation', 'time', 'log'],
};

test('every sample fits into a link of less than 2,000 characters, with all that can be open', async ({
  codec,
}) => {
  expect(samples.length).toBeGreaterThanOrEqual(7);
  for (const file of samples) {
    const hash = await codec.linkTo({ text: readFileSync(file, 'utf8'), ...open });
    expect(sizeOf(ADDRESS + hash).over, file).toBeUndefined();
  }
});

test('a link is too long for some programs from 2,001 characters on, and for many from 8,001', () => {
  const over = (characters: number) => sizeOf('x'.repeat(characters)).over;
  expect([1, 2000, 2001, 8000, 8001].map(over)).toEqual([undefined, undefined, 2000, 2000, 8000]);
  expect(sizeOf('https://example.org/#1abc').characters).toBe(25);
});
