import { defineConfig } from '@playwright/test';
import { common, found, launchChromium } from './playwright.common.ts';
import { findFirefox } from './scripts/page.mjs';

const PORT = Number(process.env.PORT ?? 8971);
/** A folder deep in another site: the page must work under any path. */
const BASE = '/courses/level-7/playground/';

/** The browser that is tested: BROWSER=firefox, or Chromium. */
const browser =
  process.env.BROWSER === 'firefox'
    ? ({
        browserName: 'firefox',
        channel: 'moz-firefox',
        launchOptions: {
          executablePath: found(findFirefox(), 'Firefox'),
          // Back loads the page again, as Playwright has it in Chromium.
          firefoxUserPrefs: { 'browser.sessionhistory.max_total_viewers': 0 },
        },
      } as const)
    : { launchOptions: launchChromium() };

export default defineConfig({
  ...common,
  testDir: '../tests/page',
  outputDir: 'test-results',
  fullyParallel: true,
  use: {
    baseURL: `http://localhost:${PORT}${BASE}`,
    // High enough to show all lines of the sample: CodeMirror renders only visible lines.
    viewport: { width: 1280, height: 1300 },
    ...browser,
    // In Firefox it puts a style into the page, which the page's policy refuses: a complaint that no test expects.
    screenshot: process.env.BROWSER === 'firefox' ? 'off' : 'only-on-failure',
  },
  webServer: {
    command: `node scripts/serve.mjs --strict --port ${PORT} --base ${BASE}`,
    url: `http://localhost:${PORT}${BASE}`,
    reuseExistingServer: false,
  },
});
