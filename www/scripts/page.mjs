/** What the tests, the benches and the pictures of the built page share. Without dependencies. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];
const SHELL = 'chromium-headless-shell';

/**
 * The path of a Chromium: the variable CHROMIUM, or the first one on PATH. Undefined if there is none.
 * @param {boolean} shell Prefer Chromium without its own windows and menus, which starts in half the time.
 * @returns {string | undefined}
 */
export const findChromium = (shell = false) =>
  find(process.env.CHROMIUM, shell ? [SHELL, ...NAMES] : NAMES);

/** The path of a Firefox, likewise: the variable FIREFOX, or the first one on PATH. */
export const findFirefox = () => find(process.env.FIREFOX, ['firefox-esr', 'firefox']);

/**
 * @param {string | undefined} given
 * @param {string[]} names
 * @returns {string | undefined}
 */
function find(given, names) {
  if (given) return existsSync(given) ? given : undefined;
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((path) => existsSync(path));
}

/**
 * Serves www/dist, or another folder, from this port or the next free one.
 * @param {number} port
 * @param {string} [root]
 */
export async function servePage(port, root) {
  const script = fileURLToPath(new URL('serve.mjs', import.meta.url));
  const where = root === undefined ? [] : ['--root', root];
  const server = spawn(process.execPath, [script, '--port', String(port), ...where], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(server.stdout, 'data');
  const [address = ''] = /http:\S+/.exec(String(line)) ?? [];
  return { address, stop: () => server.kill() };
}
