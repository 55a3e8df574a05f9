import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import { common, launchChromium } from './playwright.common.ts';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const notebooks = path('../target/notebooks');
const bin = path('../.tools/notebooks/venv/bin');

/** The notebooks and their tests name these addresses too. */
const servers = {
  'http://localhost:8973/embed.js': `node ${path('scripts/serve.mjs')} --strict --port 8973`,
  'http://localhost:8974/': `${bin}/marimo run marimo_notebook.py --headless --no-token --port 8974`,
  'http://localhost:8975/api': `${bin}/jupyter lab --no-browser --allow-root --ServerApp.token= --port 8975`,
};

export default defineConfig({
  ...common,
  testDir: '../tests/notebooks',
  outputDir: 'test-results/notebooks',
  use: {
    viewport: { width: 1280, height: 1300 },
    launchOptions: launchChromium(),
    screenshot: 'only-on-failure',
  },
  webServer: Object.entries(servers).map(([url, command]) => ({
    command,
    url,
    cwd: notebooks,
    // Nothing of the machine's own settings.
    env: { HOME: notebooks, JUPYTER_PLATFORM_DIRS: '0' },
    reuseExistingServer: false,
  })),
});
