/** A playground in the browser that is tested. */
import { join } from 'node:path';
import { test as bare, expect } from '@playwright/test';
import { caseNamed } from '../page/conformance.ts';
import { type Driven, withElement } from './driven.ts';
import { Site } from './site.ts';

export { expect };

/** Elements are named by their paths through the shadow roots. */
export class Tried {
  readonly browser: Driven;
  constructor(browser: Driven) {
    this.browser = browser;
  }

  /** The exact text of an element, or null if there is none. */
  text(path: string): Promise<string | null> {
    return this.browser.run(withElement(path, (element) => element?.textContent ?? null));
  }

  async expectText(path: string, part: string): Promise<void> {
    await expect.poll(() => this.text(path), path).toContain(part);
  }

  /** Waits for exactly the summary of a conformance case. */
  async expectSummary(name: string): Promise<void> {
    const summary = caseNamed(name).summary ?? '';
    await expect.poll(() => this.text('pp-summary:not([past]) >> pre')).toBe(summary);
  }

  async click(path: string): Promise<void> {
    await expect.poll(() => this.text(path), path).not.toBe(null);
    await this.browser.click(withElement(path, (element) => element));
  }

  /** Replaces the text of the editor, key by key. */
  async type(text: string): Promise<void> {
    await this.click('.cm-content >> .cm-line');
    await this.browser.press('Control+a');
    await this.browser.type(text);
  }

  /** Gives it another text, as a script of its page can. */
  async give(text: string): Promise<void> {
    const give = (tag: HTMLElement | null, config: string) => {
      if (tag) Object.assign(tag, { config });
    };
    await this.browser.run(withElement('pipeline-playground', give, text));
  }

  /** Presses Tab until this form control has the focus. */
  async tabTo(name: string): Promise<void> {
    const focused = () =>
      this.browser.run(`
        let { activeElement } = document;
        while (activeElement?.shadowRoot) ({ activeElement } = activeElement.shadowRoot);
        return activeElement?.name;`);
    for (let presses = 0; (await focused()) !== name; presses += 1) {
      expect(presses, `Tab does not lead to ${name}`).toBeLessThan(40);
      await this.browser.press('Tab');
    }
  }

  /** The addresses of the workers that it started. */
  workers(): Promise<string[]> {
    return this.browser.run('return workers');
  }
}

async function start(engine: string): Promise<Driven> {
  if (engine === 'webkit') return (await import('../../www/scripts/webkit.mjs')).startWebKit();
  return (await import('../../www/scripts/firefox.mjs')).startFirefox();
}

/**
 * A test gets a server of its own, and so an origin for which the browser has kept nothing. It fails if a page has
 * complained of something.
 */
export const test = bare.extend<{ tried: Tried; site: Site }, { driven: Driven }>({
  driven: [
    // biome-ignore lint/correctness/noEmptyPattern: what it uses is declared there
    async ({}, use, { project }) => {
      const driven = await start(project.name);
      await use(driven);
      await driven.close();
    },
    { scope: 'worker' },
  ],
  // The server is there until the end of this.
  tried: async ({ driven, site: _ }, use) => {
    await use(new Tried(driven));
    expect(await driven.run('return globalThis.complaints ?? []')).toEqual([]);
  },
  // biome-ignore lint/correctness/noEmptyPattern: what it uses is declared there
  site: async ({}, use) => {
    const site = new Site();
    await site.start();
    await use(site);
    site.stop();
  },
});

/** The page as one file, which `make dist` makes. */
export const ONE_FILE = `file://${join(__dirname, '../../dist/pipeline-playground.html')}`;
