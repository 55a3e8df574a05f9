/** Big files: the page shows progress, renders only what is visible, and shows every part of the file. */
import type { Page } from '@playwright/test';
import { caseNamed } from '../conformance.ts';
import { please, tamper } from '../faults.ts';
import { expect, Playground, sample, test } from '../page.ts';

/** What the worker reported to the page. */
interface Messages {
  reports: { memory: number; inputSize: number; recordCount: number }[];
  /** The lengths of the lists in its answers. */
  answers: number[];
}

const RECORDS = 100_000;

/** About 10 MB, one record per line, in two sources, including duplicates, violations, stale records and mismatches. */
function generated(records = RECORDS): Buffer {
  const source = (from: number) =>
    Array.from({ length: records / 2 }, (_, i) => {
      const id =
        i % 10 === 7 ? null : `order_${String(i - (i % 50 === 3 ? 1 : 0)).padStart(6, '0')}`;
      const value = i % 20 === from ? `changed in ${from}` : 'shipped';
      return JSON.stringify({
        id,
        value,
        timestamp: 1_700_000_000 - (i % 900),
        note: 'x'.repeat(28),
      });
    }).join(',\n');
  const sources = ['gamma', 'delta'].map(
    (name, i) => `"${name}": {"records": [\n${source(i + 1)}\n]}`,
  );
  return Buffer.from(`{"now": 1700000000, "sources": {\n${sources.join(',\n')}\n}}\n`);
}

const grid = (playground: Playground) =>
  playground.browser.getByRole('grid', { name: 'Keys against sources' });

async function dropBig(playground: Playground): Promise<void> {
  await playground.drop('big.json', generated());
}

async function expectRun(playground: Playground): Promise<void> {
  await expect(playground.summary).toContainText(`"records_in": ${RECORDS}`, { timeout: 30_000 });
}

test.beforeEach(() => test.slow());

test('the progress is shown in words, from reading the file to the last stage', async ({
  page,
  complaints: _,
}) => {
  await tamper(page, 'slow');
  const playground = new Playground(page);
  await playground.open();
  await page.evaluate(listenToRunning);
  await dropBig(playground);
  await expect(page.getByRole('progressbar', { name: 'Progress of the run' })).toBeVisible();
  await expectRun(playground);
  await expect(page.getByRole('progressbar')).toHaveCount(0);
  expect(await page.evaluate(() => (window as unknown as { said: string[] }).said)).toEqual([
    'Reading the file…',
    'Reading the JSON text…',
    'Running adapt…',
    'Running cache…',
    'Running validate…',
    'Running freshness…',
    'Running reconcile…',
  ]);
});

/** Runs in the page: collects what `<pp-running>` says, even if it is replaced before it is painted. */
function listenToRunning(): void {
  const said: string[] = [];
  Object.assign(window, { said });
  const results = document
    .querySelector('pipeline-playground')
    ?.shadowRoot?.querySelector('pp-playground')
    ?.shadowRoot?.querySelector('pp-results')?.shadowRoot;
  const look = () => {
    const inside = results?.querySelector('pp-running')?.shadowRoot;
    if (inside) observer.observe(inside, { childList: true, subtree: true, characterData: true });
    const words = inside?.querySelector('span')?.textContent ?? '';
    if (words && said.at(-1) !== words) said.push(words);
  };
  const observer = new MutationObserver(look);
  observer.observe(results as Node, { childList: true, subtree: true });
}

test('a run of a big file is cancelled before it ends, and the next one works', async ({
  page,
  complaints: _,
}) => {
  await tamper(page, 'slow');
  const messages = await listen(page);
  const playground = new Playground(page);
  await playground.open();
  await dropBig(playground);
  await playground.button('Cancel').click();
  await expect(page.locator('pp-results')).toContainText('Cancelled');
  // The worker did not finish the run.
  expect((await messages()).reports).toEqual([]);
  await expect(playground.status).toContainText('Cancelled.');
  await expect(page.locator('pp-results')).toContainText('“Run again” starts a new one.');
  await expect(playground.file).toContainText('big.json');
  await playground.button('Run again').click();
  await expectRun(playground);
  await playground.button('Back to your text').click();
  await playground.expectSummary(caseNamed('course_sample').summary ?? '');
});

test('every view fetches its list in pages, and renders only what is visible', async ({
  page,
  complaints: _,
}) => {
  const messages = await listen(page);
  const playground = new Playground(page);
  await playground.open();
  await dropBig(playground);
  await expectRun(playground);
  const { opened, nodes } = await page.evaluate(useAllViews);
  expect(opened).toEqual(['summary', 'records', 'reconciliation', 'time', 'log', 'compare']);
  // The run was made in the worker, and every list was fetched from it in pages.
  const { reports, answers } = await messages();
  expect(reports.at(-1)?.recordCount).toBe(RECORDS);
  expect(answers.length).toBeGreaterThan(20);
  expect(Math.max(...answers)).toBeLessThanOrEqual(200);
  expect(nodes).toBeGreaterThan(500);
  expect(nodes).toBeLessThan(4000);
});

/**
 * Runs in the page: opens each view and scrolls through its list. Returns the views, and the greatest number of
 * elements in the page, including those in shadow roots.
 */
async function useAllViews(): Promise<{ opened: (string | undefined)[]; nodes: number }> {
  const pause = (time: number) => new Promise((resolve) => setTimeout(resolve, time));
  const shadow = (root: ParentNode | null | undefined, name: string) =>
    root?.querySelector(name)?.shadowRoot;
  const count = (root: ParentNode): number =>
    [...root.querySelectorAll('*')].reduce(
      (sum, { shadowRoot }) => sum + 1 + (shadowRoot ? count(shadowRoot) : 0),
      0,
    );
  const inner = shadow(shadow(document, 'pipeline-playground'), 'pp-playground');
  const tabs = [...(shadow(inner, 'pp-tabs')?.querySelectorAll<HTMLElement>('[role=tab]') ?? [])];
  let nodes = 0;
  for (const tab of [...tabs, ...tabs.toReversed()]) {
    tab.click();
    await pause(200);
    const panel = shadow(inner, 'pp-results')?.querySelector('.panel')?.shadowRoot;
    const list =
      shadow(panel, 'pp-rows')?.querySelector('[role=grid]') ?? panel?.querySelector('.lines');
    nodes = Math.max(nodes, count(document));
    for (let part = 0; list && part <= 10; part++) {
      list.scrollTop = (list.scrollHeight / 10) * part;
      await pause(40);
      nodes = Math.max(nodes, count(document));
    }
  }
  return { opened: tabs.map((tab) => tab.dataset.view), nodes };
}

test('the editor shows a part of the file with its line numbers, and moves to other parts', async ({
  playground,
}) => {
  await dropBig(playground);
  await expectRun(playground);
  await expect(playground.file).toContainText(
    /It is too big to type in\. .* Below are lines 1 to [\d,]+, less than 1 %/,
  );
  await expect(playground.browser.locator('.cm-lineNumbers')).toContainText('1');
  await expect(playground.button('Beginning')).toHaveAttribute('aria-disabled', 'true');
  await expect(playground.button('Earlier part')).toHaveAttribute('aria-disabled', 'true');
  const lines = async () => {
    const [, from = '', to = ''] =
      /lines ([\d,]+) to ([\d,]+)/.exec((await playground.file.textContent()) ?? '') ?? [];
    return [from, to].map((text) => Number(text.replaceAll(',', ''))) as [number, number];
  };
  const [, end] = await lines();
  await playground.button('Later part').click();
  await expect.poll(async () => (await lines())[1]).toBeGreaterThan(end);
  const [from] = await lines();
  // No line between the two parts is skipped.
  expect(from).toBeLessThanOrEqual(end + 1);
  await expect(playground.button('Later part')).toBeFocused();
  await playground.button('Later part').click();
  await expect.poll(async () => (await lines())[0]).toBeGreaterThan(from);
  const [third] = await lines();
  await playground.button('Earlier part').click();
  await expect.poll(async () => (await lines())[0]).toBeLessThan(third);
  await playground.button('Beginning').click();
  await expect.poll(lines).toEqual([1, expect.any(Number)]);
  // Not in the middle of the text, to which Firefox would scroll.
  await playground.editor.click({ position: { x: 60, y: 10 } });
  await playground.browser.keyboard.type('x');
  await expect(playground.browser.locator('.cm-line').first()).toHaveText(/^\{"now": 1700000000/);
});

test('the editor does not move while a file is paged through, at any width of the page', async ({
  playground,
}) => {
  await dropBig(playground);
  await expectRun(playground);
  const heights = async () => {
    const all: (number | undefined)[] = [];
    for (let width = 920; width <= 1400; width += 40) {
      await playground.browser.setViewportSize({ width, height: 900 });
      all.push((await playground.file.boundingBox())?.height);
    }
    return all;
  };
  await expect(playground.file).toContainText('lines 1 to');
  const before = await heights();
  await playground.show('Records');
  await playground.browser.locator('pp-records').getByRole('grid').press('End');
  await expect(playground.file).toContainText(/lines \d{2,3},\d{3} to/);
  expect(await heights()).toEqual(before);
});

test('a record far away is shown in its part of the file, and marked', async ({ playground }) => {
  await dropBig(playground);
  await expectRun(playground);
  await playground.show('Reconciliation');
  await grid(playground).focus();
  await playground.browser.keyboard.press('End');
  const marked = playground.browser.locator('.cm-current-record');
  await expect(marked.first()).toContainText('"order_049999"');
  await expect(marked.first()).toBeInViewport();
  await expect(playground.file).toContainText(/lines [45]\d,\d{3} to [45]\d,\d{3}/);
  await expect(grid(playground)).toBeFocused();
  // Lines are numbered as in the file.
  const place = await playground.browser.locator('pp-claims button').first().textContent();
  const line = /line ([\d,]+)/.exec(place ?? '')?.[1]?.replaceAll(',', '') ?? '';
  await expect(playground.browser.locator('.cm-lineNumbers')).toContainText(line);
});

test('a run takes at most 4.5 bytes of memory for each byte of the file', async ({
  page,
  complaints: _,
}) => {
  const messages = await listen(page);
  const playground = new Playground(page);
  await playground.open();
  await dropBig(playground);
  await expectRun(playground);
  const size = generated().length;
  expect(size).toBeGreaterThan(9_000_000);
  expectLittleMemory(await messages(), size);
});

/** Checks the memory of the newest run, whose input has this size. */
function expectLittleMemory({ reports }: Messages, size: number): void {
  const { memory = 0, inputSize = 0 } = reports.at(-1) ?? {};
  expect(inputSize).toBe(size);
  expect(memory).toBeGreaterThan(0);
  expect(memory / inputSize).toBeLessThanOrEqual(4.5);
}

test('a file of 200 MB is cancelled before its run ends, run again, and shown in the same views', async ({
  page,
  complaints: _,
}) => {
  const messages = await listen(page);
  const playground = new Playground(page);
  await playground.open();
  const size = await page.evaluate(dropHuge, 2_000_000);
  expect(size).toBeGreaterThan(200_000_000);
  await expect(page.getByRole('progressbar', { name: 'Progress of the run' })).toBeVisible();
  await playground.button('Cancel').click();
  await expect(page.locator('pp-results')).toContainText('Cancelled');
  // The worker did not finish the run.
  expect((await messages()).reports).toEqual([]);
  await playground.button('Run again').click();
  await expect(playground.summary).toContainText('"records_in": 2000000', { timeout: 60_000 });
  await expect(page.locator('pp-flow')).toContainText('2,000,000 in');
  await expect(playground.file).toContainText('huge.json');
  expectLittleMemory(await messages(), size);
  await playground.show('Records');
  await page.getByRole('grid', { name: 'Records' }).focus();
  await page.keyboard.press('End');
  await expect(page.locator('.cm-current-record').first()).toContainText('"delta_0999999"');
});

/** Runs in the page: drops a file on the editor. Its records take about 100 bytes each. Returns its size. */
function dropHuge(records: number): number {
  const STEP = 10_000;
  const source = (name: string) => {
    const parts: string[] = [];
    for (let from = 0; from < records / 2; from += STEP) {
      const record = (_: unknown, i: number) => {
        const id = `${name}_${String(from + i).padStart(7, '0')}`;
        const timestamp = 1_700_000_000 - (i % 900);
        return JSON.stringify({ id, value: 'shipped', timestamp, note: 'x'.repeat(28) });
      };
      parts.push(Array.from({ length: STEP }, record).join(',\n'));
    }
    return [
      `"${name}": {"records": [`,
      ...parts.flatMap((part, i) => (i ? [',\n', part] : [part])),
      ']}',
    ];
  };
  const parts = [
    '{"now": 1700000000, "sources": {',
    ...source('gamma'),
    ',',
    ...source('delta'),
    '}}',
  ];
  const file = new File(parts, 'huge.json');
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(file);
  const inner = document
    .querySelector('pipeline-playground')
    ?.shadowRoot?.querySelector('pp-playground')?.shadowRoot;
  const editor = inner?.querySelector('pp-config')?.shadowRoot?.querySelector('pp-editor');
  editor?.dispatchEvent(
    new DragEvent('drop', { dataTransfer, bubbles: true, composed: true, cancelable: true }),
  );
  return file.size;
}

/** Collects the messages of the page's workers. */
async function listen(page: Page): Promise<() => Promise<Messages>> {
  await page.addInitScript(() => {
    const messages: Messages = { reports: [], answers: [] };
    const Plain = Worker;
    window.Worker = class extends Plain {
      constructor(...given: ConstructorParameters<typeof Plain>) {
        super(...given);
        this.addEventListener('message', ({ data }) => {
          if (data.end?.kind === 'report') messages.reports.push(data.end.report);
          if (Array.isArray(data.answer)) messages.answers.push(data.answer.length);
        });
      }
    };
    Object.assign(window, { messages });
  });
  return () => page.evaluate(() => (window as unknown as { messages: Messages }).messages);
}

test('a text that does not fit into memory is kept, with a message', async ({
  page,
  complaints: _,
}) => {
  await tamper(page, 'noMemory');
  const playground = new Playground(page);
  await playground.open();
  await playground.drop(...please());
  await expect(page.locator('pp-results')).toContainText('The text is too large');
  await expect(page.locator('pp-results')).toContainText(
    'not have enough memory to run a text of 13 bytes',
  );
  await expect(playground.status).toContainText('The text is too large.');
  await playground.expectText('{"please": 1}');
  await playground.fill(sample);
  await playground.expectSummary(caseNamed('course_sample').summary ?? '');
});
