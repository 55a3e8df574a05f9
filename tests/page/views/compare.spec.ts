/** Pinning and comparing: what differs from a pinned run, in numbers, records and log lines. */
import { inEveryLook } from '../accessible.ts';
import { caseNamed } from '../conformance.ts';
import { tamper } from '../faults.ts';
import { everything, expect, Playground, sample, test } from '../page.ts';

const compare = (playground: Playground) => playground.browser.locator('pp-compare');
const numbers = (playground: Playground) =>
  playground.browser.getByRole('table', { name: 'Summary' });
const number = (playground: Playground, name: string) =>
  numbers(playground).getByRole('row').filter({ hasText: name }).getByRole('cell');
const records = (playground: Playground) =>
  playground.browser.getByRole('grid', { name: 'Records' });
const cells = (playground: Playground, place: string) =>
  records(playground).getByRole('row').filter({ hasText: place }).getByRole('gridcell');
const log = (playground: Playground) => playground.browser.getByRole('grid', { name: 'Log' });

/** Pins the newest run, in the Compare view. */
async function pin(playground: Playground): Promise<void> {
  await playground.show('Compare');
  await compare(playground)
    .getByRole('button', { name: /^Pin this run/ })
    .click();
  await expect(compare(playground)).toContainText('This is the pinned run.');
}

test('without a pinned run, it explains pinning', async ({ playground }) => {
  await playground.show('Compare');
  await expect(compare(playground)).toContainText('No run is pinned.');
  await pin(playground);
  await expect(compare(playground)).toContainText('Pinned: a run with 6 records in, 6 out.');
  await expect(playground.status).toContainText('This run is pinned.');
  // The button is removed after the click, but the focus is not lost.
  await expect(compare(playground).locator('section')).toBeFocused();
  await playground.browser.keyboard.press('Tab');
  await expect(compare(playground).getByRole('button', { name: 'Unpin' })).toBeFocused();
  await playground.browser.keyboard.press('Enter');
  await expect(compare(playground)).toContainText('No run is pinned.');
  await expect(playground.status).toContainText('unpinned');
  await expect(compare(playground).locator('section')).toBeFocused();
});

test('the tab shows how many numbers differ, while another view is open', async ({
  playground,
}) => {
  const tab = playground.tab('Compare');
  await playground.load('Every outcome');
  await expect(tab).toHaveText('Compare');
  await playground.button('Pin this run').click();
  await expect(tab).toHaveText('Compare (0)');
  // records_out, three of the cache, and stale_records, but not the list of stages.
  await playground.flag('cache').click();
  await expect(tab).toHaveText(/^Compare \([1-9]\)$/);
  const shown = await tab.textContent();
  await playground.show('Compare');
  await expect(numbers(playground)).toBeVisible();
  const rows = await numbers(playground).getByRole('rowheader').allTextContents();
  const count = rows.filter((row) => row.trim() !== 'stages_run').length;
  expect(shown).toBe(`Compare (${count})`);
  expect(rows).toHaveLength(count + 1);
  await playground.show('Summary');
  // An exception leaves no number.
  await playground.fill('[');
  await expect(tab).toHaveText(/^Compare \((9|10)\)$/);
  await playground.browser.keyboard.press('Control+z');
  await expect(tab).toHaveText(shown ?? '');
  await playground.button('Unpin').click();
  await expect(tab).toHaveText('Compare');
});

test('if only the clock has moved, it says so', async ({ playground }) => {
  const config = (rest: string) =>
    `{${rest}"max_age_seconds": 0, "sources": {"g": {"records": [{"id": 1, "value": 2, "timestamp": 5}]}}}`;
  await playground.fill(config(''));
  await pin(playground);
  await playground.fill(config('"x": 1, "max_age_seconds": 1, '));
  await playground.fill(config('"flags": {"cache": false}, '));
  await expect(compare(playground)).toContainText(
    /Neither config has “now”, so the clock stood in: \d+\.?\d* when pinned, \d+\.?\d* now\./,
  );
  await playground.fill(config('"now": 9, '));
  await expect(compare(playground)).not.toContainText('Neither config');
});

test('without an exception a record is kept; with one, it is not settled', async ({
  playground,
}) => {
  const config = (limit: string) =>
    `{"now": 9, "max_age_seconds": ${limit}, "sources": {"g": {"records": [{"id": 1, "value": 2}]}}}`;
  await playground.fill(config('5'));
  await pin(playground);
  await playground.fill(config('null'));
  await records(playground).getByRole('row').nth(1).click();
  await expect(compare(playground).locator('.record')).toContainText(/Now\s+– not settled/);
  await pin(playground);
  await playground.fill(`${config('null')} `);
  await expect(compare(playground)).toContainText('the same exception, the same records');
});

test('the effect of one flag is shown in numbers, records and log lines', async ({
  playground,
}) => {
  await playground.load('Every outcome');
  await pin(playground);
  await playground.flag('cache').click();
  await expect(number(playground, 'records_out')).toHaveText(['10', '11']);
  await expect(number(playground, 'cache.hits')).toHaveText(['1', '0']);
  await expect(number(playground, 'stages_run')).toHaveText([
    'adapt, cache, validate, freshness, reconcile',
    'adapt, validate, freshness, reconcile',
  ]);
  await expect(numbers(playground)).not.toContainText('records_in');
  await expect(cells(playground, 'alpha[2]')).toHaveText([
    '~ changed',
    'alpha[2]',
    /^\s*≡ duplicate of alpha\[0\]\s*$/,
    /^\s*✓ kept\s+✓ fresh\s*$/,
  ]);
  await expect(records(playground).getByRole('row')).toHaveCount(2);
  await expect(compare(playground)).toContainText('1 record differs');
  await expect(compare(playground)).toContainText('No line of the log differs.');

  await playground.flag('validate').click();
  await expect(log(playground).getByRole('gridcell')).toHaveText([
    '− went',
    'WARNING',
    "contract violation: order_005 missing ['value']",
    '− went',
    'WARNING',
    "contract violation: None missing ['id']",
  ]);
  await expect(cells(playground, 'alpha[3]').nth(2)).toContainText('✗ invalid missing value');
});

test('added, removed and changed records are distinguished', async ({ playground }) => {
  const config = (records: string) =>
    `{"now": 1, "sources": {"gamma": {"records": [\n${records}\n]}}}`;
  await playground.fill(
    config('{"id": 1, "value": 1},\n{"id": 2, "value": 2},\n{"id": 3, "value": 3}'),
  );
  await pin(playground);
  await playground.fill(config('{"id": 1, "value": 7},\n{"id": 2, "value": 2}'));
  await expect(records(playground)).toMatchAriaSnapshot(`
    - grid "Records":
      - row "Change Where Pinned Now"
      - row:
        - gridcell "~ changed"
        - gridcell "gamma[0]"
        - gridcell "different text, same outcome"
        - gridcell "different text, same outcome"
      - row:
        - gridcell "− removed"
        - gridcell "gamma[2]"
        - gridcell "✓ kept ✓ fresh"
        - gridcell "none"
  `);
  await expect(log(playground).getByRole('gridcell')).toHaveText([
    '− went',
    'INFO',
    'adapted 3 records from gamma',
    '+ came',
    'INFO',
    'adapted 2 records from gamma',
  ]);
});

test('a whole record is shown, and its place in the config, by keyboard', async ({
  playground,
}) => {
  const { keyboard } = playground.browser;
  await playground.load('Every outcome');
  await pin(playground);
  await playground.fill(everything.replace('"now": 1700000000', '"now": 1699999500'));
  await expect(records(playground)).toBeVisible();
  await records(playground).focus();
  await keyboard.press('End');
  await keyboard.press('Home');
  const shown = compare(playground).locator('.record');
  await expect(shown).toContainText(
    '{"id": "order_004", "value": "returned", "timestamp": 1699999399}',
  );
  await expect(shown).toContainText(/Pinned\s+✓ kept\s+! stale\s+= matched/);
  await expect(shown).toContainText(/Now\s+✓ kept\s+✓ fresh\s+= matched/);
  await expect(records(playground)).toBeFocused();
  await keyboard.press('Tab');
  await expect(playground.button('Go to line 24')).toBeFocused();
  await keyboard.press('Enter');
  await expect(playground.editor).toBeFocused();
  await expect(playground.browser.locator('.cm-current-record').first()).toContainText('order_004');
});

test('a removed record has no place to go to', async ({ playground }) => {
  await playground.fill('{"now": 1, "sources": {"gamma": {"records": [{"id": 1, "value": 1}]}}}');
  await pin(playground);
  await playground.fill('{"now": 1, "sources": {"gamma": {"records": []}}}');
  await cells(playground, 'gamma[0]').first().click();
  await expect(compare(playground)).toContainText('It is in the pinned config only.');
  await expect(playground.button(/Go to line/)).toHaveCount(0);
});

test('if nothing differs, it says so', async ({ playground }) => {
  await playground.fill('{"now": 1}');
  await pin(playground);
  await playground.fill('{"now": 1 }');
  await expect(compare(playground)).toContainText('Nothing differs from the pinned run');
});

test('an exception in either run is shown, and the numbers that are missing because of it', async ({
  playground,
}) => {
  await pin(playground);
  await playground.fill(caseNamed('timestamp_string').input);
  await expect(number(playground, 'Exception')).toHaveText([
    'none',
    "TypeError: unsupported operand type(s) for -: 'int' and 'str'",
  ]);
  await expect(number(playground, 'records_in')).toHaveText(['6', 'none']);
  await playground.button('Pin this run instead').click();
  await expect(compare(playground)).toContainText('Pinned: a run that ended in TypeError');
  await playground.fill(sample);
  await expect(number(playground, 'Exception').last()).toHaveText('none');
  await expect(number(playground, 'records_in')).toHaveText(['none', '6']);
});

test('runs can be pinned one after the other, unpinned, and pinned again', async ({
  playground,
}) => {
  await pin(playground);
  for (const flag of ['cache', 'validate', 'freshness']) {
    await playground.flag(flag).click();
    await expect(number(playground, 'stages_run').first()).toBeVisible();
    await playground.button('Pin this run instead').click();
    await expect(compare(playground)).toContainText('This is the pinned run.');
  }
  await playground.browser.locator('pp-header').getByRole('button', { name: 'Unpin' }).click();
  await expect(compare(playground)).toContainText('No run is pinned.');
  await pin(playground);
  await playground.flag('cache').click();
  await expect(number(playground, 'cache.misses')).toHaveText(['0', '6']);
});

test('pinning and unpinning again and again takes no more memory', async ({ playground }) => {
  test.slow();
  const bytes = Buffer.from(
    JSON.stringify({
      now: 1,
      sources: { gamma: { records: Array(20_000).fill({ id: 1, value: 2 }) } },
    }),
  );
  const memory = async () => {
    const text = await playground.browser.getByText(/of memory/).textContent();
    return Number(/([\d.]+) MB of memory/.exec(text ?? '')?.[1]);
  };
  const rounds: number[] = [];
  await playground.show('Compare');
  for (let round = 0; round < 6; round++) {
    await playground.drop(`round${round}.json`, bytes);
    await expect(playground.status).toContainText(`round${round}.json loaded. 20,000 records in`);
    rounds.push(await memory());
    await compare(playground)
      .getByRole('button', { name: /^Pin this run/ })
      .click();
    if (round % 2) await compare(playground).getByRole('button', { name: 'Unpin' }).click();
  }
  expect(rounds[5]).toBeLessThanOrEqual(rounds[3] as number);
});

test.describe('when the worker was terminated', () => {
  const please = (config: string) => config.replace('{', '{"please": 1, ');

  test('the pinned run is run again after a cancelled one', async ({ page, complaints: _ }) => {
    await tamper(page, 'stall');
    const playground = new Playground(page);
    await playground.open();
    // A file is run in the worker. So is everything that is compared with it.
    await playground.drop('pinned.json', Buffer.from(sample));
    await expect(playground.status).toContainText('pinned.json loaded.');
    await pin(playground);
    await playground.fill(please(sample));
    await playground.button('Cancel').click();
    await expect(page.locator('pp-results')).toContainText('Cancelled');
    await playground.fill(caseNamed('only_cache_off').input);
    await expect(number(playground, 'cache.misses')).toHaveText(['6', '0']);
    await playground.fill(caseNamed('only_validate_off').input);
    await expect(number(playground, 'stages_run').last()).toHaveText(
      'adapt, cache, freshness, reconcile',
    );
  });

  test('the pinned text is the one that was run, not what was typed since', async ({
    page,
    complaints: _,
  }) => {
    await tamper(page, 'trap');
    const playground = new Playground(page);
    await playground.open();
    const long = JSON.stringify({ now: 1, note: 'x'.repeat(60_000), sources: {} });
    await playground.fill(long);
    await expect(playground.summary).toContainText('"records_in": 0');
    await playground.show('Compare');
    // A text of this length is run only after a pause, and it is pinned before that.
    await page.evaluate(typeAndPin);
    await expect(number(playground, 'stages_run').last()).not.toContainText('cache');
    await playground.fill(please(long));
    await expect(page.locator('pp-results')).toContainText('The engine crashed');
    await playground.fill(long);
    await expect(compare(playground)).toContainText('Nothing differs from the pinned run');
  });

  for (const [fault, said] of [
    ['noMemoryForPinned', 'There is not enough memory to run the pinned config as well.'],
    ['pinnedGone', 'The pinned file can no longer be read'],
  ] as const)
    test(`the pinned config cannot be run again: ${fault}`, async ({ page, complaints: _ }) => {
      await tamper(page, fault);
      const playground = new Playground(page);
      await playground.open();
      // The pinned config is run without the fault at first, and with it when it is run again.
      await playground.drop('pinned.json', Buffer.from(sample.replace('{', '{"later": 1, ')));
      await expect(playground.status).toContainText('pinned.json loaded.');
      await pin(playground);
      await playground.fill(please(sample));
      await expect(page.locator('pp-results')).toContainText('The engine crashed');
      await playground.fill(caseNamed('only_cache_off').input);
      await expect(compare(playground)).toContainText(said);
      await playground.button('Pin this run instead').click();
      await playground.flag('cache').click();
      await expect(number(playground, 'cache.misses')).toHaveText(['0', '6']);
    });
});

/** Runs in the page: edits the text to switch a flag off, and pins the old run before the new one starts. */
function typeAndPin(): void {
  type Editor = { apply(edit: { start: number; end: number; insert: string }): void };
  const inner = document
    .querySelector('pipeline-playground')
    ?.shadowRoot?.querySelector('pp-playground')?.shadowRoot;
  const editor = inner?.querySelector('pp-config')?.shadowRoot?.querySelector('pp-editor');
  (editor as unknown as Editor).apply({ start: 1, end: 1, insert: '"flags": {"cache": 0}, ' });
  const results = inner?.querySelector('pp-results')?.shadowRoot;
  results?.querySelector('pp-compare')?.shadowRoot?.querySelector('button')?.click();
}

inEveryLook({
  'nothing pinned': async (playground) => {
    await playground.show('Compare');
  },
  'what differs from a pinned run': async (playground) => {
    await pin(playground);
    await playground.load('Every outcome');
    await playground.show('Compare');
    await cells(playground, 'alpha[3]').first().click();
    await expect(compare(playground).locator('.record')).toBeVisible();
    await expect(log(playground)).toBeVisible();
  },
});
