/** Every element uses the language of the nearest `lang` around it. */
import { expect, test } from '../page.ts';

test('a language that is not available is replaced by English', async ({ playground }) => {
  const { browser } = playground;
  await browser.evaluate(() => document.documentElement.setAttribute('lang', 'constructor'));
  await expect(browser.getByRole('heading', { level: 1 })).toHaveText('Pipeline playground');
  await expect(browser.locator('pp-flow').getByRole('heading')).toHaveText('Flow');
});
