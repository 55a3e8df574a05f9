/** Prints what the built page weighs, and fails where it weighs more than its budget. */
import { readdir, readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

/**
 * Bytes after gzip, since that is what a learner on a phone waits for. The scripts: CodeMirror with JSON, search and
 * lint is about 125 kB of it, Lit 6, the page itself 12; the rest is room for one more feature, not for one more library.
 */
const BUDGET = { '.js': 160_000, '.css': 2_000, '.html': 2_000 };

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const names = await readdir(dist, { recursive: true });
const sums = {};
const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`.padStart(10);

for (const name of names.filter((one) => extname(one)).sort()) {
  const content = await readFile(dist + name);
  const gzip = gzipSync(content, { level: 9 }).length;
  const kind = extname(name);
  sums[kind] = (sums[kind] ?? 0) + gzip;
  console.log(`${kB(content.length)} ${kB(gzip)} gzip  ${name}`);
}
for (const [kind, budget] of Object.entries(BUDGET)) {
  const sum = sums[kind] ?? 0;
  const over = sum > budget;
  console.log(
    `${kind}: ${kB(sum).trim()} gzip of ${kB(budget).trim()}${over ? ': OVER BUDGET' : ''}`,
  );
  if (over) process.exitCode = 1;
}
