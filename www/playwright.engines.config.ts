/** A smoke run in the engines other than Chromium's. `tests/browsers` starts them itself, since Playwright has no WebKit. */
import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: '../tests/browsers',
  outputDir: 'test-results/browsers',
  // One browser of each.
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  retries: process.env.CI ? 1 : 0,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  projects: [{ name: 'firefox' }, { name: 'webkit' }],
});
