import { defineConfig } from '@playwright/test';
import { common } from './playwright.common.ts';
import { findChromium } from './scripts/page.mjs';

/** The example sites name this address too. */
const PORT = 8972;

const chromium = findChromium(true);
if (!chromium) throw new Error('No Chromium found: install it, or set CHROMIUM to its path.');

export default defineConfig({
  ...common,
  testDir: '../tests/hosts',
  outputDir: 'test-results/hosts',
  fullyParallel: true,
  timeout: 120_000,
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
