import { defineConfig, type Plugin } from 'vite';
import { compileMessages } from './scripts/messages.mjs';
import { WIDE } from './src/shell/narrow.ts';

/**
 * Makes the browser enforce "nothing you paste leaves this page": the built page may connect only to its own server.
 * Styles that depend on data are set as properties, since a style attribute would be refused.
 */
const policy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "connect-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** The editor's packages, except those that are loaded later. */
export const CODEMIRROR =
  /node_modules[\\/](@codemirror[\\/](?!search)|@lezer|@marijn|crelt|style-mod|w3c-keyname)/;

/** What all parts use. */
export const BASE =
  /node_modules[\\/](lit|@lit|@messageformat)|src[\\/](styles[\\/]base|parts[\\/]words|engine[\\/]protocol|strings[\\/](?!.*(frame|languages|es\.ts|help|parts|flow|journey|reasons|later|inspector|time|explanation|reconciliation|findings|hints|links|compiled[\\/](?!first\.en))))/;

/** The words of the editor, the flow and what is around them. */
export const PARTS =
  /src[\\/](parts[\\/]part-words|strings[\\/](parts|flow|journey|reasons|compiled[\\/]parts\.en))/;

/** The words of what is loaded later. */
const LATER =
  /src[\\/](parts[\\/]all-words|strings[\\/](later|list-reasons|inspector|time|explanation|reconciliation|links|compiled[\\/]later\.en))/;

/** Small files that go into those of the words: each file takes the page's thread a millisecond more to ask for. */
const SMALL = {
  base: /src[\\/](parts[\\/]data|state[\\/](events|views)|links[\\/]is-link|engine[\\/](bytes-of|report))\.ts/,
  parts: /src[\\/](parts[\\/]width|styles[\\/]outcome|shell[\\/]shortcuts)\.ts/,
  later: /src[\\/]parts[\\/](cells|chips|printing|record-columns|rest|source-menu|step-at)\.ts/,
};

const anyOf = (...tests: RegExp[]) => new RegExp(tests.map(({ source }) => source).join('|'));

const contentSecurityPolicy: Plugin = {
  name: 'content-security-policy',
  // Only for the built page: the development server reloads through an inline script.
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: policy },
      injectTo: 'head-prepend',
    },
  ],
};

/**
 * What the editor loads later, and the editor, with the windows for which each is fetched at once. What is in several of
 * them goes by the last.
 */
const EDITOR = { more: 'not all', 'search-package': 'not all', index: WIDE };

/**
 * The browser fetches the engine together with the scripts, rather than once those have run. So it does with the editor,
 * if the window may have room for two columns. If not, the page fetches all with a `media` when it is idle.
 */
const fetchedAtOnce: Plugin = {
  name: 'fetched-at-once',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(page, { path, bundle = {} }) {
      if (path !== '/index.html') return [];
      const files = Object.values(bundle);
      const engine = files.filter(({ fileName }) => fileName.endsWith('.wasm'));
      /** The scripts of a file of the editor, but for those that the page loads anyway. */
      const scriptsOf = (name: string) =>
        files
          .filter((file) => file.type === 'chunk')
          .filter(({ facadeModuleId }) => facadeModuleId?.endsWith(`/src/editor/${name}.ts`))
          .flatMap(({ fileName, imports }) => [fileName, ...imports])
          .filter((script) => !page.includes(script));
      const media = new Map(
        Object.entries(EDITOR).flatMap(([name, windows]) =>
          scriptsOf(name).map((script) => [script, windows] as const),
        ),
      );
      const links = [
        ...engine.map(({ fileName }) => ({ rel: 'preload', href: `./${fileName}`, as: 'fetch' })),
        ...Array.from(media, ([script, media]) => ({
          rel: 'modulepreload',
          href: `./${script}`,
          media,
        })),
      ];
      return links.map((attrs) => ({
        tag: 'link',
        attrs: { ...attrs, crossorigin: true },
        injectTo: 'head',
      }));
    },
  },
};

/** Takes the comments and the indentation out of the styles and templates, which the minifier leaves as they are. */
export const templates: Plugin = {
  name: 'templates',
  apply: 'build',
  enforce: 'pre',
  transform: (code, id) =>
    /\/src\/.*\.ts$/.test(id) && /\b(?:css|html)`/.test(code)
      ? code
          .replace(/(?<=\bcss`)[^`]*/g, (css) =>
            css
              .replace(/\/\*[\s\S]*?\*\//g, '')
              .replace(/\s+/g, ' ')
              .replace(/ ?([{};,]) ?/g, '$1')
              .replace(/: /g, ':')
              .replace(/;\}/g, '}'),
          )
          .replace(/\n\s+/g, '\n')
      : undefined,
};

/**
 * What loads a part, and at once what that imports. Vite's own, which this stands for, also loads styles, which only the
 * two pages have themselves, and is four times as long.
 */
const preload = `
const asked = new Set();
export function __vitePreload(load, files, from) {
  for (const file of files ?? []) {
    const { href } = new URL(file, from);
    if (!href.endsWith('.js') || asked.has(href)) continue;
    asked.add(href);
    const link = document.createElement('link');
    Object.assign(link, { rel: 'modulepreload', crossOrigin: '', href });
    document.head.append(link);
  }
  return load();
}`;

const shortPreload: Plugin = {
  name: 'short-preload',
  apply: 'build',
  enforce: 'pre',
  load: (id) => (/vite\/preload-helper/.test(id) ? preload : undefined),
};

/** Compiles the words, also when a message changes while the development server runs. */
export const messages: Plugin = {
  name: 'messages',
  buildStart: () => compileMessages(),
  async handleHotUpdate({ file, server }) {
    if (!file.includes('/www/messages/')) return;
    await compileMessages().catch(({ message }) => server.config.logger.error(message));
  },
};

/** The page: everything that it shows at first in few files. */
const page = {
  manifest: true,
  rolldownOptions: {
    output: {
      // CodeMirror changes less often than the page, so its own chunk stays in the cache. The search is loaded later.
      codeSplitting: {
        groups: [
          { name: 'codemirror', test: CODEMIRROR },
          { name: 'search', test: /node_modules[\\/]@codemirror[\\/]search/ },
          // What all parts use, in one file rather than seven.
          {
            name: 'base',
            test: anyOf(
              BASE,
              PARTS,
              /preload-helper|src[\\/]parts[\\/](cells|chips|data|printing)/,
            ),
          },
          { name: 'all-words', test: LATER },
        ],
      },
    },
  },
};

/** For other pages: small scripts of names that stay, which load what a tag shows. They share the engine's files. */
const embed = {
  manifest: 'embed.json',
  emptyOutDir: false,
  rolldownOptions: {
    input: {
      embed: 'src/embed.ts',
      anywidget: 'src/anywidget.ts',
      frame: 'frame.html',
      resize: 'src/resize.ts',
    },
    // A host takes the widget from what the module exports.
    preserveEntrySignatures: 'exports-only' as const,
    output: {
      entryFileNames: ({ name }: { name: string }) =>
        name === 'frame' ? 'embed/[name]-[hash].js' : '[name].js',
      chunkFileNames: 'embed/[name]-[hash].js',
      codeSplitting: {
        groups: [
          { name: 'codemirror', test: CODEMIRROR },
          { name: 'base', test: anyOf(BASE, SMALL.base) },
          { name: 'part-words', test: anyOf(PARTS, SMALL.parts) },
          { name: 'all-words', test: anyOf(LATER, SMALL.later) },
        ],
      },
    },
  },
};

export default defineConfig(({ mode }) => ({
  // Relative URLs, so that the page works under any path of any static server.
  base: './',
  worker: { format: 'es' },
  // Inline nothing: the policy above allows the page to fetch files, but not data: URLs.
  // The manifest lists what each entry loads, for scripts/size.mjs.
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    ...(mode === 'embed' ? embed : page),
  },
  // The sample is with the tests, one folder up.
  server: { fs: { allow: ['..'] } },
  plugins: [contentSecurityPolicy, fetchedAtOnce, templates, messages, shortPreload],
}));
