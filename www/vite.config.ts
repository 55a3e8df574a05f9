import { defineConfig, type Plugin } from 'vite';

/**
 * The promise "nothing you paste leaves this page", kept by the browser: the built page may talk to nobody but the
 * server that it came from. `unsafe-inline` is for the style attributes that CodeMirror writes, not for scripts.
 */
const policy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "connect-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** The packages of the editor, without those that it loads later. */
const CODEMIRROR =
  /node_modules[\\/](@codemirror[\\/](?!search)|@lezer|@marijn|crelt|style-mod|w3c-keyname)/;

const contentSecurityPolicy: Plugin = {
  name: 'content-security-policy',
  // Only the built page: the development server reloads through an inline script.
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
  // Relative addresses, so that the page works under any path of any static server.
  base: './',
  worker: { format: 'es' },
  // Nothing inlined: the policy above lets the page fetch files, not data: addresses.
  // The manifest says what the first load consists of: scripts/size.mjs reads it.
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    manifest: true,
    rolldownOptions: {
      output: {
        // CodeMirror changes less often than the page, so it stays in a browser's cache. What is loaded later is not in it.
        codeSplitting: {
          groups: [
            { name: 'codemirror', test: CODEMIRROR },
            { name: 'search', test: /node_modules[\\/]@codemirror[\\/]search/ },
          ],
        },
      },
    },
  },
  // The sample lives with the tests, one folder up.
  server: { fs: { allow: ['..'] } },
  plugins: [contentSecurityPolicy],
});
