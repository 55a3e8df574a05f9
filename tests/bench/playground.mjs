// The response times of the built page, in a real Chromium:
//
// - A keystroke in the sample, from the key press to the last paint that it causes, in the editor and in all results.
//   The target is a median under 16 ms, one frame.
// - Long tasks, as the browser reports them: tasks that block the page for more than 50 ms, while a file of 100,000
//   records is opened and every view is used. The target is none.
//
//   node tests/bench/playground.mjs [--keys N]

import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { findChromium, servePage } from '../../www/scripts/page.mjs';
import { writeWorkload } from './workload.mjs';

const TARGET = 16;
const RECORDS = 100_000;
const FILE = fileURLToPath(new URL('../../target/bench/workload-100k.json', import.meta.url));
const VIEWS = ['Summary', 'Records', 'Reconciliation', 'Time', 'Log', 'Compare'];
const { values: options } = parseArgs({ options: { keys: { type: 'string', default: '100' } } });

/** Runs in the page: `window.settled()` returns the milliseconds from the last key press to the last paint after it. */
function watch() {
  /** The page is settled after this many milliseconds without a change. */
  const QUIET = 100;
  let pressed = 0;
  let painted = 0;
  let changed = 0;
  /** Whether a frame is requested (`expected`) or its callbacks are running. It paints all changes up to their end. */
  let frame = 'none';
  const seen = new WeakSet();
  const observer = new MutationObserver((mutations) => {
    changed = performance.now();
    for (const { addedNodes } of mutations) for (const node of addedNodes) observe(node);
    expectFrame();
  });
  function expectFrame() {
    if (frame !== 'none') return;
    frame = 'expected';
    requestAnimationFrame(() => {
      frame = 'running';
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        painted = performance.now();
        frame = 'none';
      };
      port2.postMessage(undefined);
    });
  }
  function observe(node) {
    if (node.shadowRoot && !seen.has(node.shadowRoot)) {
      seen.add(node.shadowRoot);
      observer.observe(node.shadowRoot, {
        subtree: true,
        childList: true,
        characterData: true,
        attributes: true,
      });
      observe(node.shadowRoot);
    }
    for (const child of node.children ?? []) observe(child);
  }
  observe(document.body);
  addEventListener(
    'keydown',
    (event) => {
      pressed = event.timeStamp;
      // Before the page requests the frame, so that changes in the page's callbacks count as painted by this frame.
      expectFrame();
    },
    { capture: true },
  );
  window.settled = async () => {
    do await new Promise((resolve) => setTimeout(resolve, QUIET / 4));
    while (performance.now() - Math.max(changed, pressed) < QUIET || painted < changed);
    return painted - pressed;
  };
}

function quantile(numbers, fraction) {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * fraction))];
}

/** Types a character into a value of the sample and deletes it again. Each changes the results. */
async function measure(page, count) {
  const times = [];
  for (let i = 0; i < count; i += 1) {
    await page.keyboard.press(i % 2 === 0 ? 'x' : 'Backspace');
    times.push(await page.evaluate(() => window.settled()));
  }
  return times;
}

async function keystrokes(page) {
  await page.getByRole('button', { name: 'Pin this run' }).click();
  await page.evaluate(watch);
  console.log(`A keystroke in the sample, to the last paint, ms (target: median under ${TARGET})`);
  for (const view of VIEWS) {
    await page.getByRole('tab', { name: view }).click();
    await page.getByText('"shipped"').first().click();
    await measure(page, 10);
    const times = await measure(page, Number(options.keys));
    const [median, most] = [quantile(times, 0.5), quantile(times, 0.95)];
    const reached = median < TARGET ? 'reached' : 'NOT REACHED';
    console.log(
      `  ${view.padEnd(16)} median ${median.toFixed(1).padStart(5)}   95 % ${most.toFixed(1).padStart(5)}   ${reached}`,
    );
  }
}

/** Runs in the page: collects the durations of long tasks in `window.longTasks`, in milliseconds. */
function watchLongTasks() {
  window.longTasks = [];
  const observer = new PerformanceObserver((list) =>
    window.longTasks.push(...list.getEntries().map(({ duration }) => duration)),
  );
  observer.observe({ type: 'longtask' });
}

/** Runs in the page: scrolls all scrollable parts of an element in ten steps. */
async function scrollThrough(element) {
  const lists = [];
  const look = (node) => {
    if (node.scrollHeight > node.clientHeight * 2) lists.push(node);
    for (const child of [...(node.shadowRoot?.children ?? []), ...node.children]) look(child);
  };
  look(element);
  for (const list of lists)
    for (let part = 1; part <= 10; part += 1) {
      list.scrollTop = (list.scrollHeight / 10) * part;
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
}

/** Opens the file and each view, and scrolls each list to its end. */
async function longTasks(page) {
  mkdirSync(dirname(FILE), { recursive: true });
  await writeWorkload(FILE, RECORDS);
  console.log(`Long tasks with ${RECORDS.toLocaleString('en')} records, ms (target: none)`);
  await page.evaluate(watchLongTasks);
  const report = async (what) => {
    await page.waitForTimeout(1000);
    const took = await page.evaluate(() => window.longTasks.splice(0));
    const reached = took.length === 0 ? 'none   reached' : `${took.join(', ')}   NOT REACHED`;
    console.log(`  ${what.padEnd(16)} ${reached}`);
  };
  await page.locator('input[type=file]').setInputFiles(FILE);
  await page.getByText(`"records_in": ${RECORDS}`).waitFor();
  await report('the run');
  for (const view of VIEWS) {
    await page.getByRole('tab', { name: view }).click();
    await page.waitForTimeout(300);
    await page.getByRole('tabpanel').evaluate(scrollThrough);
    await report(view);
  }
}

async function main() {
  const executablePath = findChromium();
  if (!executablePath) {
    console.log('MISSING the page: no Chromium was found');
    return;
  }
  const server = await servePage(9300);
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  for (const bench of [keystrokes, longTasks]) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(server.address);
    await page.getByText('"records_in"').waitFor();
    await bench(page);
    await page.close();
  }
  await browser.close();
  server.stop();
}

await main();
