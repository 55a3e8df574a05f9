/** The npm package in a browser: built by Vite, served by Vite while one develops, and by an import map. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { test as bare, expect, type Page } from '@playwright/test';
import { caseNamed } from '../page/conformance.ts';
import { Playground, sample } from '../page/page.ts';
import { DIST, example, freshProject, ROOT, serve, serveFolder } from './installed.cjs';

const PORT = Number(process.env.PORT ?? 8971) + 1;
const VITE = 'node_modules/vite/bin/vite.js';
const course = caseNamed('course_sample').summary ?? '';
/** Too long for the page's thread. */
const long = JSON.stringify({ ...JSON.parse(sample), padding: 'x'.repeat(60_000) });

const test = bare.extend<{ complaints: string[] }>({
  complaints: async ({ page }, use) => {
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => {
      if (!/^(http:\/\/localhost:|blob:|data:)/.test(request.url()))
        complaints.push(`asked for ${request.url()}`);
    });
    await use(complaints);
    expect(complaints).toEqual([]);
  },
});

const TAG = `<pipeline-playground height="1250"><script type="application/json">${sample}</script></pipeline-playground>`;

/** A project made with the README's example for Vite. */
function viteProject(config = 'export default {}') {
  const project = freshProject();
  project.write('main.js', example('Vite'));
  project.write('vite.config.js', config);
  project.write(
    'index.html',
    `<!doctype html><html lang="en"><head><title>App</title><link rel="icon" href="data:,">
    <script type="module" src="./main.js"></script></head><body><output></output>${TAG}</body></html>`,
  );
  return project;
}

/** The engine is there, and the playground, which asks a worker for a long text. */
async function expectAll(page: Page): Promise<void> {
  await expect(page.locator('output')).toContainText('"records_in": 0');
  const playground = new Playground(page);
  await playground.expectSummary(course);
  await playground.fill('{}');
  await playground.expectSummary(caseNamed('empty_object').summary ?? '');
  const worker = page.waitForEvent('worker');
  await playground.fill(long);
  await worker;
  await playground.expectSummary(course);
}

test('a Vite app, built', async ({ page, complaints: _ }) => {
  const project = viteProject();
  try {
    const vite = join(ROOT, 'www', VITE);
    execFileSync(process.execPath, [vite, 'build', '--base', './', '--logLevel', 'warn'], {
      cwd: project.folder,
    });
    const { address, stop } = await serveFolder(PORT, join(project.folder, 'dist'));
    await page.goto(address);
    await expectAll(page);
    stop();
  } finally {
    project.remove();
  }
});

test('a Vite app, while one develops', async ({ page, complaints: _ }) => {
  // The second example under the heading is Vite's config.
  const project = viteProject(example('Vite', 1));
  const { address, stop } = await serve(VITE, ['--port', String(PORT + 10)], project.folder);
  try {
    await page.goto(address);
    await expectAll(page);
  } finally {
    stop();
    project.remove();
  }
});

test('a page with an import map', async ({ page, complaints: _ }) => {
  const { address, stop } = await serveFolder(PORT + 20, join(DIST, 'npm'));
  const text = example('A plain page').replaceAll('./pipeline-playground/', './');
  await page.route('**/lesson.html', (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: `<!doctype html><html lang="en"><head><title>Lesson</title>
        <link rel="icon" href="data:,"></head><body>${text}</body></html>`,
    }),
  );
  await page.goto(`${address}lesson.html`);
  await expect(page.locator('output')).toContainText('"records_in": 0');
  await expect(new Playground(page).summary).toContainText('"records_out": 1');
  stop();
});

test('the class without its definition', async ({ page, complaints: _ }) => {
  const { address, stop } = await serveFolder(PORT + 20, join(DIST, 'npm'));
  await page.route('**/lesson.html', (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: `<!doctype html><title>Lesson</title><link rel="icon" href="data:,">${TAG}
        <script type="module">
          import { PipelinePlayground } from './element.js';
          window.before = customElements.get(PipelinePlayground.tag);
          window.define = () => customElements.define('my-playground', PipelinePlayground);
        </script><my-playground id="empty" loading="eager" show="summary"></my-playground>
        <my-playground id="own" loading="eager" show="summary"><script type="application/json">${sample}</script></my-playground>`,
    }),
  );
  await page.goto(`${address}lesson.html`);
  const state = await page.evaluate(() => {
    const own = window as unknown as { before: unknown; define(): void };
    const before = own.before === undefined;
    own.define();
    return before;
  });
  expect(state).toBe(true);
  await new Playground(page, page.locator('#own')).expectSummary(course);
  const empty = new Playground(page, page.locator('#empty'));
  await expect(empty.summary).toContainText('"records_in": 13');
  stop();
});
