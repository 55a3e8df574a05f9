// Contenders in a real Chromium: serves the page, and runs each contender in its own page.

import { once } from 'node:events';
import { createReadStream, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { chromium } from 'playwright-core';

const TYPES = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.wasm': 'application/wasm',
};

/** A server on localhost for /bench/, /engine/ and /config.json. */
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
      // A cross-origin isolated page has a clock with a resolution of 5 instead of 100 microseconds.
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
    });
    createReadStream(file).pipe(response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

/** Starts a browser for one config. `start(name)` opens a page for a contender. */
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
