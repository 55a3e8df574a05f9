/** The project's own site: each example in it runs, and shows what is prerendered. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expectNoViolationsIn } from '../page/accessible.ts';
import { expect, Playground, test } from '../page/page.ts';

const pages = readdirSync(join(__dirname, '../../docs/pages'))
  .filter((name) => name.endsWith('.md'))
  .map((name) => (name === 'index.md' ? '' : name.replace('.md', '/')));

for (const address of pages)
  test(`${address || 'start'}: its examples run`, async ({ page, complaints: _ }) => {
    await page.goto(`docs/${address}`);
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
    const tags = page.locator('pipeline-playground');
    for (let i = 0; i < (await tags.count()); i++) {
      const tag = tags.nth(i);
      await tag.scrollIntoViewIfNeeded();
      const prerendered = await tag.locator('> pre').textContent();
      const playground = new Playground(page, tag);
      const start = playground.button('Run it here');
      if ((await tag.getAttribute('loading')) === 'click') await start.click();
      await expect(tag.locator('pp-results .outcome > *').first()).toBeVisible();
      await expect(tag.locator('> pre')).toBeHidden();
      const [summary, exception] = [playground.summary, playground.exception];
      if ((await summary.count()) > 0) await playground.expectSummary(prerendered ?? '');
      else if ((await exception.count()) > 0)
        await expect(exception).toContainText(prerendered ?? '');
    }
    if ((await tags.count()) > 0) await expectNoViolationsIn(page, 'pipeline-playground');
  });

test('it links to the playground', async ({ page, complaints: _ }) => {
  await page.goto('docs/');
  const href = await page.getByRole('link', { name: 'Open the playground' }).getAttribute('href');
  await page.goto(new URL(href ?? '', page.url()).href);
  await expect(new Playground(page).summary).toBeVisible();
});
