/** Prints what the built page weighs, and fails where its first load weighs more than its budget. */
import { readdir, readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

/**
 * Bytes after gzip, since that is what a learner on a phone waits for: everything that the page loads before it can be
 * used, and the engine's part of it. Of the scripts, CodeMirror with JSON, search and lint is about 125 kB, Lit 6.
 */
const BUDGET = { all: 360_000, '.wasm': 160_000 };

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const names = await readdir(dist, { recursive: true });
const sums = { all: 0 };
const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`.padStart(10);

for (const name of names.filter((one) => extname(one)).sort()) {
  const content = await readFile(dist + name);
  const gzip = gzipSync(content, { level: 9 }).length;
  const kind = extname(name);
  sums[kind] = (sums[kind] ?? 0) + gzip;
  sums.all += gzip;
  console.log(`${kB(content.length)} ${kB(gzip)} gzip  ${name}`);
}
if (!sums['.wasm'] || !sums['.js']) throw new Error('www/dist holds no built page');
for (const [kind, sum] of Object.entries(sums)) {
  const budget = BUDGET[kind];
  const over = budget !== undefined && sum > budget;
  const limit = budget === undefined ? '' : ` of ${kB(budget).trim()}`;
  console.log(`${kind}: ${kB(sum).trim()} gzip${limit}${over ? ': OVER BUDGET' : ''}`);
  if (over) process.exitCode = 1;
}
