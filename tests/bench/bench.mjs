// The benches: all contenders in one run, on the same configs. This is not a test: it only measures, and reports which
// of the project's targets were reached.
//
//   node tests/bench/bench.mjs [--sizes sample,1k,10k,100k,1M] [--rounds N] [--only wasm-bytes,parse] [--write-readme]
//
// Each contender runs in its own process or browser page, with the config in memory. Rounds are interleaved (A B C
// A B C), so that a slow spell of the machine affects all contenders. The report shows medians. All contenders must
// give the same summary.

import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { launch } from './chromium.mjs';
import { FOLDERS, findContenders, shareDocument } from './contenders.mjs';
import { FRESH_SIZES, measureFresh } from './fresh.mjs';
import { measureLongNumbers } from './long-numbers.mjs';
import { median } from './median.mjs';
import { measurePairs } from './pairs.mjs';
import { report, writeReadme } from './report.mjs';
import { writeWorkload } from './workload.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CONFIGS = join(ROOT, 'target', 'bench');

const SIZES = ['sample', '1k', '10k', '100k', '1M'];
const RECORDS = { '1k': 1000, '10k': 10_000, '100k': 100_000, '1M': 1_000_000 };
const ROUNDS = { sample: 15, '1k': 15, '10k': 11, '100k': 9, '1M': 5 };
/** The rounds of slow contenders: fewer from 100k on. */
const SLOW_ROUNDS = { '100k': 5, '1M': 2 };
/** A measurement repeats short runs until it takes this long. A warm-up takes longer, so that the compilers finish. */
const MEASURED_MS = 20;
const WARM_UP_MS = 500;

const { values: options } = parseArgs({
  options: {
    sizes: { type: 'string', default: SIZES.join(',') },
    rounds: { type: 'string' },
    only: { type: 'string' },
    'write-readme': { type: 'boolean', default: false },
  },
});

/** Shows the current step, if the output is a terminal. */
function progress(text) {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${text}`);
}

async function configFor(size) {
  if (size === 'sample') return join(ROOT, 'tests', 'sample_input.json');
  mkdirSync(CONFIGS, { recursive: true });
  const file = join(CONFIGS, `workload-${size}.json`);
  await writeWorkload(file, RECORDS[size]);
  return file;
}

/** Runs until the compilers have finished. Returns the number of runs for a measurement. */
async function warmUp(contender) {
  let { ms } = await contender.measure(1);
  let spent = ms;
  while (spent < WARM_UP_MS) {
    const count = Math.max(1, Math.ceil(MEASURED_MS / ms));
    ({ ms } = await contender.measure(count));
    spent += ms * count;
  }
  return Math.max(1, Math.ceil(MEASURED_MS / ms));
}

function roundsOf({ slow }, size) {
  if (options.rounds) return Number(options.rounds);
  return (slow ? SLOW_ROUNDS[size] : undefined) ?? ROUNDS[size];
}

/** Measures all contenders on one config, interleaved. Returns {name: {ms}}. */
async function measureSize(size, contenders, file, browser) {
  const running = [];
  for (const contender of contenders.filter(({ freshOnly }) => !freshOnly)) {
    progress(`${size}: warming up ${contender.name}`);
    const started = await contender.start(file, browser);
    running.push({ ...contender, ...started, count: await warmUp(started), times: [] });
  }
  let summary;
  const rounds = Math.max(...running.map((contender) => roundsOf(contender, size)));
  for (let round = 0; round < rounds; round += 1) {
    progress(`${size}: round ${round + 1}`);
    for (const contender of running) {
      if (round >= roundsOf(contender, size)) continue;
      const answer = await contender.measure(contender.count);
      contender.times.push(answer.ms);
      if (answer.summary === null) continue; // JSON.parse alone gives no summary.
      if (answer.summary === undefined)
        throw new Error(`${size}: ${contender.name} gives no summary`);
      summary ??= answer.summary;
      if (answer.summary !== summary) {
        throw new Error(
          `${size}: ${contender.name} answers\n${answer.summary}\nbut another contender\n${summary}`,
        );
      }
    }
  }
  progress('');
  await Promise.all(running.map((contender) => contender.stop()));
  return Object.fromEntries(running.map(({ name, times }) => [name, { ms: median(times) }]));
}

/** Measures 32 native runs over one parsed sample, in milliseconds. */
async function measureShared(contenders) {
  if (!contenders.some(({ name }) => name === 'native')) return undefined;
  const { measure, stop } = await shareDocument(await configFor('sample'), 32);
  const times = [];
  for (let round = 0; round < ROUNDS.sample; round += 1) times.push((await measure(1)).ms);
  await stop();
  return median(times);
}

async function main() {
  const sizes = options.sizes.split(',');
  const unknownSizes = sizes.filter((size) => !SIZES.includes(size));
  if (unknownSizes.length > 0)
    throw new Error(`unknown sizes: ${unknownSizes.join(', ')} (known: ${SIZES.join(', ')})`);
  if (options.rounds && !(Number(options.rounds) >= 1))
    throw new Error('--rounds must be at least 1');
  const { contenders: all, chromium } = findContenders();
  const only = options.only?.split(',') ?? all.map(({ name }) => name);
  const unknown = only.filter((name) => !all.some((contender) => contender.name === name));
  if (unknown.length > 0) {
    throw new Error(
      `unknown contenders: ${unknown.join(', ')} (known: ${all.map(({ name }) => name).join(', ')})`,
    );
  }
  const chosen = all.filter(({ name }) => only.includes(name));
  const missing = chosen.filter((contender) => contender.missing);
  const present = chosen.filter((contender) => !contender.missing);
  for (const { name, missing: why } of missing) console.log(`MISSING ${name}: ${why}`);

  const results = {};
  const fresh = {};
  const bytes = {};
  let chromiumVersion;
  for (const size of sizes) {
    const config = await configFor(size);
    bytes[size] = statSync(config).size;
    const needsBrowser = present.some(({ name }) => name.endsWith('-chromium'));
    const browser = needsBrowser ? await launch(chromium, { ...FOLDERS, config }) : undefined;
    chromiumVersion ??= browser?.version;
    results[size] = await measureSize(size, present, config, browser);
    if (FRESH_SIZES.includes(size))
      fresh[size] = await measureFresh(size, present, config, browser, progress);
    await browser?.close();
  }

  const engine = present.find(({ name }) => name === 'wasm-string');
  const measured = {
    ...{ sizes, contenders: present, missing, results, fresh, bytes, chromiumVersion },
    shared: await measureShared(present),
    pairs: engine ? await measurePairs(engine, CONFIGS, progress) : [],
    longNumbers: await measureLongNumbers(present, CONFIGS, progress),
  };
  console.log(report(measured));
  if (options['write-readme']) writeReadme(join(ROOT, 'README.md'), measured);
}

await main();
