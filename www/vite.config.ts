import { defineConfig, type Plugin } from 'vite';

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
const CODEMIRROR =
  /node_modules[\\/](@codemirror[\\/](?!search)|@lezer|@marijn|crelt|style-mod|w3c-keyname)/;

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

export default defineConfig({
  // Relative URLs, so that the page works under any path of any static server.
  base: './',
  worker: { format: 'es' },
  // Inline nothing: the policy above allows the page to fetch files, but not data: URLs.
  // The manifest lists what the first load consists of, for scripts/size.mjs.
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    manifest: true,
    rolldownOptions: {
      output: {
        // CodeMirror changes less often than the page, so its own chunk stays in the cache. The search is loaded later.
        codeSplitting: {
          groups: [
            { name: 'codemirror', test: CODEMIRROR },
            { name: 'search', test: /node_modules[\\/]@codemirror[\\/]search/ },
          ],
        },
      },
    },
  },
  // The sample is with the tests, one folder up.
  server: { fs: { allow: ['..'] } },
  plugins: [contentSecurityPolicy],
});
