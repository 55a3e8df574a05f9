/** What is said of links. */
import { expect, test } from '@playwright/test';
import { bytesOf, type LinkState } from '../../../www/src/links/index.ts';
import { say } from '../../../www/src/strings/index.ts';
import { plain } from '../../../www/src/strings/isolated.ts';
import { allStringsOf } from '../../../www/src/strings/later.ts';

const { links } = allStringsOf('en');

test('a link says what it carries', () => {
  const carries = (state: LinkState) => plain(links.carries(state, bytesOf(state)));
  expect(carries({})).toBe('The link opens the playground, and carries nothing else.');
  expect(carries({ show: [] })).toBe(carries({}));
  expect(carries({ text: '' })).toBe('The link carries the config (0 bytes).');
  // In UTF-8, a lone surrogate takes as many bytes as the character that stands for it.
  expect(carries({ text: 'é\ud800'.repeat(250) })).toBe('The link carries the config (1.3 kB).');
  expect(carries({ text: 'a', view: 'records' })).toBe(
    'The link carries the config (1 byte) and the open view (Records).',
  );
  const all: LinkState = {
    text: 'a'.repeat(1234),
    view: 'summary',
    stage: 'validate',
    found: 'invalid',
    record: { source: 'alpha', index: 2 },
    number: 'cache.hits',
    show: ['flow'],
  };
  expect(carries(all)).toBe(
    'The link carries the config (1.2 kB), the open view (Summary), the stage (validate), the choice of records (invalid), the record alpha[2], the number cache.hits and which parts are shown.',
  );
  expect(carries({ record: { source: '\u202eא', index: 1 } })).toContain('\u2068\u202eא[1]\u2069');
});

test('a limit in bytes is that of the codec', () => {
  const tooLarge = { reason: 'tooLarge', most: 10_000_000 } as const;
  expect(say(links.notOpened, tooLarge)).toMatch(/ more than 10 MB,/);
  expect(say(links.notMade, tooLarge)).toMatch(/ at most 10 MB,/);
});
