/** Keys against sources: each source's value, whether the sources agree, and the parts of the texts that differ. */
import { inEveryLook } from '../accessible.ts';
import { everything, expect, type Playground, test } from '../page.ts';

const rows = (playground: Playground) =>
  playground.browser.getByRole('grid', { name: 'Keys against sources' });
const row = (playground: Playground, key: string) =>
  rows(playground).getByRole('row').filter({ hasText: key });
const claims = (playground: Playground) => playground.browser.locator('pp-claims');

/** A config with these sources, by name, each with pairs of a key and a value's JSON text. */
function config(sources: Record<string, [key: string, value: string][]>, rest = ''): string {
  const records = (pairs: [string, string][]) =>
    pairs.map(([key, value]) => `{"id": ${JSON.stringify(key)}, "value": ${value}}`).join(',\n');
  const texts = Object.entries(sources).map(
    ([name, pairs]) => `"${name}": {"records": [\n${records(pairs)}\n]}`,
  );
  return `{"now": 1,${rest} "sources": {${texts.join(',\n')}}}`;
}

/** A config with `count` sources that have the same key. The last one has another value. */
const wide = (count: number) =>
  config(
    Object.fromEntries(
      Array.from({ length: count }, (_, i) => [`s${i}`, [['k', i + 1 < count ? '1' : '2']]]),
    ),
  );

/** A config of two sources with `keys` keys each. Every third key has different values. */
function many(keys: number): Buffer {
  const source = (third: number) => ({
    records: Array.from({ length: keys }, (_, i) => ({ id: `k${i}`, value: i % 3 ? i : third })),
  });
  return Buffer.from(JSON.stringify({ now: 1, sources: { gamma: source(1), delta: source(2) } }));
}

test.describe('the sample of every outcome', () => {
  test.beforeEach(async ({ playground }) => {
    await playground.load('Every outcome');
    await playground.show('Reconciliation');
  });

  test('is a matrix, for assistive technology too', async ({ playground }) => {
    await expect(rows(playground)).toMatchAriaSnapshot(`
      - grid "Keys against sources":
        - row "Key alpha beta gamma delta Verdict":
          - columnheader "Key"
          - columnheader "alpha"
          - columnheader "beta"
          - columnheader "gamma"
          - columnheader "delta"
          - columnheader "Verdict"
        - row:
          - gridcell "order_001"
          - gridcell /↺1 1 earlier record overwritten.* "shipped"/
          - gridcell "\\"shipped\\""
          - gridcell "no record"
          - gridcell "no record"
          - gridcell "= matched"
        - row:
          - gridcell "order_002"
          - gridcell "\\"pending\\"":
            - mark: pending
          - gridcell "\\"processing\\"":
            - mark: processing
          - gridcell "no record"
          - gridcell "no record"
          - gridcell "≠ mismatched"
        - row:
          - gridcell "order_005"
          - gridcell "null"
          - gridcell "no record"
          - gridcell "no record"
          - gridcell "no record"
          - gridcell "· single source"
        - row:
          - gridcell "order_004"
          - gridcell "no record"
          - gridcell "\\"returned\\""
          - gridcell "\\"returned\\""
          - gridcell "no record"
          - gridcell "= matched"
        - row:
          - gridcell "order_003"
          - gridcell "no record"
          - gridcell "no record"
          - gridcell "1.0":
            - mark: "1.0"
          - gridcell "1":
            - mark: "1"
          - gridcell "≠ mismatched"
        - row:
          - gridcell "order_006"
          - gridcell "no record"
          - gridcell "no record"
          - gridcell:
            - mark
          - gridcell:
            - mark
          - gridcell "≠ mismatched"
    `);
  });

  test('a number that is written in two ways is marked, and the mismatch is explained', async ({
    playground,
  }) => {
    await row(playground, 'order_003').click();
    await expect(claims(playground)).toContainText('Equal numbers for Python');
    await expect(claims(playground).locator('mark')).toHaveText(['1.0', '1']);
  });

  test('a different order of the same keys is marked, and the mismatch is explained', async ({
    playground,
  }) => {
    await row(playground, 'order_006').click();
    await expect(claims(playground)).toContainText('The same keys and values in another order');
    await expect(claims(playground).locator('mark')).toHaveText([
      'items": 2, "total": 30',
      'total": 30, "items": 2',
    ]);
  });

  test('different values are marked in whole words', async ({ playground }) => {
    await row(playground, 'order_002').click();
    await expect(claims(playground)).toContainText('differ where they are marked');
    await expect(claims(playground).locator('mark')).toHaveText(['pending', 'processing']);
  });

  test('overwritten records of a source are listed, with buttons that go to them', async ({
    playground,
  }) => {
    await row(playground, 'order_001').click();
    await expect(claims(playground).getByRole('listitem')).toHaveText([
      /^\s*alpha\s+records\[2\], line 10\s+"shipped"\s*$/,
      /^\s*before:\s+records\[0\], line 8\s+"shipped"\s*$/,
      /^\s*beta\s+records\[0\], line 16\s+"shipped"\s*$/,
    ]);
    await expect(claims(playground)).toContainText('The last record of a source counts.');
    await playground.button('Go to alpha records[0], line 8').click();
    await expect(playground.editor).toBeFocused();
    await expect(playground.browser.locator('.cm-current-record').first()).toHaveText(
      /"note": "dropped by adapt"/,
    );
  });

  test('a key that only one source has, or that all agree on, says so', async ({ playground }) => {
    await row(playground, 'order_005').click();
    await expect(claims(playground)).toContainText('Only one source has this key');
    await row(playground, 'order_004').click();
    await expect(claims(playground)).toContainText('say the same, character by character');
    await expect(claims(playground).locator('mark')).toHaveCount(0);
  });

  test('verdict, text and source filter the keys, and the counts follow', async ({
    playground,
  }) => {
    const count = playground.browser.locator('pp-reconciliation header');
    const keys = rows(playground).getByRole('gridcell', { name: /^order_/ });
    await expect(count).toContainText('6 keys');
    await playground.button('≠ mismatched (3)').click();
    await expect(playground.button('≠ mismatched (3)')).toHaveAttribute('aria-pressed', 'true');
    await expect(keys).toHaveText(['order_002', 'order_003', 'order_006']);
    await expect(count).toContainText('3 of 6 keys');
    await expect(playground.status).toHaveText('3 keys shown.');

    await playground.browser.getByRole('combobox', { name: 'Source' }).selectOption('gamma');
    await expect(keys).toHaveText(['order_003', 'order_006']);
    await playground.browser.getByRole('searchbox', { name: 'Find in keys' }).fill('TOTAL');
    await expect(keys).toHaveText(['order_006']);
    await expect(count).toContainText('1 of 6 keys');

    await playground.browser.getByRole('searchbox', { name: 'Find in keys' }).fill('nowhere');
    await expect(playground.browser.locator('pp-reconciliation')).toContainText(
      'No key matches these filters.',
    );
    await playground.button('Show all keys').click();
    await expect(keys).toHaveCount(6);
    await expect(playground.browser.getByRole('searchbox')).toBeFocused();
    await expect(playground.browser.getByRole('searchbox')).toHaveValue('');
    await expect(playground.browser.getByRole('combobox', { name: 'Source' })).toHaveValue('');
  });

  test('everything works by keyboard', async ({ playground }) => {
    const { keyboard } = playground.browser;
    await playground.tab('Reconciliation').focus();
    await expect(rows(playground)).toBeVisible();
    for (let i = 0; i < 12; i++) {
      await keyboard.press('Tab');
      if (await rows(playground).evaluate((grid) => grid.matches(':focus'))) break;
    }
    await expect(rows(playground)).toBeFocused();
    await keyboard.press('End');
    await expect(claims(playground).getByRole('heading')).toHaveText('order_006');
    await keyboard.press('ArrowUp');
    await expect(claims(playground).getByRole('heading')).toHaveText('order_003');
    await expect(rows(playground)).toBeFocused();
    await keyboard.press('Tab');
    await expect(playground.button('Go to gamma records[0], line 23')).toBeFocused();
    await rows(playground).focus();
    await keyboard.press('Enter');
    await expect(playground.editor).toBeFocused();
    await expect(playground.browser.locator('.cm-current-record').first()).toContainText('1.0');
  });

  test('the chosen key stays chosen in the next run, even at another index', async ({
    playground,
  }) => {
    await row(playground, 'order_003').click();
    const withoutIt = everything.replace(/\n.*"order_002", "data": "pending".*/, '');
    await playground.fill(withoutIt);
    await expect(playground.browser.locator('pp-reconciliation header')).toContainText('6 keys');
    await expect(row(playground, 'order_002')).toContainText('· single source');
    await expect(row(playground, 'order_003')).toHaveAttribute('aria-selected', 'true');
    await expect(playground.button('Go to gamma records[0], line 22')).toBeVisible();
    await playground.fill(withoutIt.replaceAll('order_003', 'order_300'));
    await expect(row(playground, 'order_300')).toBeVisible();
    await expect(claims(playground)).toHaveCount(0);
  });
});

test('a missing part is marked with a gap', async ({ playground }) => {
  await playground.fill(config({ one: [['k', '[]']], two: [['k', '["!"]']] }));
  await playground.show('Reconciliation');
  await row(playground, 'mismatched').click();
  const marks = claims(playground).locator('mark');
  await expect(marks).toHaveText(['nothing', '"!"']);
  const gap = await marks.first().evaluate((mark) => mark.getBoundingClientRect().width);
  expect(gap).toBeGreaterThan(3);
});

test('a source with an empty name is shown as quotes, and can be chosen', async ({
  playground,
}) => {
  const said = (...ids: number[]) => ({ records: ids.map((id) => ({ id, value: id })) });
  await playground.fill(JSON.stringify({ sources: { '': said(1), beta: said(1, 2) } }));
  await playground.show('Reconciliation');
  await expect(playground.browser.getByRole('columnheader')).toHaveText([
    'Key',
    '""',
    'beta',
    'Verdict',
  ]);
  const count = playground.browser.locator('pp-reconciliation header');
  const source = playground.browser.getByRole('combobox', { name: 'Source' });
  await source.selectOption('""');
  await expect(count).toContainText('1 of 2 keys');
  await source.selectOption('any source');
  await expect(count).toContainText('2 keys');
});

test('a long value is cut around the difference in the matrix, and shown in full below', async ({
  playground,
}) => {
  const long = (word: string) => `"${'x '.repeat(400)}${word}${' y'.repeat(400)}"`;
  await playground.fill(config({ one: [['k', long('here')]], two: [['k', long('there')]] }));
  await playground.show('Reconciliation');
  const mark = row(playground, 'mismatched').locator('mark').first();
  await expect(mark).toHaveText('here');
  const [inside, around] = await mark.evaluate((one) => {
    const cell = one.closest('[role=gridcell]') as Element;
    return [one.getBoundingClientRect().right, cell.getBoundingClientRect().right];
  });
  expect(inside).toBeLessThanOrEqual(around as number);
  await row(playground, 'mismatched').click();
  await expect(claims(playground).locator('.text').first()).toHaveText(
    /^"(x ){400}here( y){400}"$/,
  );
});

test('of very many overwritten records, the last ones are listed and the others counted', async ({
  playground,
}) => {
  const one = Array.from({ length: 3000 }, (_, i) => ['k', String(i)] as [string, string]);
  await playground.drop('one.json', Buffer.from(config({ one, two: [['k', '2999.0']] })));
  await playground.show('Reconciliation');
  await expect(row(playground, 'mismatched')).toContainText('↺2,999');
  await row(playground, 'mismatched').click();
  await expect(claims(playground).getByText('before:')).toHaveCount(20);
  await expect(claims(playground).getByText('before:').first()).toBeVisible();
  await expect(claims(playground)).toContainText('records[2,998]');
  await expect(claims(playground)).toContainText('… and 2,979 earlier records.');
  // The list of records describes the group too.
  await playground.show('Records');
  await playground.button('reconcile').click();
  await playground.browser.getByRole('combobox', { name: 'Source' }).selectOption('two');
  const listed = playground.browser.getByRole('grid', { name: 'Records at reconcile' });
  await expect(listed.getByRole('row').last()).toContainText('2999.0, but 2999 in one');
});

test('a value of two megabytes is cut', async ({ playground }) => {
  const long = (word: string) => `"${'x'.repeat(1_000_000)} ${word} ${'y'.repeat(1_000_000)}"`;
  await playground.drop(
    'long.json',
    Buffer.from(config({ a: [['k', long('1')]], b: [['k', long('2')]] })),
  );
  // The sample has such a row too.
  await expect(playground.summary).toContainText('"records_in": 2,');
  await playground.show('Reconciliation');
  await row(playground, 'mismatched').click();
  await expect(claims(playground).locator('mark')).toHaveText(['1', '2']);
  await expect(claims(playground)).toContainText(/… [\d,]+ more characters …/);
});

test('up to six sources have a column each if there is room, others share one', async ({
  playground,
}) => {
  await playground.browser.setViewportSize({ width: 1920, height: 900 });
  await playground.fill(wide(6));
  await playground.show('Reconciliation');
  const titles = rows(playground).getByRole('columnheader');
  await expect(titles).toHaveText(['Key', 's0', 's1', 's2', 's3', 's4', 's5', 'Verdict']);
  await playground.browser.setViewportSize({ width: 1280, height: 900 });
  await expect(titles).toHaveText(['Key', 'Values', 'Verdict']);
  await expect(row(playground, 'mismatched')).toContainText('s0: 1 · s1: 1 · s2: 1');
  await playground.browser.setViewportSize({ width: 1920, height: 900 });
  await playground.fill(wide(7));
  await expect(titles).toHaveText(['Key', 'Values', 'Verdict']);
  await expect(row(playground, 'mismatched').locator('mark')).toHaveCount(7);
});

test('of very many keys, only the visible rows are in the page', async ({ playground }) => {
  await playground.drop('many.json', many(30_000));
  await playground.show('Reconciliation');
  await expect(playground.button('≠ mismatched (10,000)')).toBeVisible();
  await rows(playground).focus();
  await playground.browser.keyboard.press('End');
  await expect(claims(playground).getByRole('heading')).toHaveText('k29999');
  expect(await rows(playground).getByRole('row').count()).toBeLessThan(60);
  await playground.browser.getByRole('searchbox').fill('k29999');
  await expect(playground.browser.locator('pp-reconciliation header')).toContainText(
    '1 of 30,000 keys',
  );
});

test('of very many sources, few are offered, and any can be typed', async ({ playground }) => {
  const names = Array.from({ length: 5000 }, (_, i) => `s${i}`);
  const sources = names.map((name) => [name, { records: [{ id: name, value: 1 }] }]);
  const text = JSON.stringify({ sources: Object.fromEntries(sources) });
  await playground.drop('sources.json', Buffer.from(text));
  await playground.show('Reconciliation');
  const view = playground.browser.locator('pp-reconciliation');
  await expect(view.locator('header')).toContainText('5,000 keys');
  expect(await view.locator('option').count()).toBeLessThanOrEqual(500);
  await view.getByRole('combobox', { name: 'Source' }).pressSequentially('s4321');
  await playground.browser.keyboard.press('Enter');
  await expect(view.locator('header')).toContainText('1 of 5,000 keys');
  await expect(row(playground, 's4321')).toBeVisible();
  await playground.show('Records');
  const inspector = playground.browser.locator('pp-records');
  await expect(inspector.locator('.counted')).toHaveText('5,000 records');
  expect(await inspector.locator('option').count()).toBeLessThanOrEqual(520);
});

for (const [why, text, said, fix] of [
  ['its flag is off', '"flags": {"reconcile": false}', 'its flag is off', 'Switch reconcile on'],
  ['adapt is off', '"flags": {"adapt": false}', 'the flag of adapt is off', 'Switch adapt on'],
] as const)
  test(`did not run: ${why}; a button fixes it`, async ({ playground }) => {
    await playground.fill(config({ one: [['k', '1']], two: [['k', '1']] }, `${text},`));
    await playground.show('Reconciliation');
    await expect(playground.browser.locator('pp-reconciliation')).toContainText(said);
    await playground.button(fix).click();
    await expect(row(playground, '= matched')).toBeVisible();
    await playground.browser.keyboard.press('Tab');
    await expect(playground.browser.getByRole('searchbox')).toBeFocused();
  });

for (const [why, text, said] of [
  ['there is no source', '{"now": 1}', 'there is no source'],
  ['there is one source', config({ one: [['k', '1']] }), '“one” is the only source'],
  ['no record has a key', config({ one: [['', '1']], two: [] }), 'found no key'],
  ['the run ended before', '{"sources": []}', 'The run ended before it'],
] as const)
  test(`nothing to show: ${why}`, async ({ playground }) => {
    await playground.fill(text);
    await playground.show('Reconciliation');
    await expect(playground.browser.locator('pp-reconciliation')).toContainText(said);
    await expect(rows(playground)).toHaveCount(0);
  });

inEveryLook({
  'keys against sources': async (playground) => {
    await playground.load('Every outcome');
    await playground.show('Reconciliation');
    await row(playground, 'order_001').click();
    await expect(claims(playground)).toBeVisible();
    await expect(playground.browser.locator('pp-reconciliation')).toBeInViewport();
  },
  'no reconciliation': async (playground) => {
    await playground.fill('{"flags": {"reconcile": 0}}');
    await playground.show('Reconciliation');
    await expect(playground.button('Switch reconcile on')).toBeVisible();
  },
});
