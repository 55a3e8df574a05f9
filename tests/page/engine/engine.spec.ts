/** The engine: loading, failures, long runs, crashes. The learner's text is kept in every case. */
import type { Page } from '@playwright/test';
import { caseNamed } from '../conformance.ts';
import { please, tamper, tamperWithPage } from '../faults.ts';
import { expect, expectNotLoaded, openWith, Playground, sample, test } from '../page.ts';

test('while the engine loads, the page says so, and typed text is not lost', async ({
  page,
  complaints: _,
}) => {
  const playground = new Playground(page);
  let load = () => {};
  const loaded = new Promise<void>((resolve) => {
    load = resolve;
  });
  await page.route('**/*.wasm', async (route) => {
    await loaded;
    await route.continue();
  });
  await page.clock.install();
  await openWith(page);
  await expect(page.locator('pp-results')).toContainText('Loading the engine…');
  // Even if it takes long, it is loading, not running.
  await page.clock.runFor(2000);
  await expect(page.getByRole('progressbar')).toHaveCount(0);
  await page.clock.resume();
  await expect(playground.flag('cache')).toHaveAttribute('aria-disabled', 'true');
  await playground.fill('{"sources": {"gamma": {"records": [{"id": 1, "value": 1}]}}}');
  load();
  await expect(playground.summary).toContainText('"records_in": 1');
  await expect(playground.flag('cache')).toHaveAttribute('aria-disabled', 'false');
});

test('an element that is moved in the document keeps working', async ({ playground }) => {
  await playground.fill('{"now": 3}');
  await playground.browser.evaluate(() => {
    const element = document.querySelector('pipeline-playground');
    element?.remove();
    document.body.append(element as Element);
  });
  await playground.expectText('{"now": 3}');
  await playground.flag('cache').click();
  await expect(playground.summary).not.toContainText('"cache",');
  await playground.editor.press('Control+z');
  await playground.editor.press('Control+z');
  await playground.expectText(sample);
  await playground.expectSummary(caseNamed('course_sample').summary ?? '');
});

test('the wasm file may have a wrong content type', async ({ page, complaints: _ }) => {
  await page.route('**/*.wasm', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { 'content-type': 'application/octet-stream' } });
  });
  await new Playground(page).open();
});

test('if the engine cannot be loaded, the page says so, and it can be tried again', async ({
  page,
  complaints,
}) => {
  const playground = new Playground(page);
  await page.route('**/*.wasm', (route) => route.fulfill({ status: 503, body: '' }));
  await openWith(page);
  await expect(page.locator('pp-results')).toContainText('The engine could not be loaded');
  await expect(page.locator('pp-results')).toContainText('503');
  await expect(playground.status).toHaveText('The engine could not be loaded.');
  await playground.expectText(sample);
  // The only expected complaint: the browser's own, about the server's response.
  expectNotLoaded(page, complaints);
  await page.unroute('**/*.wasm');
  await playground.button('Try again').click();
  await playground.expectSummary(caseNamed('course_sample').summary ?? '');
});

/** Counts the workers that the page starts. */
function countWorkers(page: Page): () => number {
  let count = 0;
  page.on('worker', () => count++);
  return () => count;
}

test('a small text is run without a worker, a big one with a worker', async ({
  page,
  complaints: _,
}) => {
  const workers = countWorkers(page);
  const playground = new Playground(page);
  await playground.open();
  await playground.flag('cache').click();
  await playground.expectSummary(caseNamed('only_cache_off').summary ?? '');
  const config = (length: number) => `{"now": 1, "note": "${'x'.repeat(length - 22)}"}`;
  await playground.fill(config(50_000));
  await expect(page.locator('pp-status')).toContainText('0 records');
  await expect(playground.summary).toContainText('"records_in": 0');
  expect(workers()).toBe(0);
  await playground.fill(config(50_001));
  await expect.poll(workers).toBe(1);
  await expect(playground.summary).toContainText('"records_in": 0');
  // The worker ends once it is no longer needed.
  expect(page.workers()).toHaveLength(1);
  await playground.fill(sample);
  await playground.expectSummary(caseNamed('course_sample').summary ?? '');
  expect(page.workers()).toHaveLength(0);
});

test('runs to compare with a big pinned run are made in the worker, until it is unpinned', async ({
  page,
  complaints: _,
}) => {
  const workers = countWorkers(page);
  const playground = new Playground(page);
  await playground.open();
  const rows = page.locator('pp-compare').getByRole('table', { name: 'Summary' }).getByRole('row');
  const records_in = rows.filter({ hasText: 'records_in' }).getByRole('cell');
  const records = Array.from({ length: 3000 }, (_, id) => ({ id, value: 'in the worker' }));
  const big = JSON.stringify({ now: 1, sources: { gamma: { records } } }).replaceAll('},', '},\n');
  await playground.pasteAll([big]);
  await expect(playground.summary).toContainText('"records_in": 3000');
  await playground.show('Compare');
  await page.locator('pp-compare').getByRole('button', { name: 'Pin this run' }).click();
  await playground.fill(sample);
  await expect(records_in).toHaveText(['3000', '6']);
  expect(workers()).toBe(1);
  expect(page.workers()).toHaveLength(1);
  await page.locator('pp-compare').getByRole('button', { name: 'Unpin' }).click();
  await playground.flag('cache').click();
  await expect.poll(() => page.workers().length).toBe(0);
  // The other way round: the small pinned config is run again in the worker.
  await page.locator('pp-compare').getByRole('button', { name: 'Pin this run' }).click();
  await playground.pasteAll([big]);
  await expect(records_in).toHaveText(['6', '3000']);
});

test("after a crash on the page's own thread, the page says so, and a worker answers", async ({
  page,
  complaints: _,
}) => {
  await tamperWithPage(page, 'trap');
  const workers = countWorkers(page);
  const playground = new Playground(page);
  await playground.open();
  await playground.fill('{"please": 1}');
  await expect(page.locator('pp-results')).toContainText('The engine crashed');
  await expect(playground.status).toContainText('The engine crashed');
  await playground.expectText('{"please": 1}');
  expect(workers()).toBe(0);
  await playground.fill(sample);
  await playground.expectSummary(caseNamed('course_sample').summary ?? '');
  await playground.flag('cache').click();
  await playground.expectSummary(caseNamed('only_cache_off').summary ?? '');
  await playground.browser
    .locator('pp-summary')
    .getByRole('button', { name: /records_in/ })
    .click();
  await expect(page.locator('pp-explanation')).toContainText('alpha[0]');
  expect(workers()).toBe(1);
});

for (const again of ['Try again', 'another file'])
  test(`if the worker cannot be loaded, the page says so, and runs small texts without it: ${again}`, async ({
    page,
    complaints: _,
  }) => {
    await page.route(/worker-.*\.js$/, (route) => route.fulfill({ status: 503, body: '' }));
    const playground = new Playground(page);
    await playground.open();
    await playground.drop(...please());
    await expect(page.locator('pp-results')).toContainText('The engine could not be loaded');
    await playground.fill(sample);
    await playground.expectSummary(caseNamed('course_sample').summary ?? '');
    await playground.drop(...please());
    await expect(page.locator('pp-results')).toContainText('The engine could not be loaded');
    await page.unroute(/worker-.*\.js$/);
    if (again === 'Try again') await playground.button(again).click();
    else await playground.drop(...please());
    await expect(playground.summary).toContainText('"records_in": 0');
  });

test('after a crash, the page says so, keeps the text, and the next edit runs on a new engine', async ({
  page,
  complaints: _,
}) => {
  await tamper(page, 'trap');
  const playground = new Playground(page);
  const workers = countWorkers(page);
  await playground.open();
  await playground.drop(...please());
  await expect(page.locator('pp-results')).toContainText('The engine crashed');
  await expect(playground.status).toContainText('The engine crashed');
  // The config that trapped is not run again. A new worker is ready before the next edit.
  await expect.poll(workers).toBe(2);
  await expect(playground.summary).toHaveCount(0);
  await playground.expectText('{"please": 1}');
  await playground.fill(sample);
  await playground.expectSummary(caseNamed('course_sample').summary ?? '');
  await playground.flag('cache').click();
  await playground.expectSummary(caseNamed('only_cache_off').summary ?? '');
});

test('a long run is shown as such, and can be cancelled', async ({ page, complaints: _ }) => {
  await tamper(page, 'stall');
  const playground = new Playground(page);
  await playground.open();
  await playground.drop(...please());
  await expect(page.getByRole('progressbar')).toBeVisible();
  await playground.button('Cancel').click();
  await expect(page.locator('pp-results')).toContainText('Cancelled');
  await expect(page.getByRole('progressbar')).toHaveCount(0);
  await expect(page.locator('pp-results .outcome')).toBeFocused();
  await playground.expectText('{"please": 1}');
  await playground.fill(sample);
  await playground.expectSummary(caseNamed('course_sample').summary ?? '');
});

test('a newer input stops an older run that never ends', async ({ page, complaints: _ }) => {
  await tamper(page, 'stall');
  const playground = new Playground(page);
  await playground.open();
  await playground.drop(...please());
  // Once with an input for the page's thread, and once with one for a new worker.
  await playground.fill(caseNamed('only_validate_off').input);
  await playground.expectSummary(caseNamed('only_validate_off').summary ?? '');
  await playground.drop(...please());
  await playground.drop('file.json', Buffer.from(caseNamed('only_cache_off').input));
  await playground.expectSummary(caseNamed('only_cache_off').summary ?? '');
});

test('the wasm is fetched once, even if several workers are started', async ({
  page,
  complaints: _,
}) => {
  let fetched = 0;
  page.on('request', (request) => {
    if (request.url().endsWith('.wasm')) fetched++;
  });
  await tamper(page, 'stall');
  const playground = new Playground(page);
  await playground.open();
  const workers = countWorkers(page);
  await playground.drop(...please());
  // Its run has begun: another file before that would be run by the same worker.
  await expect(playground.button('Cancel')).toBeVisible();
  await playground.drop(...please('{"now": 2}'));
  await expect.poll(workers).toBe(2);
  await playground.fill('{}');
  await playground.expectSummary(caseNamed('empty_object').summary ?? '');
  expect(fetched).toBe(1);
});

test('a long run shows how far it has got', async ({ page, complaints: _ }) => {
  await tamper(page, 'slow');
  const playground = new Playground(page);
  await playground.open();
  const records = Array.from({ length: 20_000 }, (_, id) => ({ id, value: [1, 2, 3] }));
  await playground.drop(
    'long.json',
    Buffer.from(JSON.stringify({ sources: { gamma: { records } } })),
  );
  const progress = page.getByRole('progressbar');
  await expect(progress).toHaveAttribute('max');
  await expect(playground.summary).toContainText('"records_in": 20000');
  await expect(progress).toHaveCount(0);
});
