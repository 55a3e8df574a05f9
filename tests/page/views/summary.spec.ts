/** The summary explains itself: each number shows its rule, its records, and their places in the config. */
import { inEveryLook } from '../accessible.ts';
import { caseNamed } from '../conformance.ts';
import { emulateMedia, expect, type Playground, sample, test } from '../page.ts';

const number = ({ browser }: Playground, name: string) =>
  browser.locator('pp-summary pre').getByRole('button', { name: `${name}: ` });
const explanation = ({ browser }: Playground) => browser.locator('pp-explanation');
const rows = ({ browser }: Playground, list: string | RegExp) =>
  browser.getByRole('grid', { name: list }).getByRole('row');

/** Expects these rows, after the list's head. */
async function expectRows(playground: Playground, list: string, wanted: string[]): Promise<void> {
  await expect(rows(playground, list)).toHaveText([/^Record/, ...wanted]);
}

test.describe('with every outcome', () => {
  test.beforeEach(async ({ playground }) => {
    await playground.load('Every outcome');
    await expect(playground.summary).toContainText('"records_in": 13');
  });

  test('13 in, 10 out: one click shows which three were dropped, by which stage and why', async ({
    playground,
  }) => {
    await number(playground, 'records_out').click();
    await expect(explanation(playground)).toContainText(
      '13 in, cache dropped 1, validate dropped 2, 10 out.',
    );
    await expectRows(playground, '1 record that cache dropped', [
      'alpha[2]order_00110same key 17a8… as alpha[0]',
    ]);
    await expectRows(playground, '2 records that validate dropped', [
      'alpha[3]order_00511value is None',
      'delta[2]–no id32id is absent',
    ]);
    await expect(rows(playground, '10 records left')).toHaveCount(11);
    await expect(rows(playground, '10 records left').nth(1)).toContainText(
      'no required field missing',
    );
  });

  test('in the list of all records, each shows the reason for its final outcome', async ({
    playground,
  }) => {
    await number(playground, 'records_in').click();
    const all = rows(playground, '13 records');
    await expect(all.nth(1)).toContainText('✓ keptno required field missing');
    await expect(all.nth(3)).toContainText('≡ duplicatesame key 17a8… as alpha[0]');
    await expect(all.nth(4)).toContainText('✗ invalidvalue is None');
  });

  for (const width of [1280, 2400])
    test(`there are no gaps between the lists, ${width} px wide`, async ({ playground }) => {
      await playground.browser.setViewportSize({ width, height: 1300 });
      await number(playground, 'records_out').click();
      await expect(rows(playground, '10 records left')).toHaveCount(11);
      const gaps = () =>
        explanation(playground)
          .locator('.part')
          .evaluateAll((parts) =>
            parts.map((part) => {
              const end = part.querySelector('pp-rows')?.getBoundingClientRect().bottom ?? 0;
              return Math.round(part.getBoundingClientRect().bottom - end);
            }),
          );
      await expect.poll(gaps).toEqual([0, 0, 0]);
    });

  const numbers: [name: string, says: string | RegExp, list: string, wanted: string[]][] = [
    [
      'records_in',
      'Every record that adapt produced: 4 from alpha, 3 from beta, 3 from gamma, 3 from delta.',
      '13 records',
      [],
    ],
    [
      'cache.hits',
      'Their key is the key of an earlier record',
      '1 record that cache dropped',
      ['alpha[2]order_00110same key 17a8… as alpha[0]'],
    ],
    ['cache.misses', 'The first record with its key', '12 records', []],
    ['cache.hit_rate', 'round(1 / 13, 4) = 0.0769', '13 records', []],
    [
      'validation_errors',
      'A required field is absent or None',
      '2 records that validate dropped',
      ['alpha[3]order_00511value is None', 'delta[2]–no id32id is absent'],
    ],
    [
      'stale_records',
      'now - timestamp > max_age_seconds, here 1700000000 - timestamp > 600',
      '2 records',
      ['gamma[1]order_00424age 601 s > 600 s', 'gamma[2]order_00625age 3600 s > 600 s'],
    ],
    [
      'reconciliation.matched',
      'with the same value in each',
      '5 records',
      [
        'alpha[0]order_0018overwritten by alpha[2]',
        'alpha[2]order_00110"shipped", as in beta',
        'beta[0]order_00116"shipped", as in alpha',
        'beta[2]order_00418"returned", as in gamma',
        'gamma[1]order_00424"returned", as in beta',
      ],
    ],
    [
      'reconciliation.single_source',
      'Ids that only one source has',
      '1 record',
      ['alpha[3]order_00511only alpha has this id'],
    ],
  ];
  for (const [name, says, list, wanted] of numbers)
    test(`${name}: its rule and its records`, async ({ playground }) => {
      await number(playground, name).click();
      await expect(number(playground, name)).toHaveAttribute('aria-pressed', 'true');
      await expect(explanation(playground)).toContainText(says);
      if (wanted.length) await expectRows(playground, list, wanted);
      else await expect(rows(playground, list)).toHaveCount(Number.parseInt(list, 10) + 1);
    });

  test('a mismatch shows both values', async ({ playground }) => {
    await number(playground, 'reconciliation.mismatched').click();
    await expect(rows(playground, '6 records').nth(3)).toContainText('1.0, but 1 in delta');
  });

  test('the records are marked in the config, until the number is no longer chosen', async ({
    playground,
  }) => {
    const places = playground.browser.locator('.cm-place');
    await number(playground, 'stale_records').click();
    await expect(places).toHaveCount(2);
    await expect(places.first()).toContainText('1699999399');
    await number(playground, 'stale_records').click();
    await expect(places).toHaveCount(0);
    await expect(number(playground, 'stale_records')).toHaveAttribute('aria-pressed', 'false');
    await expect(playground.root.locator('pp-summary')).toContainText('Choose a number');
  });

  test('a row shows its record in the config, and Enter moves the focus there', async ({
    playground,
  }) => {
    await number(playground, 'stale_records').click();
    const row = rows(playground, '2 records').nth(2);
    await row.click();
    await expect(playground.browser.locator('.cm-current-record')).toContainText('order_006');
    await expect(row).toHaveAttribute('aria-selected', 'true');
    await expect(playground.editor).not.toBeFocused();
    await playground.browser.keyboard.press('Enter');
    await expect(playground.editor).toBeFocused();
  });

  test('a number is chosen by keyboard, and its explanation is announced', async ({
    playground,
  }) => {
    const { keyboard } = playground.browser;
    await number(playground, 'records_in').focus();
    await keyboard.press('Tab');
    await keyboard.press('Enter');
    await expect(playground.status).toContainText(
      '10 records that came out. 13 in, cache dropped 1, validate dropped 2, 10 out.',
    );
    await expect(number(playground, 'records_out')).toBeFocused();
    await playground.browser.getByRole('grid', { name: '2 records that validate' }).focus();
    await keyboard.press('ArrowDown');
    await expect(playground.browser.locator('.cm-current-record')).toContainText('who is this');
  });

  test('arrow keys choose a number, move to its records, and back', async ({ playground }) => {
    const { keyboard } = playground.browser;
    const stale = number(playground, 'stale_records');
    await stale.focus();
    await keyboard.press('ArrowRight');
    await expect(stale).toHaveAttribute('aria-pressed', 'true');
    await expect(stale).toBeFocused();
    const list = playground.browser.getByRole('grid', { name: '2 records' });
    await expect(list).toBeVisible();
    await keyboard.press('ArrowRight');
    await expect(list).toBeFocused();
    await keyboard.press('ArrowDown');
    await expect(playground.browser.locator('.cm-current-record')).toContainText('order_006');
    await keyboard.press('ArrowLeft');
    await expect(stale).toBeFocused();
    // If the number counts no records, the focus moves to the section.
    await playground.flag('freshness').click();
    await expect(explanation(playground)).toContainText('No records.');
    await stale.press('ArrowRight');
    await expect(explanation(playground).getByRole('region')).toBeFocused();
    await keyboard.press('?');
    await expect(playground.browser.getByRole('dialog')).toContainText(
      'choose it; once more, go to its records',
    );
  });

  test('the chosen number stays chosen while the text changes, even if it disappears for a while', async ({
    playground,
  }) => {
    const matched = number(playground, 'reconciliation.matched');
    await matched.click();
    await playground.flag('cache').click();
    await expect(playground.summary).toContainText('"hits": 0');
    await expect(matched).toHaveAttribute('aria-pressed', 'true');
    await playground.flag('reconcile').click();
    await expect(explanation(playground)).toContainText('no reconciliation.matched now');
    await playground.flag('reconcile').click();
    await expect(matched).toHaveAttribute('aria-pressed', 'true');
    await expect(rows(playground, '5 records')).toHaveCount(6);
  });

  test('a number keeps the focus when the text changes', async ({ playground }) => {
    await number(playground, 'stale_records').focus();
    await playground.flag('adapt').evaluate((box) => (box as HTMLInputElement).click());
    await expect(playground.summary).toContainText('"records_in": 0');
    await expect(number(playground, 'stale_records')).toBeFocused();
  });

  test('if a list gets empty, the focus stays in the explanation', async ({ playground }) => {
    await number(playground, 'stale_records').click();
    await playground.browser.getByRole('grid', { name: '2 records' }).focus();
    await playground.browser.keyboard.press('4');
    await expect(explanation(playground)).toContainText('No records.');
    await expect(explanation(playground).getByRole('region')).toBeFocused();
  });

  test('a stage that ran opens in the inspector', async ({ playground }) => {
    await playground.browser
      .locator('pp-summary pre')
      .getByRole('button', { name: 'validate' })
      .click();
    await expect(playground.tab('Records')).toHaveAttribute('aria-selected', 'true');
    await expect(
      playground.browser.locator('pp-records').getByRole('button', { name: 'validate' }),
    ).toHaveAttribute('aria-pressed', 'true');
  });

  test('what a screen reader finds', async ({ playground }) => {
    await number(playground, 'stale_records').click();
    await expect(rows(playground, '2 records')).toHaveCount(3);
    await expect(playground.browser.locator('pp-summary')).toMatchAriaSnapshot(`
      - region "Summary":
        - heading "Summary" [level=2]
        - button "Copy summary"
        - 'button "records_in: 13"'
        - 'button "stale_records: 2" [pressed]'
        - region "Records behind the number":
          - heading "2 records that are too old" [level=3]
          - button "Open freshness"
          - grid "2 records":
            - row "Record id Line Why"
            - row "gamma[1] order_004 24 age 601 s > 600 s"
            - row "gamma[2] order_006 25 age 3600 s > 600 s"
    `);
  });
});

test('a count of one is in the singular', async ({ playground }) => {
  const record = (id: string, rest: string) => `{"id": "${id}", ${rest}}`;
  await playground.fill(`{"now": 1000, "sources": {
    "gamma": {"records": [${record('a', '"value": 1')}, ${record('b', '"value": 1')}]},
    "delta": {"records": [${record('a', '"value": 1')}, ${record('b', '"value": 2, "timestamp": 0')},
      ${record('b', '"value": 2, "timestamp": 0')}, ${record('c', '"value": null')}]}}}`);
  for (const [name, heading] of [
    ['cache.hits', '1 record that repeats an earlier one'],
    ['validation_errors', '1 record that breaks the contract'],
    ['stale_records', '1 record that is too old'],
    ['reconciliation.matched', '1 id on which the sources agree'],
    ['reconciliation.mismatched', '1 id on which the sources differ'],
    ['reconciliation.single_source', '1 id that only one source has'],
  ] as const) {
    await number(playground, name).click();
    await expect(explanation(playground).getByRole('heading').first()).toHaveText(heading);
  }
});

test('the text is exactly Python’s, with or without a chosen number', async ({ playground }) => {
  for (const name of ['only_cache_off', 'reconcile_three_sources', 'only_adapt_off']) {
    const { input, summary } = caseNamed(name);
    await playground.fill(input);
    await playground.expectSummary(summary ?? '');
    await number(playground, 'records_out').click();
    await playground.expectSummary(summary ?? '');
  }
});

test('the last good summary below an exception is labelled as such, and is plain text', async ({
  playground,
}) => {
  await playground.fill(`${sample} !`);
  const past = playground.browser.locator('pp-summary[past]');
  await expect(past.getByRole('heading')).toHaveText(
    'The last good result, from before the exception',
  );
  await expect(past.locator('pre')).toContainText('"records_in": 6');
  await expect(past.locator('pre button')).toHaveCount(0);
});

test.describe('in one column', () => {
  test.use({ viewport: { width: 320, height: 640 } });

  for (const reducedMotion of ['reduce', 'no-preference'] as const)
    test(`the explanation of a number is scrolled into view beside it, motion: ${reducedMotion}`, async ({
      playground,
    }) => {
      await emulateMedia(playground.browser, { reducedMotion });
      await playground.load('Every outcome');
      await playground.show('Summary');
      const head = explanation(playground).getByRole('heading');
      for (const name of ['records_in', 'stale_records']) {
        await number(playground, name).click();
        await expect(head).toBeInViewport({ ratio: 1 });
        await expect(number(playground, name)).toBeFocused();
        // The number is at the top, so that as much as possible of its explanation is below.
        const top = async () => (await number(playground, name).boundingBox())?.y;
        await expect.poll(top).toBeLessThan(30);
        await expect(number(playground, name)).toBeInViewport({ ratio: 1 });
      }
      // Not if it was explained before.
      await playground.show('Log');
      await playground.browser.evaluate(() => scrollTo(0, 0));
      await playground.show('Summary');
      await expect(explanation(playground).getByRole('row').nth(1)).toBeAttached();
      expect(await playground.browser.evaluate(() => scrollY)).toBe(0);
    });
});

inEveryLook({
  'a number with its records': async (playground) => {
    await playground.showConfig();
    await playground.load('Every outcome');
    await playground.show('Summary');
    await number(playground, 'records_out').click();
    await expect(rows(playground, '10 records left').nth(1)).toBeVisible();
  },
});
