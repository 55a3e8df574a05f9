/**
 * Serves www/dist, or another folder, on localhost, without dependencies, as a static host does: compressed, and cached
 * by the browser. `node scripts/serve.mjs [--port 8080] [--base /sub/path/] [--root folder]`.
 * If the port is taken, uses the next free one. Prints the URL.
 */
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { gzip } from 'node:zlib';

const HOST = '127.0.0.1';
/** How many ports to try before giving up. */
const ATTEMPTS = 50;
const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};
/** The name of a file of the build changes with what is in it. */
const NEVER_CHANGES = /\/(assets|embed)\/[^/]+-[\w-]{8}\.\w+$/;
const compress = promisify(gzip);

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '8080' },
    base: { type: 'string', default: '/' },
    root: { type: 'string' },
    /** Fail if the port is taken, for a test that expects a fixed URL. */
    strict: { type: 'boolean', default: false },
  },
});
const root = values.root
  ? resolve(values.root)
  : fileURLToPath(new URL('../dist/', import.meta.url));
const base = `/${values.base}/`.replace(/\/+/g, '/');
const firstPort = Number(values.port);

/** The file for a URL. Undefined if that is outside the base or the folder, or a folder. Throws if there is no file. */
async function fileFor(url) {
  const { pathname } = new URL(url, `http://${HOST}`);
  if (!pathname.startsWith(base)) return undefined;
  const name = decodeURIComponent(pathname.slice(base.length));
  const path = join(root, /(^|\/)$/.test(name) ? `${name}index.html` : name);
  if (!path.startsWith(root.endsWith(sep) ? root : root + sep) || name.includes('\0'))
    return undefined;
  const found = await stat(path);
  return found.isFile() ? { path, size: found.size, changed: found.mtimeMs } : undefined;
}

/** What was compressed, by the file and its state. */
const compressed = new Map();

function gzipped({ path, tag }) {
  const known = compressed.get(path);
  if (known?.tag === tag) return known.content;
  const content = readFile(path).then((bytes) => compress(bytes));
  compressed.set(path, { tag, content });
  return content;
}

const server = createServer(async (request, response) => {
  // A malformed URL and a missing file are both answered with 404.
  const file = await fileFor(request.url ?? '/').catch(() => undefined);
  if (!file || (request.method !== 'GET' && request.method !== 'HEAD')) {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Not found\n');
    return;
  }
  const type = TYPES[extname(file.path)];
  const tag = `"${file.size}-${file.changed}"`;
  const headers = {
    etag: tag,
    'cache-control': NEVER_CHANGES.test(file.path) ? 'max-age=31536000, immutable' : 'no-cache',
    // Pages of other sites may embed the playground.
    'access-control-allow-origin': '*',
    'x-content-type-options': 'nosniff',
    vary: 'accept-encoding',
  };
  if (request.headers['if-none-match'] === tag) {
    response.writeHead(304, headers).end();
    return;
  }
  const isCompressed = type && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  const content = isCompressed ? await gzipped({ ...file, tag }) : undefined;
  response.writeHead(200, {
    ...headers,
    'content-type': type ?? 'application/octet-stream',
    'content-length': content?.length ?? file.size,
    ...(content && { 'content-encoding': 'gzip' }),
  });
  if (request.method === 'HEAD') response.end();
  else if (content) response.end(content);
  else createReadStream(file.path).pipe(response);
});

function listen(port) {
  server.once('error', (problem) => {
    const next = port + 1;
    if (problem.code !== 'EADDRINUSE' || values.strict || next >= firstPort + ATTEMPTS)
      throw problem;
    listen(next);
  });
  server.listen(port, HOST);
}

server.once('listening', () => {
  const { port } = server.address();
  console.log(`The playground is at http://localhost:${port}${base} (Ctrl+C ends it)`);
});
await stat(values.root ? root : join(root, 'index.html')).catch(() => {
  console.error(`There is nothing in ${root} yet: build it first.`);
  process.exit(1);
});
listen(firstPort);
