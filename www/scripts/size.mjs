/** Prints the size of the built page. Fails if its first load or the engine exceeds its budget. */
import { readdir, readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

/**
 * Bytes after gzip, as a learner on a phone downloads them: everything that the page loads before it can be used, and
 * the engine alone. CodeMirror with JSON takes about 115 kB of the scripts, Lit 6.
 */
const BUDGET = { first: 330_000, engine: 160_000 };

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const manifest = JSON.parse(await readFile(`${dist}.vite/manifest.json`, 'utf8'));
const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

/** The files that are loaded with a chunk of the manifest: its static imports, not its dynamic ones. */
function loadedWith(key, names = new Set()) {
  const { file, css = [], assets = [], imports = [] } = manifest[key];
  if (names.has(file)) return names;
  names.add(file);
  // A script among the assets is the worker's. It is loaded later, for a text that is too big for the page's thread.
  for (const name of [...css, ...assets]) if (extname(name) !== '.js') names.add(name);
  for (const key of imports) loadedWith(key, names);
  return names;
}

const firstLoad = loadedWith('index.html').add('index.html');
const names = (await readdir(dist, { recursive: true })).filter((name) => extname(name));
const sums = { first: 0, later: 0, engine: 0 };
for (const load of ['first', 'later']) {
  console.log(`${load} load`);
  for (const name of names.sort()) {
    if (name.startsWith('.vite') || firstLoad.has(name) !== (load === 'first')) continue;
    const content = await readFile(dist + name);
    const gzip = gzipSync(content, { level: 9 }).length;
    sums[load] += gzip;
    if (extname(name) === '.wasm') sums.engine += gzip;
    console.log(`${kB(content.length).padStart(10)} ${kB(gzip).padStart(10)} gzip  ${name}`);
  }
}
for (const name of firstLoad) if (!names.includes(name)) throw new Error(`${name} is missing`);
if (!sums.engine) throw new Error('www/dist holds no engine');
for (const [what, sum] of Object.entries(sums)) {
  const budget = BUDGET[what];
  const over = budget !== undefined && sum > budget;
  const limit = budget === undefined ? '' : ` of ${kB(budget)}`;
  console.log(`${what}: ${kB(sum)} gzip${limit}${over ? ': OVER BUDGET' : ''}`);
  if (over) process.exitCode = 1;
}
