/** A page of a course, which embeds playgrounds by their one script. */
import type { Page } from '@playwright/test';
import { Playground } from '../page.ts';

/** What a strict page allows, and no more. */
export const STRICT =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; style-src 'self'; connect-src 'self'";

/** The same server, which is another origin for a browser. */
export const ORIGIN = `http://127.0.0.1:${process.env.PORT ?? 8971}/`;

interface Host {
  /** Its Content-Security-Policy. */
  policy?: string;
  /** Another origin than that of the script. */
  origin?: string;
  head?: string;
}

/** Opens a page with this body. Its text is long enough to scroll if `body` has `<hr>`. */
export async function openHost(page: Page, body: string, host: Host = {}): Promise<Playground> {
  const { policy, origin, head = '' } = host;
  const base = (page as unknown as { _browserContext: { _options: { baseURL: string } } })
    ._browserContext._options.baseURL;
  const address = new URL('course/page.html', origin ?? base).href;
  const far = '<p>Text of the course.</p>'.repeat(80);
  await page.route(address, (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      headers: policy ? { 'content-security-policy': policy } : {},
      body: `<!doctype html><html lang="en"><head><title>Course</title>${head}
        <script type="module" src="${base}embed.js"></script></head>
        <body><main><h1>Lesson</h1>${body.replaceAll('<hr>', far)}</main></body></html>`,
    }),
  );
  // Chromium asks before a page that is not on this machine loads something from it. This one only seems not to be.
  await page
    .context()
    .grantPermissions(['local-network-access'], { origin: new URL(address).origin });
  await page.goto(address);
  return new Playground(page);
}

/** A tag with a config inside, and what is prerendered. */
export const tag = (attributes: string, config: string, inside = ''): string =>
  `<pipeline-playground ${attributes}><script type="application/json">${config}</script>${inside}</pipeline-playground>`;

/** The names of the files that the page has asked for, without their hashes. */
export function filesOf(page: Page): string[] {
  const files: string[] = [];
  page.on('request', (request) => {
    const name = new URL(request.url()).pathname.split('/').at(-1) ?? '';
    files.push(name.replace(/-[\w-]{8}(?=\.)/, ''));
  });
  return files;
}
