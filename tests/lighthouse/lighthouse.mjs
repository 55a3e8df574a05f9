// Lighthouse on the built page, and on an example site with two playgrounds in a page, for a phone and for a desktop. Fails
// unless accessibility and best practices are 100. Performance hangs on the machine, so it is printed, not asserted.
//
//   node tests/lighthouse/lighthouse.mjs [--performance]
//
// --performance: measures it as well, with Lighthouse's simulated network and processor, and prints the median of three.

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { launch } from 'chrome-launcher';
import lighthouse, { desktopConfig } from 'lighthouse';
import { findChromium, servePage } from '../../www/scripts/page.mjs';

const ASSERTED = ['accessibility', 'best-practices'];
const RUNS = 3;
const METRICS = {
  'first-contentful-paint': 'FCP',
  'largest-contentful-paint': 'LCP',
  'speed-index': 'SI',
  'total-blocking-time': 'TBT',
  'cumulative-layout-shift': 'CLS',
};
/** Made by `node tests/hosts/build.mjs plain`. */
const SITE = fileURLToPath(new URL('../../target/hosts/plain', import.meta.url));
const FORMS = { phone: undefined, desktop: desktopConfig };

const { values: options } = parseArgs({ options: { performance: { type: 'boolean' } } });

/** What Lighthouse says of a page. Throws if it has not come to a result. */
async function audit(address, port, form, categories) {
  const flags = {
    port,
    onlyCategories: categories,
    logLevel: 'error',
    disableFullPageScreenshot: true,
  };
  const { lhr } = (await lighthouse(address, flags, FORMS[form])) ?? {};
  const { message = 'no result' } = lhr?.runtimeError ?? {};
  if (!lhr || lhr.runtimeError) throw new Error(`${address}: ${message}`);
  return lhr;
}

const percent = (category) => Math.round((category?.score ?? 0) * 100);

/** The audits for which a category is not at its best, with the elements that they name. */
const faults = ({ audits, categories }, category) =>
  categories[category].auditRefs
    .map(({ id, weight }) => ({ ...audits[id], weight }))
    .filter(({ score, weight }) => weight > 0 && score !== null && score < 1)
    .map(({ title, details }) =>
      [
        title,
        ...(details?.items ?? []).map(
          (item) => `    ${item.node?.snippet ?? JSON.stringify(item)}`,
        ),
      ].join('\n'),
    );

function check(what, lhr) {
  const scores = ASSERTED.map((category) => `${category} ${percent(lhr.categories[category])}`);
  console.log(`${what.padEnd(16)} ${scores.join('   ')}`);
  for (const category of ASSERTED) {
    // It rounds up for a category, so that an audit that fails without much weight would not be seen.
    const found = faults(lhr, category);
    if (percent(lhr.categories[category]) === 100 && found.length === 0) continue;
    console.error(`${what}: ${category} is not 100:\n  ${found.join('\n  ')}`);
    process.exitCode = 1;
  }
}

async function measure(what, run) {
  const results = [];
  for (let i = 0; i < RUNS; i += 1) results.push(await run());
  const score = ({ categories }) => percent(categories.performance);
  const sorted = results.toSorted((a, b) => score(a) - score(b));
  const { audits } = sorted[Math.floor(RUNS / 2)];
  const metrics = Object.entries(METRICS).map(([id, name]) => `${name} ${audits[id].displayValue}`);
  console.log(
    `${what.padEnd(16)} performance ${sorted.map(score).join(', ')}   of the median: ${metrics.join(', ')}`,
  );
}

/** The lesson of the example site, with what an author adds so that nothing moves while the playgrounds are loaded. */
async function makeStill() {
  let page = await readFile(join(SITE, 'index.html'), 'utf8');
  for (const [old, by] of [
    ['</head>', '<link rel="stylesheet" href="playground/embed.css" /></head>'],
    [
      '<pipeline-playground show="flow summary">',
      '<pipeline-playground show="flow summary" height="640">',
    ],
    ['<pipeline-playground>', '<pipeline-playground height="768">'],
  ]) {
    if (page.split(old).length !== 2) throw new Error(`index.html has not one ${old}`);
    page = page.replace(old, by);
  }
  await writeFile(join(SITE, 'still.html'), page);
}

await makeStill();
const chromePath = findChromium(true);
if (!chromePath) throw new Error('No Chromium found: install it, or set CHROMIUM to its path.');
const servers = { page: await servePage(9600), embeds: await servePage(9650, SITE) };
const PAGES = { page: '', embeds: 'still.html' };
const chrome = await launch({ chromePath, chromeFlags: ['--headless', '--no-sandbox'] });
try {
  for (const [name, { address }] of Object.entries(servers))
    for (const form of Object.keys(FORMS)) {
      const what = `${name}, ${form}`;
      check(what, await audit(address + PAGES[name], chrome.port, form, ASSERTED));
      if (options.performance)
        await measure(what, () => audit(address + PAGES[name], chrome.port, form, ['performance']));
    }
} finally {
  chrome.kill();
  for (const { stop } of Object.values(servers)) stop();
}
