/** A summary by itself is run by a part of the engine. */
import { caseNamed } from '../conformance.ts';
import { filesOf, openHost, tag } from '../embed/host.ts';
import { expect, sample, test } from '../page.ts';
import { holdBack } from '../slow.ts';

const course = caseNamed('course_sample').summary ?? '';
const withoutFreshness = sample.replace('"freshness": true', '"freshness": false');

test('what a summary by itself lacks is loaded when it is asked for', async ({ page }) => {
  const files = filesOf(page);
  const engines = () => files.filter((name) => name.endsWith('.wasm'));
  const playground = await openHost(page, tag('show="summary"', sample));
  await playground.expectSummary(course);
  expect(engines()).toEqual(['summary_engine_bg.wasm']);
  const number = playground.root.getByRole('button', { name: /^records_in/ });
  const rows = playground.root.locator('pp-explanation').getByRole('row');
  await page.route('**/pipeline_playground_bg*', (route) => route.abort());
  await number.click();
  await expect(playground.root.getByText('could not be loaded')).toBeVisible();
  await page.unroute('**/pipeline_playground_bg*');
  await number.click();
  await number.click();
  await expect(rows.nth(1)).toBeVisible();
  expect(engines()).toEqual([
    'summary_engine_bg.wasm',
    'pipeline_playground_bg.wasm',
    'pipeline_playground_bg.wasm',
  ]);
  // The next text is run by the whole engine.
  const config = (text: string) =>
    page.locator('pipeline-playground').evaluate((one, text) => {
      (one as HTMLElement & { config: string }).config = text;
    }, text);
  await config(withoutFreshness);
  await expect(playground.summary).not.toContainText('"freshness"');
  await config('{');
  await expect(playground.exception).toContainText('JSONDecodeError');
});

test('of a big text, the worker is asked', async ({ page, complaints: _ }) => {
  const files = filesOf(page);
  const records = Array.from({ length: 3000 }, (_, id) => ({ id, value: id }));
  const big = JSON.stringify({ now: 0, sources: { gamma: { records } } });
  const playground = await openHost(page, tag('show="summary"', big));
  await expect(playground.summary).toContainText('"records_in": 3000');
  await playground.root.getByRole('button', { name: /^records_in/ }).click();
  await expect(playground.root.locator('pp-explanation')).toContainText('gamma[0]');
  expect(files).not.toContain('page-engine.js');
});

test('no worker is started for an element that is gone', async ({ page, complaints: _ }) => {
  const go = await holdBack(page, '**/embed/threads-*');
  const big = JSON.stringify({ note: 'x'.repeat(60_000) });
  const asked = page.waitForRequest('**/embed/threads-*');
  await openHost(page, tag('show="summary" flags="cache=off"', big));
  await asked;
  await page.locator('pipeline-playground').evaluate((one) => one.remove());
  const loaded = page.waitForResponse('**/embed/threads-*');
  go();
  await loaded;
  await page.waitForTimeout(500);
  expect(page.workers()).toHaveLength(0);
});
