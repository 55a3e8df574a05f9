// From a key press in the sample to the last paint that it caused, in a real Chromium, on the built page: the editor,
// the run in its worker, and everything that shows something of it. The target is a median under 16 ms, one frame.
//
//   node tests/bench/keystroke.mjs [--keys N]

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { findChromium } from './chromium.mjs';

const TARGET = 16;
const VIEWS = ['Summary', 'Records', 'Reconciliation', 'Time', 'Log', 'Compare'];
const { values: options } = parseArgs({ options: { keys: { type: 'string', default: '100' } } });

async function serve() {
  const script = fileURLToPath(new URL('../../www/scripts/serve.mjs', import.meta.url));
  const server = spawn(process.execPath, [script, '--port', '9300'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(server.stdout, 'data');
  return { address: /http:\S+/.exec(String(line))[0], stop: () => server.kill() };
}

/** Runs in the page: `window.settled()` gives the milliseconds from the newest key press to the last paint after it. */
function watch() {
  /** Milliseconds without a change after which nothing more is expected. */
  const QUIET = 100;
  let pressed = 0;
  let painted = 0;
  let changed = 0;
  /** A frame is asked for, or its callbacks are running: it paints what changes until it is done. */
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
      // Before anybody else asks for the frame, so that what they change in it is known to be painted by it.
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

function quantile(numbers, share) {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

/** Types into the value of the sample's first record, which changes the summary, and takes it back. */
async function measure(page, count) {
  const times = [];
  for (let i = 0; i < count; i += 1) {
    await page.keyboard.press(i % 2 === 0 ? 'x' : 'Backspace');
    times.push(await page.evaluate(() => window.settled()));
  }
  return times;
}

async function main() {
  const executablePath = findChromium();
  if (!executablePath) {
    console.log('MISSING keystroke: no Chromium was found');
    return;
  }
  const server = await serve();
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(server.address);
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
  await browser.close();
  server.stop();
}

await main();
