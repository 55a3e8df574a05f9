/** What is in the page has a bound, however long a value or a list is, and the rest can be seen. */
import type { Locator } from '@playwright/test';
import { expect, test } from '../page.ts';

const file = (sources: object, rest = {}) =>
  Buffer.from(JSON.stringify({ now: 1, ...rest, sources }));

/** How many elements a view has, those in its inner elements too, and how many characters of text. */
const sizeOf = (view: Locator) =>
  view.evaluate((root) => {
    let [elements, characters] = [0, 0];
    const count = (node: ParentNode) => {
      for (const one of node.querySelectorAll('*')) {
        elements += 1;
        if (one.localName !== 'style') characters += (one.getAttribute('title') ?? '').length;
        if (one.shadowRoot) count(one.shadowRoot);
      }
      for (const child of node.childNodes)
        characters +=
          node instanceof ShadowRoot || child.nodeType === 1 ? (child.textContent ?? '').length : 0;
    };
    if (root.shadowRoot) count(root.shadowRoot);
    return { elements, characters };
  });

test('of a value of 30 MB, a part is in the page, and the others on request', async ({
  playground,
}) => {
  const value = `first${'x'.repeat(30_000_000)}last`;
  await playground.drop('long.json', file({ gamma: { records: [{ id: 1, value }] } }));
  await playground.show('Records');
  const view = playground.browser.locator('pp-records');
  await view.getByRole('row', { name: /gamma\[0\]/ }).click();
  const record = playground.browser.locator('pp-record');
  const more = record.getByRole('button', { name: 'Show all 30,000,011 characters' }).first();
  await more.click();
  await expect(record).toContainText('characters 1 to 20,000 of 30,000,011');
  const next = record.getByRole('button', { name: 'Next part' });
  await next.click();
  await expect(record).toContainText('characters 20,001 to 40,000 of 30,000,011');
  await expect(next).toBeFocused();
  await record.getByRole('button', { name: 'Previous part' }).click();
  await expect(record).toContainText('"first');
  await expect(record.getByRole('button', { name: 'Previous part' })).toBeDisabled();
  expect((await sizeOf(view)).characters).toBeLessThan(300_000);
});

test('of a record with very many fields, 100 are in the page, and more on request', async ({
  playground,
}) => {
  const record = Object.fromEntries(Array.from({ length: 30_000 }, (_, i) => [`k${i}`, i]));
  await playground.drop('fields.json', file({ gamma: { records: [record] } }));
  await playground.show('Records');
  const view = playground.browser.locator('pp-records');
  await view.getByRole('row', { name: /gamma\[0\]/ }).click();
  const detail = playground.browser.locator('pp-record');
  await expect(detail.locator('tbody tr')).toHaveCount(100);
  await expect(detail).toContainText('… and 29,901 more');
  await detail.getByRole('button', { name: 'Show 100 more' }).click();
  await expect(detail.locator('tbody tr')).toHaveCount(200);
  await expect(detail.locator('tbody tr').last()).toContainText('k199');
  await expect(detail).toContainText('… and 29,801 more');
});

test('of 100,000 sources under one key, few are in the page, and more on request', async ({
  playground,
}) => {
  const source = (i: number) => ({
    records: [{ id: 'k', value: i === 70_000 ? 'other' : 'same' }],
  });
  const all = Object.fromEntries(Array.from({ length: 100_000 }, (_, i) => [`s${i}`, source(i)]));
  await playground.drop('sources.json', file(all));
  await playground.show('Reconciliation');
  const view = playground.browser.locator('pp-reconciliation');
  const row = view.getByRole('row', { name: /mismatched/ });
  await expect(row).toContainText('… and 99,992 more');
  expect((await sizeOf(view)).elements).toBeLessThan(2000);
  await row.click();
  const claims = playground.browser.locator('pp-claims');
  await expect(claims.locator('li')).toHaveCount(20);
  await expect(claims.locator('li').last()).toContainText('s70000');
  await expect(claims).toContainText('… and 99,980 more');
  await claims.getByRole('button', { name: 'Show 100 more' }).click();
  await expect(claims.locator('li')).toHaveCount(119);
  await expect(claims.locator('li').last()).toContainText('s117');
  expect((await sizeOf(view)).elements).toBeLessThan(3000);
  // The record's own value is listed, although it is not among the first ones.
  await playground.show('Records');
  await playground.button('adapt').click();
  await expect(playground.browser.locator('pp-records')).toContainText(
    'No adapter knows s0, s1, s2 and 99,997 more: all passed through unchanged.',
  );
  await playground.button('reconcile').click();
  await playground.browser.getByRole('grid', { name: 'Records at reconcile' }).focus();
  await playground.browser.keyboard.press('End');
  const detail = playground.browser.locator('pp-record');
  await expect(detail.locator('tbody tr')).toHaveCount(21);
  await expect(detail.locator('tbody tr').last()).toContainText(/s99999\[0\]\s+"same"/);
  await expect(detail).toContainText('… and 99,979 more');
});

test('a long message is cut in the log', async ({ playground }) => {
  const records = [{ id: 'x'.repeat(3_000_000) }];
  const required_fields = Array.from({ length: 1000 }, (_, i) => `f${i}`);
  await playground.drop('log.json', file({ gamma: { records } }, { required_fields }));
  await playground.show('Log');
  await expect(playground.logLines.last()).toContainText(
    /x{1900} … and 3,00\d,\d\d\d more charactersgamma\[0\], line 1$/,
  );
  await playground.show('Records');
  await playground.button('validate').click();
  await playground.browser.locator('pp-records').getByRole('row').nth(1).click();
  await expect(playground.browser.locator('pp-record')).toContainText('… and 980 more');
  await expect(playground.browser.locator('pp-record')).toContainText('f19 is absent and 980 more');
});
