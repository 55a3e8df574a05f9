import { defineConfig } from '@playwright/test';
import { common, launchChromium } from './playwright.common.ts';

/** The example sites name this address too. */
const PORT = 8972;

export default defineConfig({
  ...common,
  testDir: '../tests/hosts',
  outputDir: 'test-results/hosts',
  fullyParallel: true,
  timeout: 120_000,
  use: {
    baseURL: `http://localhost:${PORT}/`,
    viewport: { width: 1280, height: 1300 },
    launchOptions: launchChromium(),
    screenshot: 'only-on-failure',
  },
  webServer: {
    command: `node scripts/serve.mjs --strict --port ${PORT} --root ../target/hosts`,
    url: `http://localhost:${PORT}/plain/index.html`,
    reuseExistingServer: false,
  },
});
