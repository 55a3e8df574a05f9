/**
 * The npm package as someone installs it: in a folder of its own, from the file that `npm pack` has made. In CommonJS,
 * which Playwright's tests and Node's both can load.
 */
const { execFileSync, spawn } = require('node:child_process');
const { once } = require('node:events');
const fs = require('node:fs');
const { tmpdir } = require('node:os');
const { join, resolve } = require('node:path');

const ROOT = resolve(__dirname, '../..');
const DIST = join(ROOT, 'dist');
/** What `npm pack` has made. */
const PACKED = join(DIST, fs.readdirSync(DIST).find((name) => name.endsWith('.tgz')) ?? '');

/** A new project with the package. Without a network, since the package needs no other. */
function freshProject() {
  const folder = fs.realpathSync(fs.mkdtempSync(join(tmpdir(), 'pipeline-playground-')));
  /**
   * @param {string} name
   * @param {string} text
   */
  const write = (name, text) => fs.writeFileSync(join(folder, name), text);
  write('package.json', '{"name": "fresh", "private": true, "type": "module"}');
  execFileSync('npm', ['install', '--offline', '--no-audit', '--no-fund', PACKED], { cwd: folder });
  return { folder, write, remove: () => fs.rmSync(folder, { recursive: true, force: true }) };
}

/**
 * Starts a server, and waits until it prints its address.
 * @param {string} script
 * @param {string[]} given
 * @param {string} cwd
 */
async function serve(script, given, cwd) {
  const server = spawn(process.execPath, [join(ROOT, 'www', script), ...given], {
    cwd,
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  while (!/http:\S+/.test(printed)) printed += String((await once(server.stdout, 'data'))[0]);
  return { address: /http:\S+/.exec(printed)?.[0] ?? '', stop: () => server.kill() };
}

/**
 * Serves a folder, from this port or the next free one.
 * @param {number} port
 * @param {string} folder
 */
const serveFolder = (port, folder) =>
  serve('scripts/serve.mjs', ['--port', String(port), '--root', folder], folder);

/**
 * An example under a heading of the package's README.
 * @param {string} heading
 */
function example(heading, index = 0) {
  const text = fs.readFileSync(join(DIST, 'npm/README.md'), 'utf8');
  const [section = ''] = text.split(`\n## ${heading}\n`)[1]?.split('\n## ') ?? [];
  const code = [...section.matchAll(/```\w+\n(.*?)```/gs)][index]?.[1];
  if (!code) throw new Error(`no example of ${heading}`);
  return code;
}

module.exports = { DIST, ROOT, example, freshProject, serve, serveFolder };
