// First runs, each in a new process (in Chromium, a new page), where no code is compiled yet, and the wasm memory after
// a first run.

import { median } from './median.mjs';

/** How often each contender is started. */
const ROUNDS = { '100k': 7, '1M': 3 };

/** The sizes at which first runs are measured. */
export const FRESH_SIZES = Object.keys(ROUNDS);

/** Measures the first runs of all `fresh` contenders, interleaved. Returns {name: {ms, memory}}. */
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
        // A `freshOnly` contender makes two runs, so its time is not that of a first run.
        ms: freshOnly ? undefined : median(firsts.map(({ ms }) => ms)),
        memory: firsts[0].memory,
      },
    ]),
  );
}
