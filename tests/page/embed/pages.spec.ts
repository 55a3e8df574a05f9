/** Pages with rules of their own: policies, other origins, instant navigation, many playgrounds. */
import type { Page } from '@playwright/test';
import { caseNamed } from '../conformance.ts';
import { test as bare, expect, isFirefox, Playground, sample, test } from '../page.ts';
import { filesOf, ORIGIN, openHost, STRICT, tag } from './host.ts';

const course = caseNamed('course_sample').summary ?? '';
/** Too long for the page's thread. */
const long = JSON.stringify({ now: 1, padding: 'x'.repeat(60_000) });

test('a strict policy allows all of it', async ({ page, complaints: _ }) => {
  const playground = await openHost(page, tag('', sample), { policy: STRICT });
  await playground.expectSummary(course);
  for (const view of ['Records', 'Reconciliation', 'Time', 'Log', 'Compare', 'Summary'])
    await playground.show(view);
  await playground.fill(long);
  await expect(playground.summary).toContainText('"records_in": 0');
});

bare('a policy that forbids to compile wasm is named', async ({ page }) => {
  const policy = STRICT.replace(" 'wasm-unsafe-eval'", '');
  const playground = await openHost(page, tag('show="summary"', sample), { policy });
  await expect(playground.root.locator('pp-message')).toContainText("'wasm-unsafe-eval'");
  await expect(playground.root.locator('pp-message')).not.toContainText('Check the connection');
});

bare('from another origin, its worker is started through a blob', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  const playground = await openHost(page, tag('', sample), { origin: ORIGIN });
  await playground.expectSummary(course);
  const worker = page.waitForEvent('worker');
  await playground.fill(long);
  expect((await worker).url()).toContain('blob:');
  await expect(playground.summary).toContainText('"records_in": 0');
  expect(errors).toEqual([]);
});

bare(
  'where no worker can be started, long texts say so and short ones run',
  async ({ page, baseURL }) => {
    const own = new URL(baseURL ?? '').origin;
    const policy = `default-src 'none'; script-src ${own} 'wasm-unsafe-eval'; style-src 'self'; connect-src ${own}`;
    const playground = await openHost(page, tag('', sample), { origin: ORIGIN, policy });
    await playground.expectSummary(course);
    await playground.fill(long);
    await expect(playground.root.locator('pp-message')).toContainText('50,000 characters');
    await expect(playground.root.locator('pp-message')).toContainText('worker-src');
    await playground.fill('{}');
    await playground.expectSummary(caseNamed('empty_object').summary ?? '');
  },
);

test('ten cost one download and one worker', async ({ page, complaints: _ }) => {
  const files = filesOf(page);
  let workers = 0;
  page.on('worker', () => workers++);
  const tags = Array.from({ length: 10 }, (_, i) => tag(`id="at${i}" loading="eager"`, sample));
  await openHost(page, tags.join(''));
  const at = (i: number) => new Playground(page, page.locator(`#at${i}`));
  for (let i = 0; i < 10; i++) await at(i).expectSummary(course);
  for (const i of [0, 9]) {
    await at(i).fill(long);
    await expect(at(i).summary).toContainText('"records_in": 0');
  }
  expect(workers).toBe(1);
  for (const name of new Set(files))
    expect(
      files.filter((one) => one === name),
      name,
    ).toHaveLength(1);
});

for (const width of [1000, 412])
  test(`nothing moves while it is loaded, ${width} px wide`, async ({ page, complaints: _ }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.addInitScript(() => {
      const shifts = Object.assign(window, { shifts: [] as number[] }).shifts;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
          shifts.push(entry.value);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    const head = '<link rel="stylesheet" href="../embed.css" />';
    for (const one of [
      tag('', sample),
      tag('height="420"', sample),
      tag('show="summary" height="500"', sample, `<pre>${course}</pre>`),
      tag('show="flow summary" height="500"', sample, `<pre>${course}</pre>`),
    ]) {
      const playground = await openHost(page, `${one}<p>What follows.</p>`, { head });
      await playground.expectSummary(course);
      await page.waitForTimeout(500);
      const shifts = await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts);
      expect(shifts.reduce((sum, shift) => sum + shift, 0)).toBeLessThan(0.01);
    }
  });

test('the page around it is not scrolled', async ({ page, complaints: _ }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  const before = '<p>Text of the course.</p>'.repeat(18);
  const playground = await openHost(page, `${before}${tag('view="log"', sample)}<hr>`);
  const open = playground.tab('Log');
  await expect(open).toHaveAttribute('aria-selected', 'true');
  await expect(playground.root.locator('pp-log')).toContainText('adapted 3 records');
  // The tab is in sight within its list.
  const [end, room] = await open.evaluate((tab) => [
    tab.getBoundingClientRect().right,
    tab.parentElement?.getBoundingClientRect().right ?? 0,
  ]);
  expect(end).toBeLessThan((room ?? 0) + 1);
  await page.waitForTimeout(500);
  expect(await page.evaluate(() => scrollY)).toBe(0);
});

/** What would grow if something was left behind, after all garbage is collected. */
async function left(page: Page): Promise<Record<string, number>> {
  test.skip(isFirefox(page), 'Only Chromium can be asked what is left.');
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  await session.send('Performance.enable');
  const { metrics } = await session.send('Performance.getMetrics');
  await session.detach();
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

test('going away and back twenty times leaves nothing behind', async ({ page, complaints: _ }) => {
  await openHost(page, `<div id="content">${tag('', sample)}</div>`);
  const playground = new Playground(page);
  // As instant navigation does it: the content of the page is replaced.
  const navigate = async () => {
    await page.evaluate(() => {
      const content = document.querySelector('#content');
      const old = content?.innerHTML ?? '';
      content?.replaceChildren('Another page');
      if (content) content.innerHTML = old;
    });
    await playground.expectSummary(course);
  };
  const useWorker = async () => {
    await playground.fill(long);
    await expect(playground.summary).toContainText('"records_in": 0');
  };
  // The browser compiles more of the code at first.
  for (let i = 0; i < 15; i++) await navigate();
  await useWorker();
  const before = await left(page);
  for (let i = 0; i < 20; i++) {
    await navigate();
    if (i % 10 === 9) await useWorker();
  }
  const after = await left(page);
  expect(page.workers()).toHaveLength(1);
  for (const what of ['Nodes', 'JSEventListeners', 'JSHeapUsedSize'])
    expect(after[what], what).toBeLessThan((before[what] ?? 0) * 1.15);
  await page.evaluate(() => document.querySelector('#content')?.replaceChildren());
  await expect.poll(() => page.workers()).toHaveLength(0);
});

test('the same element can be moved and put back', async ({ page, complaints: _ }) => {
  await openHost(page, tag('', sample));
  const playground = new Playground(page);
  await playground.fill('{"now": 3}');
  await page.evaluate(() => {
    const element = document.querySelector('pipeline-playground');
    element?.remove();
    document.querySelector('main')?.append(element ?? '');
  });
  await playground.expectText('{"now": 3}');
  await playground.flag('cache').click();
  await expect(playground.summary).not.toContainText('"cache",');
});
