// Timestamps with many digits: the engine beside CPython, which have to be exact with them.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { median } from './median.mjs';

const COUNT = 20_000;
const ROUNDS = 5;
/** The contenders, if they are there. */
const NAMES = ['wasm-bytes', 'cpython'];

const DIGITS = '1234567890'.repeat(100);
const TIMESTAMPS = {
  'ints of 1,000 digits': (i) => DIGITS.slice(0, 995) + (10_000 + i),
  '1, 700 zeros, five digits, e-1000': (i) => `1${'0'.repeat(700)}${10_000 + i}e-1000`,
};

function configOf(timestamp) {
  const records = Array.from(
    { length: COUNT },
    (_, i) => `{"id": ${i}, "value": 1, "timestamp": ${timestamp(i)}}`,
  );
  return `{"now": 1000, "sources": {"gamma": {"records": [${records}]}}}`;
}

/** Measures the contenders on each kind of number, interleaved. Returns [{name, ms: {contender: ms}}]. */
export async function measureLongNumbers(contenders, folder, progress) {
  const chosen = contenders.filter(({ name }) => NAMES.includes(name));
  const measured = [];
  for (const [name, timestamp] of Object.entries(TIMESTAMPS)) {
    progress(name);
    const file = join(folder, 'long-numbers.json');
    writeFileSync(file, configOf(timestamp));
    const running = [];
    for (const contender of chosen) {
      const started = await contender.start(file);
      await started.measure(2); // Warms up the compilers.
      running.push({ ...started, name: contender.name, times: [] });
    }
    for (let round = 0; round < ROUNDS; round += 1)
      for (const { measure, times } of running) times.push((await measure(1)).ms);
    await Promise.all(running.map(({ stop }) => stop()));
    measured.push({
      name,
      ms: Object.fromEntries(running.map((one) => [one.name, median(one.times)])),
    });
  }
  progress('');
  return measured;
}
