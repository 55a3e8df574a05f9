import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';

/** The one line that a site needs. */
const head = [{ tag: 'script', attrs: { type: 'module', src: '/starlight/playground/embed.js' } }];

export default defineConfig({
  site: 'http://localhost',
  base: '/starlight',
  outDir: 'site',
  integrations: [starlight({ title: 'Course', head })],
});
