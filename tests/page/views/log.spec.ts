/** The log: a page of lines at a time. */
import { expect, test } from '../page.ts';

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
