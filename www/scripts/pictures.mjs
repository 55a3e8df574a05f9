/**
 * Takes the pictures in docs/ of the built page, in a real Chromium: `node scripts/pictures.mjs`. The one of a big file
 * needs the workload of the benches, target/bench/workload-100k.json, and is skipped without it.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { findChromium, servePage } from './page.mjs';

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const WORKLOAD = path('../../target/bench/workload-100k.json');
const WIDE = { width: 1280, height: 900 };

/** What is done in the page before each picture. */
const PICTURES = {
  playground: {
    viewport: WIDE,
    async prepare(page) {
      await page.locator('.cm-line', { hasText: '"uid": "order_001"' }).last().click();
      await page.getByRole('button', { name: /records_out/ }).click();
      await page.getByText('10 records left').waitFor();
    },
  },
  dark: {
    viewport: WIDE,
    colorScheme: 'dark',
    async prepare(page) {
      await page.getByRole('tab', { name: 'Reconciliation' }).click();
      await page.getByRole('gridcell', { name: 'order_006' }).click();
      await page.getByText('json.dumps keeps the order').waitFor();
    },
  },
  exception: {
    viewport: WIDE,
    async prepare(page) {
      const line = page.locator('.cm-line', { hasText: '1699999399' });
      await line.scrollIntoViewIfNeeded();
      await line.getByText('1699999399').dblclick();
      await page.keyboard.insertText('"yesterday"');
      await page.getByText('unsupported operand').first().waitFor();
    },
  },
  narrow: {
    viewport: { width: 360, height: 865 },
    async prepare(page) {
      await page.getByRole('tab', { name: 'Stages' }).click();
    },
  },
  big: {
    viewport: WIDE,
    needs: WORKLOAD,
    async prepare(page) {
      await page.locator('input[type=file]').setInputFiles(WORKLOAD);
      await page.getByText('100,000 in, 100,000 out').waitFor();
      await page.getByRole('tab', { name: 'Records' }).click();
      await page.getByRole('button', { name: 'validate', exact: true }).click();
      await page.getByRole('gridcell', { name: 'alpha[5]' }).click();
      await page.getByText('Record after adapt').waitFor();
    },
  },
};

const { address, stop } = await servePage(9400);
const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
for (const [name, { viewport, colorScheme, needs, prepare }] of Object.entries(PICTURES)) {
  if (needs && !existsSync(needs)) {
    console.log(`${name}: skipped, there is no ${needs}`);
    continue;
  }
  const page = await browser.newPage({ viewport, colorScheme, reducedMotion: 'reduce' });
  await page.goto(address);
  const config = page.getByRole('tab', { name: 'Config' });
  if (await config.count()) await config.click();
  await page.getByRole('button', { name: 'Samples' }).click();
  await page.getByRole('button', { name: /^Every outcome/ }).click();
  await page
    .getByText('"records_in": 13')
    .or(page.getByRole('tab', { name: 'Stages' }))
    .first()
    .waitFor();
  await prepare(page);
  // What was announced hides the end of the status line for a while.
  await page.locator('.said').waitFor({ state: 'detached' });
  await page.waitForTimeout(500);
  await page.screenshot({ path: path(`../../docs/${name}.png`) });
  console.log(`docs/${name}.png`);
  await page.close();
}
await browser.close();
stop();
