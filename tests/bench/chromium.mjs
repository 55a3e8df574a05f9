// Contenders in a real Chromium: finds one on the machine, serves it the page, and has each contender in a page apart.

import { once } from 'node:events';
import { createReadStream, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { delimiter, extname, join, normalize } from 'node:path';
import { chromium } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];
const TYPES = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.wasm': 'application/wasm',
};

/** Where a Chromium is: what the variable CHROMIUM says, or the first on PATH. */
export function findChromium() {
  if (process.env.CHROMIUM)
    return existsSync(process.env.CHROMIUM) ? process.env.CHROMIUM : undefined;
  const folders = process.env.PATH.split(delimiter);
  return folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find(existsSync);
}

/** A server for localhost: /bench/, /engine/ and /config.json, from where they are. */
async function serve({ bench, engine, config }) {
  const server = createServer((request, response) => {
    const [, folder, ...rest] = normalize(new URL(request.url, 'http://localhost').pathname).split(
      '/',
    );
    const file = {
      bench: join(bench, ...rest),
      engine: join(engine, ...rest),
      'config.json': config,
    }[folder];
    if (!file || !existsSync(file)) return response.writeHead(404).end();
    response.writeHead(200, {
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
      // A page that is isolated from others gets a clock of 5 microseconds instead of 100.
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
    });
    createReadStream(file).pipe(response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

/** A browser for one config. `start(contender)` opens a page for it. */
export async function launch(executablePath, folders) {
  const server = await serve(folders);
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  });
  return {
    version: browser.version(),
    async start(name) {
      const page = await browser.newPage();
      await page.goto(`http://127.0.0.1:${server.address().port}/bench/page.html`);
      await page.evaluate((contender) => window.prepare(contender), name);
      return {
        measure: (count) => page.evaluate((runs) => window.measure(runs), count),
        stop: () => page.close(),
      };
    },
    async close() {
      await browser.close();
      server.close();
    },
  };
}
