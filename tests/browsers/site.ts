/** Serves the built page, and pages of a course that embed it. */
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { STRICT } from '../page/embed/host.ts';

const DIST = join(__dirname, '../../www/dist');
const TYPES: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};
const WATCH = '<script src="/watch.js"></script>';

export class Site {
  #server = createServer((request, response) => this.#answer(request.url ?? '/', response));
  #port = 0;
  /** The bodies of the course's pages. */
  #course: string[] = [];

  async start(): Promise<void> {
    await once(this.#server.listen(0, '127.0.0.1'), 'listening');
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  stop(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  /** The playground's page. */
  get page(): string {
    return `http://localhost:${this.#port}/`;
  }

  /** Adds a page of a course on the same server, with a strict policy. Returns its address. */
  course(body: string): string {
    return `${this.page}course/${this.#course.push(body) - 1}`;
  }

  /** The same on what is another origin for a browser, without a policy. */
  elsewhere(body: string): string {
    return `http://127.0.0.1:${this.#port}/elsewhere/${this.#course.push(body) - 1}`;
  }

  async #answer(path: string, response: ServerResponse): Promise<void> {
    const [, folder, page] = path.split('/');
    const body =
      folder === 'course' || folder === 'elsewhere'
        ? this.#coursePage(Number(page))
        : await file(path).catch(() => undefined);
    response.writeHead(body === undefined ? 404 : 200, {
      'access-control-allow-origin': '*',
      'content-type': TYPES[extname(path) || '.html'] ?? 'text/plain',
      ...(folder === 'course' && { 'content-security-policy': STRICT }),
    });
    response.end(body);
  }

  #coursePage(page: number): string {
    const script = `<script type="module" src="${this.page}embed.js"></script>`;
    return `<!doctype html><html lang="en"><head><title>Course</title>${WATCH}${script}</head>
      <body><h1>Lesson</h1>${this.#course[page]}</body></html>`;
  }
}

async function file(path: string): Promise<Buffer | string> {
  if (path === '/watch.js') return readFile(join(__dirname, 'watch.js'));
  if (path !== '/') return readFile(join(DIST, path));
  const page = await readFile(join(DIST, 'index.html'), 'utf8');
  return page.replace('<meta charset', `${WATCH}$&`);
}
