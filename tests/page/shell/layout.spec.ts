/** What is in sight at first, on screens of several sizes, and what moves while the page loads. */
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../page.ts';

const WASM = /\/assets\/[^/]+\.wasm$/;

/** How many pixels of an element's height are in the window. */
async function heightInSight(page: Page, element: Locator): Promise<number> {
  const box = await element.boundingBox();
  const { height } = page.viewportSize() ?? { height: 0 };
  return box ? Math.min(height, box.y + box.height) - Math.max(0, box.y) : 0;
}

for (const [width, height] of [
  [1280, 720],
  [1366, 768],
  [1440, 900],
  [768, 1024],
] as const)
  test(`${width} × ${height} pixels show the whole summary and the status line`, async ({
    playground,
  }) => {
    await playground.browser.setViewportSize({ width, height });
    await playground.load('Every outcome');
    const { summary } = playground;
    const status = playground.root.locator('pp-status footer');
    await expect(summary).toContainText('"single_source": 1');
    const hidden = await summary.evaluate((pre) => pre.scrollHeight - pre.clientHeight);
    expect(hidden).toBe(0);
    for (const part of [summary, status]) {
      const box = await part.boundingBox();
      expect(await heightInSight(playground.browser, part)).toBe(box?.height);
    }
    const scroll = await playground.browser.evaluate(() => document.body.scrollHeight);
    expect(scroll).toBe(height);
    // The buttons above the config are in one line.
    const buttons = playground.root.locator('pp-config header > button');
    const tops = await buttons.evaluateAll((all) =>
      all.map((one) => one.getBoundingClientRect().y),
    );
    expect(new Set(tops).size).toBe(1);
  });

test.describe('a laptop of 1280 × 720 pixels, zoomed to 150 %', () => {
  test.use({ viewport: { width: 853, height: 480 } });

  test('shows flags, config and summary together', async ({ playground }) => {
    const { browser, editor, summary } = playground;
    expect(await heightInSight(browser, playground.flag('reconcile'))).toBeGreaterThanOrEqual(16);
    for (const part of [editor, summary])
      expect(await heightInSight(browser, part)).toBeGreaterThan(60);
  });
});

test.describe('a tablet held upright', () => {
  test.use({ viewport: { width: 768, height: 1024 } });

  test('has the config beside the whole summary, and uses its height', async ({ playground }) => {
    const [editor, summary] = await Promise.all([
      playground.editor.boundingBox(),
      playground.summary.boundingBox(),
    ]);
    expect(editor?.x).toBeLessThan(summary?.x ?? 0);
    expect(await heightInSight(playground.browser, playground.summary)).toBe(summary?.height);
    const status = await playground.root.locator('pp-status').boundingBox();
    expect(status?.y).toBeGreaterThan(900);
  });
});

test('the list of records has more room until one is chosen', async ({ playground }) => {
  await playground.browser.setViewportSize({ width: 1280, height: 900 });
  await playground.load('Every outcome');
  await playground.show('Records');
  const list = playground.root.getByRole('grid');
  const row = list.getByRole('row').nth(5);
  await expect(row).toContainText('beta[0]');
  const before = await list.evaluate((grid) => grid.clientHeight);
  await row.click();
  await expect(row).toHaveAttribute('aria-selected', 'true');
  await expect
    .poll(() => list.evaluate((grid) => grid.clientHeight))
    .toBeLessThanOrEqual(before - 60);
  await expect(row).toBeInViewport();
});

test('a count of zero has no alarming colour', async ({ playground }) => {
  const bar = (words: string) => playground.root.locator('.bars > span', { hasText: words });
  const colour = (bar: Locator) => bar.evaluate((one) => getComputedStyle(one).color);
  const red = await colour(bar('1 mismatched'));
  await playground.fill(
    '{"sources": {"x": {"records": [{"id": 1, "value": 1}]}, "y": {"records": []}}}',
  );
  await expect(bar('0 mismatched')).toBeVisible();
  expect(await colour(bar('0 mismatched'))).not.toBe(red);
  expect(await colour(bar('0 mismatched'))).toBe(await colour(bar('0 matched')));
});

for (const [width, height] of [
  [1280, 720],
  [390, 844],
] as const)
  test(`hardly anything moves during a slow load, ${width} px wide`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          shifts.push((entry as PerformanceEntry & { value: number }).value);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.route(WASM, async (route) => {
      await page.waitForTimeout(700);
      await route.continue();
    });
    await page.goto('./');
    await expect(page.locator('pp-summary pre')).toBeVisible();
    // Two frames later, everything has been drawn and reported.
    const shifts = await page.evaluate(async () => {
      for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame);
      return (window as unknown as { shifts: number[] }).shifts;
    });
    expect(shifts.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(0.05);
  });
