/** The playground in sites of the kinds that courses use, built by their own tools. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expectNoViolationsIn } from '../page/accessible.ts';
import { caseNamed } from '../page/conformance.ts';
import { expect, Playground, test } from '../page/page.ts';
import { HOSTS } from './hosts.mjs';

const course = caseNamed('course_sample').summary ?? '';
const built = join(__dirname, '../../target/hosts');

/** What the playground needs on a site of its own origin, and 'unsafe-inline' and data: for the site's own sake. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval' 'unsafe-inline'",
  "worker-src 'self'",
  "connect-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
].join('; ');

/** Those of the playground. The site's search may have one too. */
const workers = (page: Page) => page.workers().filter((one) => /playground|blob:/.test(one.url()));

const inContent = (page: Page, i: number) =>
  new Playground(page, page.locator('pipeline-playground').nth(i));

/** Presses a button of the site, or chooses its dark colours. */
async function switchTo(page: Page, part: string): Promise<void> {
  const control = page.locator(part).filter({ visible: true }).first();
  if (part.endsWith('select')) await control.selectOption('dark');
  else await control.click();
}

async function expectBoth(page: Page): Promise<void> {
  await expect(page.locator('pipeline-playground')).toHaveCount(2);
  for (const i of [0, 1]) {
    await page.locator('pipeline-playground').nth(i).scrollIntoViewIfNeeded();
    await inContent(page, i).expectSummary(course);
  }
}

for (const [name, { page: address, other, toggle, ours, shadow }] of Object.entries(HOSTS)) {
  if (ours || !existsSync(join(built, name))) continue;
  const start = `${name}/${address}`;

  test.describe(name, () => {
    test('two playgrounds, away and back ten times', async ({ page, complaints: _ }) => {
      await page.goto(start);
      await expectBoth(page);
      // A worker for a long text, which must not stay.
      await inContent(page, 1).fill(JSON.stringify({ now: 1, padding: 'x'.repeat(60_000) }));
      await expect(inContent(page, 1).summary).toContainText('"records_in": 0');
      expect(workers(page)).toHaveLength(1);
      for (let i = 0; i < 10; i++) {
        await page.getByRole('link', { name: 'Another page' }).first().click();
        await expect(page.getByText('Without a playground.')).toBeVisible();
        await expect(page.locator('pipeline-playground')).toHaveCount(0);
        expect(page.url()).toContain(other);
        await expect.poll(() => workers(page).length).toBe(0);
        await page.goBack();
        await expectBoth(page);
      }
      await inContent(page, 0).flag('cache').click();
      await expect(inContent(page, 0).summary).toContainText('"hits": 0');
    });

    test('its keys stay in it', async ({ page, complaints: _ }) => {
      await page.goto(start);
      await expectBoth(page);
      const whole = inContent(page, 1);
      await whole.showConfig();
      await whole.editor.click();
      await page.keyboard.press('Control+a');
      await page.keyboard.type('{"sources/');
      for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key);
      await page.keyboard.type(' p n s f');
      await expect(whole.editor).toBeFocused();
      expect(await whole.text()).toContain('{"sources/ p n s f');
      expect(new URL(page.url()).pathname).toBe(`/${start}`);
    });

    if (toggle)
      test('it follows the colours of the page', async ({ page, complaints: _ }) => {
        await page.emulateMedia({ colorScheme: 'light' });
        await page.goto(start);
        await expectBoth(page);
        const scheme = () =>
          page
            .locator('pp-playground')
            .first()
            .evaluate((one) => getComputedStyle(one).colorScheme);
        for (let i = 0; i < 3 && (await scheme()) !== 'dark'; i++) {
          for (const part of toggle) await switchTo(page, part);
          await page.waitForTimeout(100);
        }
        expect(await scheme()).toBe('dark');
      });

    test('a policy allows it', async ({ page, complaints: _ }) => {
      await page.route(`**/${start}`, async (route) => {
        const response = await route.fetch();
        const headers = { ...response.headers(), 'content-security-policy': POLICY };
        await route.fulfill({ response, headers });
      });
      await page.goto(start);
      await expectBoth(page);
      const worker = page.waitForEvent('worker', (one) => one.url().includes('/playground/'));
      await inContent(page, 1).fill(JSON.stringify({ now: 1, padding: 'x'.repeat(60_000) }));
      await worker;
      await expect(inContent(page, 1).summary).toContainText('"records_in": 0');
    });

    test('no accessibility violations, no sideways scrolling', async ({ page, complaints: _ }) => {
      for (const width of [1280, 390]) {
        await page.setViewportSize({ width, height: 900 });
        await page.goto(start);
        await expectBoth(page);
        await expectNoViolationsIn(page, shadow ?? 'pipeline-playground');
      }
    });
  });
}
