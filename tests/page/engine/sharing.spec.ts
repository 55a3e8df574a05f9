/** Several playgrounds on one page share the compiled module and the worker, and nothing else. */
import type { Page } from '@playwright/test';
import { caseNamed } from '../conformance.ts';
import { please, tamper, tamperWithPage } from '../faults.ts';
import { expect, openWith, Playground, sample, test } from '../page.ts';

const course = caseNamed('course_sample').summary ?? '';

async function openTwo(page: Page): Promise<[Playground, Playground]> {
  await openWith(
    page,
    `<pipeline-playground id="one"></pipeline-playground>
    <pipeline-playground id="other"></pipeline-playground>`,
  );
  const two = ['#one', '#other'].map((id) => new Playground(page, page.locator(id)));
  for (const playground of two) await playground.expectSummary(course);
  return two as [Playground, Playground];
}

/** A config with this many records. Files are run in the worker. */
function big(count: number): Buffer {
  const records = Array.from({ length: count }, (_, id) => ({ id, value: `big ${count}` }));
  return Buffer.from(JSON.stringify({ now: 1, sources: { gamma: { records } } }));
}

async function runBig(playground: Playground, count: number): Promise<void> {
  await playground.drop('big.json', big(count));
  await expect(playground.summary).toContainText(`"records_in": ${count}`);
}

/** Expects that the engine still answers questions about the shown run. */
async function expectAnswer(playground: Playground, answer: string): Promise<void> {
  await playground.root
    .locator('pp-summary')
    .getByRole('button', { name: /records_in/ })
    .click();
  await expect(playground.root.locator('pp-explanation')).toContainText(answer);
}

test('they share one module and one worker, which ends when the last one is removed', async ({
  page,
  complaints: _,
}) => {
  let fetched = 0;
  let workers = 0;
  page.on('request', (request) => {
    if (request.url().endsWith('.wasm')) fetched++;
  });
  page.on('worker', () => workers++);
  await page.addInitScript(() => {
    const counted = Object.assign(window, { compiled: 0 });
    for (const name of ['compile', 'compileStreaming'] as const) {
      const compile = WebAssembly[name] as (source: unknown) => Promise<WebAssembly.Module>;
      WebAssembly[name] = (source: unknown) => {
        counted.compiled++;
        return compile(source);
      };
    }
  });
  const [one, other] = await openTwo(page);
  await runBig(one, 3000);
  await runBig(other, 4000);
  await expectAnswer(one, 'gamma[0]');
  await expectAnswer(other, 'gamma[0]');
  await expect(one.summary).toContainText('"records_in": 3000');
  const compiled = () => page.evaluate(() => (window as unknown as { compiled: number }).compiled);
  expect([fetched, await compiled(), workers]).toEqual([1, 1, 1]);
  // A third one, added later, fetches nothing either.
  await page.evaluate(() => document.body.append(document.createElement('pipeline-playground')));
  await expect(page.locator('pp-summary')).toHaveCount(3);
  expect([fetched, await compiled(), workers]).toEqual([1, 1, 1]);
  await page.locator('#one').evaluate((element) => element.remove());
  expect(page.workers()).toHaveLength(1);
  await expect(other.summary).toContainText('"records_in": 4000');
  await page.locator('#other').evaluate((element) => element.remove());
  await expect.poll(() => page.workers().length).toBe(0);
  expect(workers).toBe(1);
});

test('cancelling in one does not affect the other', async ({ page, complaints: _ }) => {
  await tamper(page, 'stall');
  const [one, other] = await openTwo(page);
  await runBig(other, 3000);
  await one.drop(...please());
  await expect(one.root.getByRole('progressbar')).toBeVisible();
  // This question has to wait until the worker is free.
  await other.root
    .locator('pp-summary')
    .getByRole('button', { name: /records_in/ })
    .click();
  await one.button('Cancel').click();
  await expect(one.root.locator('pp-results')).toContainText('Cancelled');
  await expect(other.root.locator('pp-explanation')).toContainText('gamma[0]');
  await expect(other.summary).toContainText('"records_in": 3000');
  await one.fill(sample);
  await one.expectSummary(course);
});

test('an input waits for a long run of the other, and is run when that is stopped', async ({
  page,
  complaints: _,
}) => {
  await tamper(page, 'stall');
  const [one, other] = await openTwo(page);
  await one.drop(...please());
  await expect(one.root.getByRole('progressbar')).toBeVisible();
  await other.drop('big.json', big(3000));
  await expect(other.root.getByRole('progressbar')).toBeVisible();
  await page.locator('#one').evaluate((element) => element.remove());
  await expect(other.summary).toContainText('"records_in": 3000');
  // A browser takes a moment to terminate a busy worker.
  await expect.poll(() => page.workers().length).toBe(1);
});

test('after a crash in the worker, the one that caused it says so, and the other works again', async ({
  page,
  complaints: _,
}) => {
  await tamper(page, 'trap');
  const [one, other] = await openTwo(page);
  await runBig(other, 3000);
  await one.drop(...please());
  await expect(one.root.locator('pp-results')).toContainText('The engine crashed');
  await expectAnswer(other, 'gamma[0]');
  await expect(other.summary).toContainText('"records_in": 3000');
  await expect(one.root.locator('pp-results')).toContainText('The engine crashed');
});

test("after a crash on the page's own thread, both use the worker", async ({
  page,
  complaints: _,
}) => {
  let workers = 0;
  page.on('worker', () => workers++);
  await tamperWithPage(page, 'trap');
  const [one, other] = await openTwo(page);
  await one.fill('{"please": 1}');
  await expect(one.root.locator('pp-results')).toContainText('The engine crashed');
  expect(workers).toBe(0);
  await expectAnswer(other, 'alpha[0]');
  await other.flag('cache').click();
  await other.expectSummary(caseNamed('only_cache_off').summary ?? '');
  await one.fill(sample);
  await one.expectSummary(course);
  expect(workers).toBe(1);
});
