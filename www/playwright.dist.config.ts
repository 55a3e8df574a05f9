/** The tests of dist/: what people download and install. Without a server of its own. */
import { defineConfig } from '@playwright/test';
import pages from './playwright.config.ts';

const { webServer: _, ...shared } = pages;

export default defineConfig({
  ...shared,
  testDir: '../tests/dist',
  testMatch: '*.spec.ts',
  use: { ...shared.use, baseURL: undefined },
});
