/** What is on paper: the whole config and the open view, without what can only be pressed. */
import { emulateMedia, everything, expect, type Playground, sample, test } from '../page.ts';

async function print({ browser }: Playground): Promise<void> {
  await emulateMedia(browser, { media: 'print' });
  await browser.evaluate(() => dispatchEvent(new Event('beforeprint')));
}

test('the whole config, with numbered lines', async ({ playground }) => {
  // Too low for all lines: the editor has only the visible ones.
  await playground.browser.setViewportSize({ width: 1280, height: 720 });
  await playground.load('Every outcome');
  await print(playground);
  const printed = playground.root.locator('pre.printed');
  await expect(printed).toBeVisible();
  const lines = (await printed.textContent())?.split('\n');
  const expected = everything.split('\n');
  expect(lines?.map((line) => line.slice(4))).toEqual(expected);
  expect(lines?.[8]).toBe(` 9  ${expected[8]}`);
  await expect(playground.editor).toBeHidden();

  await emulateMedia(playground.browser, { media: 'screen' });
  await playground.browser.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect(printed).toHaveCount(0);
  await expect(playground.editor).toBeVisible();
});

test('the summary with its numbers, and no command', async ({ playground }) => {
  await print(playground);
  await expect(playground.button('records_in: 6')).toBeVisible();
  // Those in the flow and in the summary are numbers. No other button is on paper.
  const buttons = playground.root.locator('button:not(pp-flow button, pp-summary pre button)');
  expect(await buttons.count()).toBeGreaterThan(5);
  for (const button of await buttons.all()) await expect(button).toBeHidden();
  await expect(playground.root.locator('.said, .hint').filter({ visible: true })).toHaveCount(0);
  await expect(playground.tab('Records')).toBeHidden();
});

test('dark screens are light on paper', async ({ playground }) => {
  await emulateMedia(playground.browser, { colorScheme: 'dark' });
  const colour = () => playground.summary.evaluate((pre) => getComputedStyle(pre).color);
  const dark = await colour();
  await print(playground);
  expect(await colour()).not.toBe(dark);
});

test('every row of a list, up to 500, and how many more there are', async ({ playground }) => {
  const records = Array.from({ length: 620 }, (_, i) => ({ id: i, value: 'x'.repeat(i % 90) }));
  await playground.fill(JSON.stringify({ sources: { gamma: { records } } }));
  await playground.show('Records');
  await expect(playground.root.getByRole('row').nth(1)).toContainText('gamma[');
  await print(playground);
  const rows = playground.root.getByRole('grid').getByRole('row');
  await expect(rows).toHaveCount(501);
  await expect(rows.nth(500)).toContainText('gamma[499]');
  await expect(playground.root.getByText('… and 120 more')).toBeVisible();
  // No text is cut on paper, and no row is on another.
  const [one, next] = await Promise.all([rows.nth(90).boundingBox(), rows.nth(91).boundingBox()]);
  expect(one && next && one.y + one.height).toBeLessThanOrEqual(next?.y ?? 0);
  await expect(rows.nth(90)).toContainText('x'.repeat(89));
});

test.describe('in one column', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('the config is printed too', async ({ playground }) => {
    await print(playground);
    const text = playground.root.locator('pre.plain');
    await expect(text).toBeVisible();
    expect(await text.textContent()).toBe(sample);
    await expect(playground.summary).toBeVisible();
  });

  test('the config is printed as in two columns, if it was opened', async ({ playground }) => {
    await playground.show('Config');
    await expect(playground.editor).toBeVisible();
    await playground.show('Summary');
    await print(playground);
    await expect(playground.root.locator('pre.printed')).toBeVisible();
    await expect(playground.summary).toBeVisible();
  });
});
