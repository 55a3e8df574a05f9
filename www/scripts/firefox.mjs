import { firefox } from '@playwright/test';
import { findFirefox } from './page.mjs';

/** Starts a Firefox of the system with nothing kept in it, by Playwright over WebDriver BiDi. */
export async function startFirefox() {
  const executablePath = findFirefox();
  if (!executablePath) throw new Error('No Firefox found: install it, or set FIREFOX to its path.');
  const browser = await firefox.launch({ channel: 'moz-firefox', executablePath });
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const called = (script) => `(() => { ${script} })()`;
  return {
    /** @param {string} address */
    open: (address) => page.goto(address),
    /**
     * @param {string} script
     * @returns {Promise<any>}
     */
    run: (script) => page.evaluate(called(script)),
    /** @param {string} script */
    click: async (script) => (await page.evaluateHandle(called(script))).click(),
    /** @param {string} key */
    press: (key) => page.keyboard.press(key),
    /** @param {string} text */
    type: (text) => page.keyboard.type(text),
    close: () => browser.close(),
  };
}
