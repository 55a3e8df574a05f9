/** Data: what reads alike is told apart, nothing turns the words around it, and copying copies just the data. */
import type { Locator } from '@playwright/test';
import { expectNoViolations } from '../accessible.ts';
import { expect, type Playground, test } from '../page.ts';

const LONG = `${'k'.repeat(1500)}${'z'.repeat(1500)}`;

/** Ids that read alike, in three sources. The name of one source ends in something that cannot be seen. */
const ALIKE = {
  now: 1700000600,
  required_fields: ['id', LONG],
  sources: {
    alpha: {
      records: [
        { uid: 'order_001', data: 'für' },
        { uid: 'a\u202etxt.exe', data: 1 },
        { uid: 'caf\u00e9', data: 2 },
        { uid: 1, data: 3 },
        { uid: 'order_2026_000123', data: 4 },
        { uid: LONG, data: 'the value' },
      ],
    },
    'beta\u00a0': {
      records: [
        { id: 'order_001 ', value: 'für', timestamp: 1699999399 },
        { id: 'cafe\u0301', value: 2 },
        { id: '1', value: 3 },
        { id: 'order_2026_000124', value: 4 },
        { id: '👨‍👩‍👧 👍🏽', value: 4 },
        { id: 'a\tb\nc', value: 4 },
        { id: 'שלום_2026_0000000001', value: 4 },
        { id: '', value: 4 },
      ],
    },
    gamma: { records: [{ id: LONG, value: '\\u00e9', [LONG]: 1 }] },
  },
};

const cell = ({ browser }: Playground, row: string, column = 2) =>
  browser
    .locator('pp-records [role=row]')
    .filter({ hasText: row })
    .locator('[role=gridcell]')
    .nth(column);

/** The signs in an element, and what they stand for. */
const signs = (element: Locator) =>
  element
    .locator('.sign')
    .evaluateAll((all) => all.map((one) => [one.getAttribute('data-sign'), one.textContent]));

/** The text that is copied if an element is selected. */
const copied = (element: Locator) =>
  element.evaluate((one) => {
    const selection = getSelection();
    selection?.selectAllChildren(one);
    return selection?.toString();
  });

test.beforeEach(async ({ playground }) => {
  await playground.fill(JSON.stringify(ALIKE, null, 1));
  await expect(playground.summary).toContainText('"records_in": 15');
});

test('what cannot be seen in an id has a sign, and is copied as it is', async ({ playground }) => {
  await playground.show('Records');
  const expected: [string, string[][], string][] = [
    ['alpha[0]', [], 'order_001'],
    ['beta\u00a0[0]', [['␣', ' ']], 'order_001 '],
    ['alpha[1]', [['U+202E', '\u202e']], 'a\u202etxt.exe'],
    ['alpha[2]', [], 'caf\u00e9'],
    ['beta\u00a0[1]', [['U+0301', 'e\u0301']], 'cafe\u0301'],
    ['beta\u00a0[4]', [], '👨‍👩‍👧 👍🏽'],
    [
      'beta\u00a0[5]',
      [
        ['⇥', '\t'],
        ['↵', '\n'],
      ],
      'a\tb\nc',
    ],
    ['beta\u00a0[6]', [], 'שלום_2026_0000000001'],
  ];
  for (const [row, marked, text] of expected) {
    const id = cell(playground, row);
    expect(await signs(id), row).toEqual(marked);
    expect(await id.textContent(), row).toBe(text);
    expect(await copied(id), row).toBe(text);
  }
  expect(await signs(cell(playground, 'beta\u00a0[0]', 0))).toEqual([['U+00A0', '\u00a0']]);
});

test('a number, a string that reads like one, and an empty id differ', async ({ playground }) => {
  await playground.show('Records');
  await expect(cell(playground, 'alpha[3]')).toHaveText('1');
  await expect(cell(playground, 'beta\u00a0[2]')).toHaveText('"1"');
  await expect(cell(playground, 'beta\u00a0[7]')).toHaveText('""');
});

test('the reason says that another id reads the same, in both views', async ({ playground }) => {
  const { browser } = playground;
  const about = /^Reads like “order_001 ” in beta\u00a0, but is another key/;
  await playground.show('Reconciliation');
  await browser.getByRole('gridcell', { name: 'order_001', exact: true }).click();
  const claims = browser.locator('pp-claims');
  await expect(claims.getByText('Reads like')).toHaveText(about);
  expect(await signs(claims.getByText('Reads like'))).toEqual([
    ['␣', ' '],
    ['U+00A0', '\u00a0'],
  ]);
  await browser.getByRole('gridcell', { name: /^café/ }).first().click();
  await expect(claims.getByText('Reads like')).toHaveText(/^Reads like “cafe\u0301” in beta/);
  await browser.getByRole('row', { name: /^1 / }).click();
  await expect(claims).toContainText('Some of these ids are strings and some are not');
  await expect(claims.getByText('Reads like')).toHaveCount(0);

  await playground.show('Records');
  await browser.locator('pp-records').getByRole('button', { name: 'reconcile' }).click();
  await cell(playground, 'alpha[0]', 0).click();
  await expect(browser.locator('pp-record').getByText('Reads like')).toHaveText(about);
  await cell(playground, 'alpha[3]', 0).click();
  await expect(browser.locator('pp-record')).toContainText('Some of these ids are strings');
});

test('an override turns nothing around but its own text', async ({ playground }) => {
  await playground.show('Log');
  const line = playground.logLines.filter({ hasText: 'txt.exe' }).locator('bdi').first();
  await expect(line).toContainText('contract violation: a\u202etxt.exe missing');
  // What stands behind the override is where it would be without it: the letters run from left to right.
  const lefts = await line.evaluate((bdi) => {
    const range = document.createRange();
    const texts = [...bdi.childNodes].filter((node) => node instanceof Text && node.data);
    return texts.flatMap((text) =>
      [0, 1].map((at) => {
        range.setStart(text, at);
        range.setEnd(text, at + 1);
        return range.getBoundingClientRect().left;
      }),
    );
  });
  expect(lefts).toHaveLength(4);
  expect(lefts).toEqual(lefts.toSorted((a, b) => a - b));
  expect(await copied(line)).toContain('a\u202etxt.exe missing');
});

for (const width of [1280, 390])
  test.describe(`${width} px wide`, () => {
    test.use({ viewport: { width, height: 900 } });

    test('names that begin alike are cut before their ends', async ({ playground }) => {
      await playground.show('Records');
      for (const [row, id] of [
        ['alpha[4]', 'order_2026_000123'],
        ['beta\u00a0[3]', 'order_2026_000124'],
        ['alpha[5]', LONG],
      ] as const) {
        const own = cell(playground, row);
        expect(await own.textContent()).toMatch(id === LONG ? /^k+(…?)z+$/ : id);
        // The last character is within the cell.
        const [end, edge] = await own.evaluate((one) => {
          const last = one.querySelector('.ends')?.lastElementChild;
          const range = document.createRange();
          const texts = [...(one.querySelector('.ends')?.childNodes ?? [])].filter(
            (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
          );
          const text = texts.at(-1) ?? last;
          if (text) range.selectNodeContents(text);
          return [range.getBoundingClientRect().right, one.getBoundingClientRect().right];
        });
        expect(end, row).toBeLessThanOrEqual((edge ?? 0) + 0.5);
      }
    });

    test('long names push nothing out', async ({ playground }) => {
      const { browser } = playground;
      await playground.show('Reconciliation');
      await browser.getByRole('searchbox').fill('kkkzzz');
      await browser.locator('pp-reconciliation [role=row]').nth(1).click();
      await expect(browser.locator('pp-claims').getByText('the value')).toBeInViewport();
      await playground.show('Records');
      await browser.locator('pp-records').getByRole('button', { name: 'validate' }).click();
      await cell(playground, 'alpha[0]', 0).click();
      const absent = browser.locator('pp-record dd').first();
      await expect(absent).toHaveText('is absent');
      const { x = 0, width: wide = 0 } = (await absent.boundingBox()) ?? {};
      expect(x + wide).toBeLessThanOrEqual(width);
      expect(wide).toBeGreaterThan(100);
      // The name is cut in the middle, so that its end can be seen.
      const shown = await browser
        .locator('pp-record dt bdi')
        .first()
        .evaluate((name) => {
          const texts = document.createTreeWalker(name, NodeFilter.SHOW_TEXT);
          const all: string[] = [];
          for (let text = texts.nextNode(); text; text = texts.nextNode()) {
            const range = document.createRange();
            range.selectNodeContents(text);
            if (range.getBoundingClientRect().width > 0) all.push(text.textContent ?? '');
          }
          return all.join('');
        });
      expect(shown).toMatch(/^k{9,}z{9,}$/);
      await expectNoViolations(playground);
    });
  });

test('a timestamp of ten digits is whole', async ({ playground }) => {
  const records = [{ id: 1, value: 1, timestamp: 1699999399 }];
  const fit = JSON.stringify({ now: 1700000600, sources: { gamma: { records } } });
  await playground.fill(fit);
  await playground.show('Records');
  await playground.browser.locator('pp-records').getByRole('button', { name: 'freshness' }).click();
  const cells = playground.browser.locator('pp-records [role=gridcell]');
  await expect(cells.filter({ hasText: '1699999399' })).toBeVisible();
  for (const text of ['1699999399', 'age 1201 s > 600 s'])
    expect(
      await cells.filter({ hasText: text }).evaluate((one) => one.scrollWidth - one.clientWidth),
    ).toBe(0);
});

test('labels of the exception stay whole beside long data', async ({ playground }) => {
  const records = [{ id: 1, value: 1, timestamp: LONG }];
  await playground.fill(JSON.stringify({ now: 1, sources: { [LONG]: { records } } }));
  const labels = playground.exception.locator('dt');
  await expect(labels.first()).toBeVisible();
  for (const label of await labels.all())
    expect((await label.boundingBox())?.height).toBeLessThan(30);
});

test('why json.dumps writes escapes is said once, and only for escapes', async ({ playground }) => {
  const { browser } = playground;
  const note = browser.getByText('json.dumps writes ASCII');
  await playground.show('Records');
  await cell(playground, 'alpha[0]', 0).click();
  await expect(note).toHaveText(/^\\u00fc is ü: /);
  // A backslash and a `u` are no escape.
  await cell(playground, 'gamma[0]', 0).click();
  await expect(browser.locator('pp-record h3')).toHaveText('gamma[0]');
  await expect(note).toHaveCount(0);
  await playground.show('Reconciliation');
  await browser.getByRole('gridcell', { name: 'order_001', exact: true }).click();
  await expect(note).toHaveCount(1);
});

test('finds what is shown, and names of records, in all views', async ({ playground }) => {
  const { browser } = playground;
  const escaped = JSON.stringify(ALIKE).replaceAll('ü', '\\u00fc').replaceAll('order', 'a\\/b');
  await playground.fill(escaped);
  await playground.show('Records');
  const rows = browser.locator('pp-records .shown [role=row]');
  const find = async (text: string, count: number) => {
    await browser.locator('pp-records').getByLabel('Find').fill(text);
    await expect(rows, text).toHaveCount(count);
  };
  await find('für', 2);
  await find('f\\u00fcr', 2);
  await find('a/b', 4);
  await find('alpha[2]', 1);
  await find('"id": "a/b', 4);
  await playground.show('Reconciliation');
  const keys = browser.locator('pp-reconciliation .shown [role=row]');
  for (const [text, count] of [
    ['für', 2],
    ['a/b_2', 2],
    ['alpha[2]', 1],
    ['f\\u00fcr', 2],
  ] as const) {
    await browser.getByRole('searchbox').fill(text);
    await expect(keys, text).toHaveCount(count);
  }
});
