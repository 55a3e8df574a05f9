import { defineConfig } from '@playwright/test';
import { findChromium } from './scripts/page.mjs';

/** The example sites name this address too. */
const PORT = 8972;

const chromium = findChromium(true);
if (!chromium) throw new Error('No Chromium found: install it, or set CHROMIUM to its path.');

export default defineConfig({
  testDir: '../tests/hosts',
  outputDir: 'test-results/hosts',
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  retries: process.env.CI ? 1 : 0,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: {
    baseURL: `http://localhost:${PORT}/`,
    viewport: { width: 1280, height: 1300 },
    launchOptions: { executablePath: chromium, args: ['--no-sandbox'] },
    screenshot: 'only-on-failure',
  },
  webServer: {
    command: `node scripts/serve.mjs --strict --port ${PORT} --root ../target/hosts`,
    url: `http://localhost:${PORT}/plain/index.html`,
    reuseExistingServer: false,
  },
});
