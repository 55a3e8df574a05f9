/** Prints the size of the built page and of an embed. Fails if what they load exceeds its budget. */
import { readdir, readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

/**
 * Bytes after gzip, as a learner on a phone downloads them: everything that the page loads before it can be used, the
 * same in one column, and the engine alone. The editor, which one column loads later, is 118 kB of the scripts, Lit 6.
 * Of an embed: what its one script loads before a click, and what it loads in all to show a summary, with the part of
 * the engine for that.
 */
const BUDGET = {
  first: 330_000,
  column: 215_000,
  engine: 160_000,
  loader: 20_000,
  summary: 150_000,
};

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const json = async (name) => JSON.parse(await readFile(dist + name, 'utf8'));
const page = await json('.vite/manifest.json');
const embed = await json('embed.json');
const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

/** The files that are loaded with a chunk of a manifest: its static imports, not its dynamic ones. */
function loadedWith(manifest, key, names = new Set()) {
  const { file, css = [], assets = [], imports = [] } = manifest[key];
  if (names.has(file)) return names;
  names.add(file);
  // A script among the assets is the worker's. It is loaded later, for a text that is too big for the page's thread.
  for (const name of [...css, ...assets]) if (extname(name) !== '.js') names.add(name);
  for (const key of imports) loadedWith(manifest, key, names);
  return names;
}

const column = loadedWith(page, 'index.html').add('index.html');
const firstLoad = loadedWith(page, 'src/editor/index.ts', new Set(column));
const names = (await readdir(dist, { recursive: true })).filter((name) => extname(name));
const loader = loadedWith(embed, 'src/embed.ts');
const summary = loadedWith(embed, 'src/embed/playground.ts', new Set(loader));
// The whole engine is loaded only by embeds that show more, and by what a learner does.
summary.delete(embed['pkg/pipeline_playground_bg.wasm'].file);
loadedWith(embed, 'src/engine/summary-engine.ts', summary);
const sums = { first: 0, column: 0, later: 0, engine: 0, loader: 0, summary: 0 };
for (const load of ['first', 'later']) {
  console.log(`${load} load`);
  for (const name of names.sort()) {
    if (name.startsWith('.vite') || firstLoad.has(name) !== (load === 'first')) continue;
    const content = await readFile(dist + name);
    const gzip = gzipSync(content, { level: 9 }).length;
    sums[load] += gzip;
    if (name === embed['pkg/pipeline_playground_bg.wasm'].file) sums.engine += gzip;
    if (column.has(name)) sums.column += gzip;
    if (loader.has(name)) sums.loader += gzip;
    if (summary.has(name)) sums.summary += gzip;
    console.log(`${kB(content.length).padStart(10)} ${kB(gzip).padStart(10)} gzip  ${name}`);
  }
}
for (const name of [...firstLoad, ...summary])
  if (!names.includes(name)) throw new Error(`${name} is missing`);
if (![...summary].some((name) => extname(name) === '.wasm')) throw new Error('no engine is listed');
if (!sums.engine) throw new Error('www/dist holds no engine');
for (const [what, sum] of Object.entries(sums)) {
  const budget = BUDGET[what];
  const over = budget !== undefined && sum > budget;
  const limit = budget === undefined ? '' : ` of ${kB(budget)}`;
  console.log(`${what}: ${kB(sum)} gzip${limit}${over ? ': OVER BUDGET' : ''}`);
  if (over) process.exitCode = 1;
}
