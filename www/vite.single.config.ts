/**
 * Builds dist/pipeline-playground.html: the page as one file, which works by a double click, without a server. It may
 * ask nothing for anything: its policy allows its own script and styles by their hashes, and its worker.
 *
 * vite-plugin-singlefile would save the 15 lines of `inlined`. It brings Rollup, and leaves `<!--` and the policy to us.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import { defineConfig, type Plugin, type Rolldown } from 'vite';
import { messages, templates } from './vite.config.ts';

const PAGE = 'pipeline-playground.html';
const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const policyOf = (script: string, style: string): string =>
  [
    "default-src 'none'",
    `script-src ${hashOf(script)} 'wasm-unsafe-eval'`,
    'worker-src blob:',
    `style-src ${hashOf(style)}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');

/** What would end or change the script element, in a way that means the same in strings, templates and patterns. */
const escaped = (code: string): string => code.replace(/<(?=!--|\/?script)/gi, '\\x3C');

/** Replaces what occurs once. */
function replaced(text: string, old: string | RegExp, by: string): string {
  const parts = text.split(old);
  if (parts.length !== 2) throw new Error(`not once in the page: ${old}`);
  return parts.join(by);
}

/** Puts the script and the styles into the page, and leaves only the page. */
function inlined(this: Rolldown.PluginContext, _: unknown, bundle: Rolldown.OutputBundle): void {
  const files = Object.values(bundle);
  const one = (end: string): string => {
    const [file, ...more] = files.filter(({ fileName }) => fileName.endsWith(end));
    if (!file || more.length) throw new Error(`not one ${end} but ${1 + more.length}`);
    return file.type === 'chunk' ? file.code : String(file.source);
  };
  const script = escaped(one('.js'));
  const style = one('.css')
    .replace(/\/\*.*?\*\//g, '')
    .trim();
  let page = one('.html');
  page = replaced(page, /\s*<script type="module"[^>]*><\/script>/, '');
  page = replaced(
    page,
    /(?<=<link rel="icon" href=")[^"]*/,
    `data:image/svg+xml,${encodeURIComponent(one('.svg'))}`,
  );
  page = replaced(page, /<link rel="stylesheet"[^>]*>/, `<style>${style}</style>`);
  page = replaced(page, ', and a web server: a browser does not load it from a file', '');
  page = replaced(
    page,
    /<meta charset="utf-8" ?\/?>/,
    `<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="${policyOf(script, style)}">`,
  );
  // A module is run once the page is parsed, so it can be its last line.
  page = replaced(page, '</body>', `<script type="module">${script}</script>\n</body>`);
  for (const { fileName } of files) delete bundle[fileName];
  this.emitFile({ type: 'asset', fileName: PAGE, source: page });
}

/** After Vite's own, which replace names in the script. */
const inline: Plugin = {
  name: 'inline',
  generateBundle: { order: 'post', handler: inlined },
};

/** `x.wasm?deflated`: its bytes, deflated, as base64. That is less than half of the bytes as base64. */
const deflated: Plugin = {
  name: 'deflated',
  enforce: 'pre',
  load(id) {
    const [file, query] = id.split('?');
    if (!file || query !== 'deflated') return undefined;
    const bytes = deflateRawSync(readFileSync(file), { level: 9 });
    return `export default ${JSON.stringify(bytes.toString('base64'))}`;
  },
};

/** The package's own way to find the wasm, which would put it into the file again, for the page and for the worker. */
const noAddress = (): Plugin => ({
  name: 'no-address',
  enforce: 'pre',
  transform: (code, id) =>
    id.endsWith('/pkg/pipeline_playground.js')
      ? replaced(code, "new URL('pipeline_playground_bg.wasm', import.meta.url)", 'undefined')
      : undefined,
});

export default defineConfig({
  base: './',
  publicDir: false,
  worker: { format: 'iife', plugins: () => [noAddress()] },
  resolve: {
    alias: [{ find: /^\.\/engine-files\.ts$/, replacement: path('src/engine-files.inline.ts') }],
  },
  build: {
    target: 'es2022',
    outDir: '../dist',
    emptyOutDir: false,
    modulePreload: false,
    cssCodeSplit: false,
    assetsInlineLimit: Number.MAX_SAFE_INTEGER,
    rolldownOptions: { output: { codeSplitting: false } },
  },
  plugins: [noAddress(), deflated, templates, messages, inline],
});
