/** A worker that ends without a word: the page says so, keeps everything, and works on. Time is moved forward by hand. */
import type { Page } from '@playwright/test';
import { caseNamed } from '../conformance.ts';
import { please, tamper } from '../faults.ts';
import { expect, openWith, Playground, sample, test } from '../page.ts';

/** More than the silence after which a worker is asked, and more than it has for an answer. */
const [QUIET, PATIENCE] = [6000, 11_000];

/** Opens the page with a clock that can be moved. Collects its workers, and counts their signs of life. */
async function open(
  page: Page,
  elements = '<pipeline-playground></pipeline-playground>',
): Promise<void> {
  await page.addInitScript(() => {
    const Plain = Worker;
    const workers: Worker[] = [];
    window.Worker = class extends Plain {
      constructor(...given: ConstructorParameters<typeof Plain>) {
        super(...given);
        workers.push(this);
        this.addEventListener('message', ({ data }) => {
          if (data.type === 'alive') counted.alive++;
        });
      }
    };
    const counted = Object.assign(window, { workers, alive: 0 });
  });
  await page.clock.install();
  await openWith(page, elements);
}

/** Ends the newest worker, as a browser does that needs its memory: no event says so. */
const terminate = (page: Page) =>
  page.evaluate(() => (window as unknown as { workers: Worker[] }).workers.at(-1)?.terminate());

const results = (page: Page) => page.locator('pp-results');

/** Lets so much time pass that a dead worker is noticed. */
async function waitForSilence(page: Page): Promise<void> {
  await page.clock.fastForward(QUIET);
  await page.clock.fastForward(PATIENCE);
}

const records = (count: number) => {
  const list = Array.from({ length: count }, (_, id) => ({ id, value: 'big' }));
  return Buffer.from(JSON.stringify({ now: 1, sources: { gamma: { records: list } } }));
};

for (const fault of ['stall', 'closes'] as const)
  test(`a worker that ends during a run is replaced, and the file can be run again: ${fault}`, async ({
    page,
    complaints: _,
  }) => {
    await tamper(page, fault);
    await open(page);
    const playground = new Playground(page);
    await playground.drop(...please());
    await expect(playground.editor).toContainText('please');
    await page.clock.fastForward(500);
    await expect(page.getByRole('progressbar')).toBeVisible();
    // It is asked first: silence alone is no proof.
    await page.clock.fastForward(QUIET);
    await expect(page.getByRole('progressbar')).toBeVisible();
    // The next worker works.
    await page.unroute(/worker-.*\.js$/);
    await page.clock.fastForward(PATIENCE);
    await expect(results(page)).toContainText('The engine stopped answering');
    await expect(playground.status).toContainText('The engine stopped answering.');
    await expect(page.getByRole('progressbar')).toHaveCount(0);
    await playground.expectText('{"please": 1}');
    await playground.button('Run again').click();
    await expect(playground.summary).toContainText('"records_in": 0');
    await playground.fill(sample);
    await playground.expectSummary(caseNamed('course_sample').summary ?? '');
  });

test('a worker that ended between two runs is noticed at the next question', async ({
  page,
  complaints: _,
}) => {
  await open(page);
  const playground = new Playground(page);
  await playground.drop('big.json', records(3000));
  await expect(playground.summary).toContainText('"records_in": 3000');
  await terminate(page);
  // Nothing is asked, so nothing is missed.
  await waitForSilence(page);
  await expect(playground.summary).toContainText('"records_in": 3000');
  await page
    .locator('pp-summary')
    .getByRole('button', { name: /records_in/ })
    .click();
  await waitForSilence(page);
  await expect(results(page)).toContainText('The engine stopped answering');
  await playground.button('Run again').click();
  await expect(playground.summary).toContainText('"records_in": 3000');
  await expect(page.locator('pp-explanation')).toContainText('gamma[0]');
});

test('a worker that works for long without an answer stays, since it says that it is alive', async ({
  page,
  complaints: _,
}) => {
  await tamper(page, 'neverRead');
  await open(page);
  const playground = new Playground(page);
  await playground.drop('big.json', records(3000));
  await page.clock.fastForward(500);
  await expect(page.getByRole('progressbar')).toBeVisible();
  for (let times = 0; times < 4; times++) {
    await page.clock.fastForward(QUIET);
    // The worker answers in real time.
    await expect
      .poll(() => page.evaluate(() => (window as unknown as { alive: number }).alive))
      .toBeGreaterThan(times);
  }
  await expect(page.getByRole('progressbar')).toBeVisible();
  expect(page.workers()).toHaveLength(1);
  await playground.button('Cancel').click();
  await expect(results(page)).toContainText('Cancelled');
});

test('a worker that ends while one playground waits does not disturb another', async ({
  page,
  complaints: _,
}) => {
  await tamper(page, 'closes');
  await open(
    page,
    '<pipeline-playground id="one"></pipeline-playground><pipeline-playground id="other"></pipeline-playground>',
  );
  const [one, other] = ['#one', '#other'].map((id) => new Playground(page, page.locator(id))) as [
    Playground,
    Playground,
  ];
  await other.drop('big.json', records(3000));
  await expect(other.summary).toContainText('"records_in": 3000');
  await one.drop(...please());
  await expect(one.editor).toContainText('please');
  await waitForSilence(page);
  await expect(one.root.locator('pp-results')).toContainText('The engine stopped answering');
  await expect(other.summary).toContainText('"records_in": 3000');
  await other.root
    .locator('pp-summary')
    .getByRole('button', { name: /records_in/ })
    .click();
  await expect(other.root.locator('pp-explanation')).toContainText('gamma[0]');
});
