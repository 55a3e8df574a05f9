/** dist/pipeline-playground.html, opened as by a double click: from file://, without a network. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { test as bare, expect } from '@playwright/test';
import { caseNamed } from '../page/conformance.ts';
import { everything, Playground, sample } from '../page/page.ts';

const FILE = new URL('../../dist/pipeline-playground.html', `file://${__filename}`);
const course = caseNamed('course_sample').summary ?? '';

/** The open file. Fails at an error in the console, and if anything else is asked for. */
const test = bare.extend<{ playground: Playground }>({
  playground: async ({ page, context }, use) => {
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => {
      if (!/^(file:.*\/pipeline-playground\.html|blob:|data:)/.test(request.url()))
        complaints.push(`asked for ${request.url()}`);
    });
    await context.setOffline(true);
    await page.goto(FILE.href);
    await use(new Playground(page));
    expect(complaints).toEqual([]);
  },
});

test('it runs the sample, and each view shows it', async ({ playground }) => {
  await playground.fill(sample);
  await playground.expectSummary(course);
  const views = {
    Records: 'pp-records',
    Reconciliation: 'pp-reconciliation',
    Time: 'pp-time',
    Log: 'pp-log',
    Compare: 'pp-compare',
    Summary: 'pp-summary',
  };
  for (const [view, element] of Object.entries(views)) {
    await playground.show(view);
    await expect(playground.root.locator(element)).toBeVisible();
  }
  await playground.flag('cache').click();
  await expect(playground.summary).not.toContainText('"cache",');
  await playground.editor.press('Control+z');
  await playground.expectSummary(course);
});

test('what is loaded later is in it', async ({ playground, page }) => {
  await expect(playground.summary).toContainText('"records_in": 13');
  await playground.editor.press('Control+f');
  await expect(playground.root.locator('.cm-search')).toBeVisible();
  await page.keyboard.press('Escape');
  await playground.fill('{"now": "yesterday", "sources": {"alpha": {"records": [1,]}}}');
  await expect(playground.exception).toContainText('JSONDecodeError');
  await playground.fill(everything);
  await expect(playground.summary).toContainText('"records_in": 13');
  await playground.button(/records_out/).click();
  await expect(playground.root.locator('pp-explanation')).toContainText('10 records left');
});

test('a big text is run by a worker', async ({ playground, page }) => {
  const worker = page.waitForEvent('worker');
  await playground.fill(JSON.stringify({ ...JSON.parse(sample), padding: 'x'.repeat(60_000) }));
  expect((await worker).url()).toMatch(/^blob:/);
  await playground.expectSummary(course);
});

test('it keeps the text', async ({ playground, page }) => {
  await playground.fill('{"now": 3}');
  await playground.expectSummary(caseNamed('empty_object').summary ?? '');
  await page.waitForTimeout(1500);
  await page.reload();
  await playground.expectText('{"now": 3}');
});

bare('nothing in it can be read as the end of its script, or as an address', () => {
  const text = readFileSync(fileURLToPath(FILE), 'utf8');
  expect(text.match(/<script|<\/script|<!--/gi)).toEqual(['<script', '</script']);
  const page = text.replace(/<script[\s\S]*<\/script>/, '');
  expect(page).not.toMatch(/(?:src|href)="(?!data:)/);
  expect(page).toContain("default-src 'none'");
  expect(page).not.toMatch(/'unsafe-|connect-src/);
  // The engine is in it once, and not by its address.
  expect(text.includes('_bg.wasm')).toBe(false);
});
