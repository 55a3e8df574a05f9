/** Accessibility checks for every view, in both colour schemes, wide and narrow. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type axe from 'axe-core';
import { expect, isFirefox, type Playground, test } from './page.ts';

const axeScript = readFileSync(
  join(__dirname, '../../www/node_modules/axe-core/axe.min.js'),
  'utf8',
);

/**
 * Expects that axe finds no violation in the page, in light and in dark colours, and that nothing is wider than the
 * window.
 */
export async function expectNoViolations({ browser }: Playground): Promise<void> {
  await browser.evaluate(axeScript);
  // A result that is out of date is dimmed, so its contrast should not be measured.
  await expect(browser.locator('pp-results [aria-busy="true"]')).toHaveCount(0);
  // Playwright emulates no media in Firefox.
  const schemes = isFirefox(browser) ? (['light'] as const) : (['light', 'dark'] as const);
  for (const colorScheme of schemes) {
    await browser.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await browser.evaluate(() => Promise.all(document.getAnimations().map((one) => one.finished)));
    // The other rules find the same in both.
    const rules = colorScheme === 'light' ? undefined : ['color-contrast'];
    const found = await browser.evaluate(async (rules) => {
      const { run } = (window as unknown as { axe: typeof axe }).axe;
      const { violations, passes } = await run(rules ? { runOnly: rules } : {});
      if (passes.length === 0) throw new Error('axe checked nothing');
      return violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ target }) => target) }));
    }, rules);
    expect(found, colorScheme).toEqual([]);
  }
  const [width, room] = await browser.evaluate(() => [
    document.documentElement.scrollWidth,
    innerWidth,
  ]);
  expect(width).toBeLessThanOrEqual(room ?? 0);
}

/** Expects that axe finds no violation in a part of a page that is not ours, and that the page does not scroll sideways. */
export async function expectNoViolationsIn(browser: Page, part: string): Promise<void> {
  await browser.evaluate(axeScript);
  const found = await browser.evaluate(async (part) => {
    const { run } = (window as unknown as { axe: typeof axe }).axe;
    const { violations, passes } = await run(part);
    if (passes.length === 0) throw new Error('axe checked nothing');
    return violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ target }) => target) }));
  }, part);
  expect(found).toEqual([]);
  const scrolled = await browser.evaluate(() => {
    scrollTo(1000, scrollY);
    return scrollX;
  });
  expect(scrolled).toBe(0);
}

/** Tests states of the page, by name, wide and narrow. Each has a function that brings the page into the state. */
export function inEveryLook(states: Record<string, (playground: Playground) => Promise<void>>) {
  for (const width of [1280, 320])
    test.describe(`${width} px wide`, () => {
      test.use({ viewport: { width, height: 800 } });

      for (const [name, reach] of Object.entries(states))
        test(`${name}: no axe violations, no sideways scrolling`, async ({ playground }) => {
          await reach(playground);
          await expectNoViolations(playground);
        });
    });
}
