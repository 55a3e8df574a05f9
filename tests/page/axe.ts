/** What axe says of the page as it is, and whether it is wider than its window. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type axe from 'axe-core';
import { expect, type Playground } from './page.ts';

const axeScript = readFileSync(
  join(__dirname, '../../www/node_modules/axe-core/axe.min.js'),
  'utf8',
);

export async function expectNoViolations({ browser }: Playground): Promise<void> {
  await browser.evaluate(axeScript);
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
