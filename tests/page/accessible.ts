/** What every view has to be for everyone, in both schemes, wide and narrow. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type axe from 'axe-core';
import { expect, type Playground, test } from './page.ts';

const axeScript = readFileSync(
  join(__dirname, '../../www/node_modules/axe-core/axe.min.js'),
  'utf8',
);

/** Nothing for axe to say of the page as it is, and nothing wider than the window. */
export async function expectNoViolations({ browser }: Playground): Promise<void> {
  await browser.evaluate(axeScript);
  // What is out of date for a while is dimmed, which is no contrast to measure.
  await expect(browser.locator('pp-results [aria-busy="true"]')).toHaveCount(0);
  await browser.evaluate(() => Promise.all(document.getAnimations().map((one) => one.finished)));
  const found = await browser.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run();
    return violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ target }) => target) }));
  });
  expect(found).toEqual([]);
  const [wide, room] = await browser.evaluate(() => [
    document.documentElement.scrollWidth,
    innerWidth,
  ]);
  expect(wide).toBeLessThanOrEqual(room ?? 0);
}

/** Tests states of the page, by name; each with the way there. */
export function inEveryLook(states: Record<string, (playground: Playground) => Promise<void>>) {
  for (const colorScheme of ['light', 'dark'] as const)
    for (const width of [1280, 320])
      test.describe(`${colorScheme}, ${width} px wide`, () => {
        test.use({ colorScheme, viewport: { width, height: 800 } });

        for (const [name, reach] of Object.entries(states))
          test(`${name}: nothing for axe to say, no sideways scrolling`, async ({ playground }) => {
            await reach(playground);
            await expectNoViolations(playground);
          });
      });
}
