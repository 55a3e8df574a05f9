import { findChromium } from './scripts/page.mjs';

export function found(path: string | undefined, name: string): string {
  if (!path)
    throw new Error(`No ${name} found: install it, or set ${name.toUpperCase()} to its path.`);
  return path;
}

/** How Chromium is started. Throws if there is none. */
export const launchChromium = () => ({
  executablePath: found(findChromium(true), 'Chromium'),
  args: ['--no-sandbox'],
});

/** What all runs of Playwright have in common. */
export const common = {
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  // A machine that others use too can be slow for a moment. What passes only the second time is listed as flaky.
  retries: process.env.CI ? 1 : 0,
  // Generous, in case the machine is busy with something else.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
} as const;
