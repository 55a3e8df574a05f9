// Crafted configs beside ordinary ones of the same size and shape: how much slower a run is if the text was crafted to
// make it slow.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crafted, KINDS, ordinary } from './crafted.mjs';
import { median } from './median.mjs';

/** How many ids, keys or names each config has. */
const COUNT = 10_000;
const ROUNDS = 5;

/** Measures all pairs with one contender, interleaved. Returns [{name, crafted, ordinary}], in milliseconds. */
export async function measurePairs(contender, folder, progress) {
  const measured = [];
  for (const name of KINDS) {
    progress(`crafted: ${name}`);
    const texts = { crafted: crafted(name, COUNT), ordinary: ordinary(name, COUNT) };
    measured.push({ name, ...(await measurePair(contender, folder, texts)) });
  }
  progress('');
  return measured;
}

async function measurePair(contender, folder, texts) {
  const kinds = ['crafted', 'ordinary'];
  const running = {};
  for (const kind of kinds) {
    const file = join(folder, `pair-${kind}.json`);
    writeFileSync(file, texts[kind]);
    running[kind] = await contender.start(file);
    await running[kind].measure(2); // Warms up the compilers.
  }
  const times = { crafted: [], ordinary: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const kind of kinds) times[kind].push((await running[kind].measure(1)).ms);
  }
  await Promise.all(kinds.map((kind) => running[kind].stop()));
  return Object.fromEntries(kinds.map((kind) => [kind, median(times[kind])]));
}
