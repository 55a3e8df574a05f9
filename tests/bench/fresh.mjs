// First runs: each in a process of its own (in Chromium a page), where no compiler has seen the code yet. And the wasm
// memory that is there after a first run.

import { median } from './median.mjs';

/** How often each contender is started anew. */
const ROUNDS = { '100k': 7, '1M': 3 };

/** The sizes at which first runs are measured. */
export const FRESH_SIZES = Object.keys(ROUNDS);

/** Measures the first runs of all contenders that have one to measure, interleaved. {name: {ms, memory}} */
export async function measureFresh(size, contenders, file, browser, progress) {
  const running = contenders.filter(({ fresh }) => fresh).map((one) => ({ ...one, firsts: [] }));
  for (let round = 0; round < ROUNDS[size]; round += 1) {
    for (const { name, start, firsts } of running) {
      progress(`${size}: first run ${round + 1} of ${name}`);
      const { measure, stop } = await start(file, browser);
      firsts.push(await measure(1));
      await stop();
    }
  }
  progress('');
  return Object.fromEntries(
    running.map(({ name, freshOnly, firsts }) => [
      name,
      {
        // Of more than one run, which it then is, the time is no first run's.
        ms: freshOnly ? undefined : median(firsts.map(({ ms }) => ms)),
        memory: firsts[0].memory,
      },
    ]),
  );
}
