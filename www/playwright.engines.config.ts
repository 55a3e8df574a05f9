/** A smoke run in the engines other than Chromium's. `tests/browsers` starts them itself, since Playwright has no WebKit. */
import { defineConfig } from '@playwright/test';
import { common } from './playwright.common.ts';

export default defineConfig({
  ...common,
  testDir: '../tests/browsers',
  outputDir: 'test-results/browsers',
  projects: [{ name: 'firefox' }, { name: 'webkit' }],
});
