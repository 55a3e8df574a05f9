/**
 * Builds the scripts of the npm package's element into dist/npm: `element.js`, and in `parts/` what it loads. They find
 * their files from where they are themselves, which browsers and bundlers both understand. `scripts/dist.mjs` does the
 * rest of the package.
 */
import { defineConfig, type Plugin } from 'vite';
import { BASE, CODEMIRROR, messages, templates } from './vite.config.ts';

const HELPER = /vite\/preload-helper/;

/** Loads a part by a plain import: bundlers add their own way to load what it needs in advance. */
const plainImports: Plugin = {
  name: 'plain-imports',
  enforce: 'pre',
  load: (id) => (HELPER.test(id) ? 'export const __vitePreload = (load) => load();' : undefined),
};

export default defineConfig({
  base: './',
  publicDir: false,
  worker: {
    format: 'es',
    rolldownOptions: {
      output: { entryFileNames: 'parts/[name]-[hash].js', assetFileNames: '[name][extname]' },
    },
  },
  build: {
    target: 'es2022',
    outDir: '../dist/npm',
    modulePreload: false,
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: 'src/element.ts',
      preserveEntrySignatures: 'strict',
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: 'parts/[name]-[hash].js',
        // One wasm for the element and for the bare engine, by the name that the bare engine asks for.
        assetFileNames: '[name][extname]',
        codeSplitting: {
          groups: [
            { name: 'codemirror', test: CODEMIRROR },
            { name: 'base', test: BASE },
          ],
        },
      },
    },
  },
  plugins: [plainImports, templates, messages],
});
