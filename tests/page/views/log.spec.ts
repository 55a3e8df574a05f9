/** The log: a page of lines at a time, and the focus stays with them. */
import { expect, test } from '../page.ts';

/** A config whose run logs a line for each of these records, and one for its source. */
function withoutIds(records: number): Buffer {
  const list = Array.from({ length: records }, (_, value) => ({ id: null, value }));
  return Buffer.from(JSON.stringify({ now: 1, sources: { gamma: { records: list } } }, null, 1));
}

test('the last page of a log leaves the focus with its lines', async ({ playground }) => {
  await playground.drop('log.json', withoutIds(234));
  await playground.show('Log');
  await playground.button('Show 35 more').click();
  await expect(playground.logLines).toHaveCount(235);
  await expect(playground.browser.getByRole('region', { name: 'Log lines' })).toBeFocused();
});
