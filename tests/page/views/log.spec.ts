/** The log: a page of lines at a time. */
import { expect, type Playground, test } from '../page.ts';

/** A config whose run logs a line for each record, and one for the source. */
function withoutIds(records: number): Buffer {
  const list = Array.from({ length: records }, (_, value) => ({ id: null, value }));
  return Buffer.from(JSON.stringify({ now: 1, sources: { gamma: { records: list } } }, null, 1));
}

test('after the last page, the focus is in the lines', async ({ playground }) => {
  await playground.drop('log.json', withoutIds(234));
  await playground.show('Log');
  await playground.button('Show 35 more').click();
  await expect(playground.logLines).toHaveCount(235);
  await expect(playground.browser.getByRole('region', { name: 'Log lines' })).toBeFocused();
});

test('a button that is pressed twice adds its lines once', async ({ playground }) => {
  await playground.drop('log.json', withoutIds(500));
  await playground.show('Log');
  await playground.button('Show 200 more').evaluate((button) => {
    (button as HTMLElement).click();
    (button as HTMLElement).click();
  });
  await expect(playground.button('Show 101 more')).toBeVisible();
  await playground.button('Show 101 more').click();
  await expect(playground.logLines).toHaveCount(501);
});

test.describe('lines about records', () => {
  test.beforeEach(async ({ playground }) => {
    await playground.load('Every outcome');
    await playground.show('Log');
  });
  const place = (playground: Playground, name: string) =>
    playground.browser.locator('pp-log').getByRole('button', { name, exact: true });

  test('each says which record it is about, and leads there', async ({ playground }) => {
    await expect(playground.logLines).toHaveText([
      /^INFOadapted 4 records from alpha$/,
      /^INFO/,
      /^INFO/,
      /^INFO/,
      /missing \['value'\]\s*alpha\[3\], line 11\s*$/,
      /None missing \['id'\]\s*delta\[2\], line 32\s*$/,
    ]);
    await place(playground, 'delta[2], line 32').click();
    await expect(playground.editor).toBeFocused();
    const { browser } = playground;
    await expect(browser.locator('.cm-current-record')).toContainText('who is this');
    await expect(browser.locator('pp-journey')).toContainText('delta[2]');
  });

  test('one is in the tab order, and the arrow keys lead to the others', async ({ playground }) => {
    const [first, last] = ['alpha[3], line 11', 'delta[2], line 32'];
    await expect(place(playground, first)).toHaveAttribute('tabindex', '0');
    await expect(place(playground, last)).toHaveAttribute('tabindex', '-1');
    await place(playground, first).focus();
    const { keyboard } = playground.browser;
    await keyboard.press('ArrowDown');
    await expect(place(playground, last)).toBeFocused();
    await keyboard.press('ArrowDown');
    await expect(place(playground, last)).toBeFocused();
    await expect(place(playground, first)).toHaveAttribute('tabindex', '-1');
    await keyboard.press('Home');
    await expect(place(playground, first)).toBeFocused();
  });
});
