/**
 * Fills dist/ with what people download and install, from the built page and the built engine: the page as one file,
 * the page as a folder, and the npm package. The same sources give the same bytes. `--out FOLDER`: another folder.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

const WWW = fileURLToPath(new URL('..', import.meta.url));
const ROOT = resolve(WWW, '..');
const { values } = parseArgs({ options: { out: { type: 'string', default: join(ROOT, 'dist') } } });
const OUT = resolve(values.out);
const PACKAGE = join(OUT, 'npm');
const json = async (path) => JSON.parse(await readFile(path, 'utf8'));

/** Where the sources are: as Cargo.toml says, or the repository whose workflow this is. */
function repository(engine) {
  const { GITHUB_SERVER_URL, GITHUB_REPOSITORY } = process.env;
  if (engine.repository) return { repository: engine.repository };
  if (!GITHUB_REPOSITORY) return {};
  const url = `git+${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}.git`;
  return { repository: { type: 'git', url } };
}

/** Without a report of where a build's time went. */
const quiet = { rolldownOptions: { checks: { bundlerTimings: false } } };

const bundle = (config, outDir) =>
  build({
    root: WWW,
    configFile: join(WWW, config),
    logLevel: 'warn',
    build: { outDir, emptyOutDir: false, ...quiet },
    worker: quiet,
  });

/** The folder for a web server, without the lists that only the checks of the sizes read. */
const site = () =>
  cp(join(WWW, 'dist'), join(OUT, 'site'), {
    recursive: true,
    filter: (path) => !['.vite', 'embed.json'].includes(basename(path)),
  });

async function npmPackage() {
  await bundle('vite.package.config.ts', PACKAGE);
  await cp(join(WWW, 'package'), PACKAGE, { recursive: true });
  for (const end of ['.js', '.d.ts', '_bg.wasm'])
    await cp(
      join(WWW, `pkg/pipeline_playground${end}`),
      join(PACKAGE, `pipeline_playground${end}`),
    );
  await cp(join(WWW, 'public/embed.css'), join(PACKAGE, 'embed.css'));
  await cp(join(ROOT, 'LICENSE'), join(PACKAGE, 'LICENSE'));
  // wasm-pack has it from Cargo.toml, which is the one place of the version.
  const engine = await json(join(WWW, 'pkg/package.json'));
  const { name, ...rest } = await json(join(PACKAGE, 'package.json'));
  const { version, license } = engine;
  const whole = { name, version, license, ...repository(engine), ...rest };
  await writeFile(join(PACKAGE, 'package.json'), `${JSON.stringify(whole, null, 2)}\n`);
  execFileSync('npm', ['pack', '--silent', '--pack-destination', OUT, PACKAGE], { cwd: OUT });
}

/** `SHA256SUMS`, which `sha256sum --check` reads, and the sizes. */
async function list() {
  const names = await readdir(OUT, { recursive: true, withFileTypes: true });
  const files = names
    .filter((one) => one.isFile())
    .map((one) => relative(OUT, join(one.parentPath, one.name)))
    .sort();
  let sums = '';
  for (const file of files) {
    const bytes = await readFile(join(OUT, file));
    sums += `${createHash('sha256').update(bytes).digest('hex')}  ${file}\n`;
    if (file.includes('/')) continue;
    const packed = file.endsWith('.html') ? `, ${kB(gzipSync(bytes, { level: 9 }))} gzip` : '';
    console.log(`${join(relative(ROOT, OUT), file)}: ${kB(bytes)}${packed}`);
  }
  await writeFile(join(OUT, 'SHA256SUMS'), sums);
}

const kB = ({ length }) => `${(length / 1000).toFixed(1)} kB`;

await rm(OUT, { recursive: true, force: true });
await mkdir(OUT, { recursive: true });
await Promise.all([site(), bundle('vite.single.config.ts', OUT), npmPackage()]);
await list();
