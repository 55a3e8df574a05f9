/** Accessibility checks for every view, in both colour schemes, wide and narrow. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type axe from 'axe-core';
import { expect, type Playground, test } from './page.ts';

const axeScript = readFileSync(
  join(__dirname, '../../www/node_modules/axe-core/axe.min.js'),
  'utf8',
);

/** Expects that axe finds no violation in the page, and that nothing is wider than the window. */
export async function expectNoViolations({ browser }: Playground): Promise<void> {
  await browser.evaluate(axeScript);
  // A result that is out of date is dimmed, so its contrast should not be measured.
  await expect(browser.locator('pp-results [aria-busy="true"]')).toHaveCount(0);
  await browser.evaluate(() => Promise.all(document.getAnimations().map((one) => one.finished)));
  const found = await browser.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run();
    return violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ target }) => target) }));
  });
  expect(found).toEqual([]);
  const [width, room] = await browser.evaluate(() => [
    document.documentElement.scrollWidth,
    innerWidth,
  ]);
  expect(width).toBeLessThanOrEqual(room ?? 0);
}

/** Tests states of the page, by name. Each has a function that brings the page into the state. */
export function inEveryLook(states: Record<string, (playground: Playground) => Promise<void>>) {
  for (const colorScheme of ['light', 'dark'] as const)
    for (const width of [1280, 320])
      test.describe(`${colorScheme}, ${width} px wide`, () => {
        test.use({ colorScheme, viewport: { width, height: 800 } });

        for (const [name, reach] of Object.entries(states))
          test(`${name}: no axe violations, no sideways scrolling`, async ({ playground }) => {
            await reach(playground);
            await expectNoViolations(playground);
          });
      });
}
