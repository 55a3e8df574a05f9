/** Parts that are not needed at first are loaded when they are first opened, or when the browser is idle. */
import type { Page } from '@playwright/test';
import { caseNamed } from '../conformance.ts';
import {
  againIn,
  expect,
  expectNotLoaded,
  isFirefox,
  keepBefore,
  openWith,
  Playground,
  sample,
  test,
} from '../page.ts';
import { holdBack } from '../slow.ts';

const outcome = (page: Page) => page.locator('pp-results div.outcome');

test('the previous view stays until the opened one is loaded, and the focus does not move', async ({
  page,
  complaints: _,
}) => {
  const release = await holdBack(page, /\/records-.*\.js$/);
  const playground = new Playground(page);
  await playground.open();
  await playground.show('Records');
  await expect(outcome(page)).toHaveAttribute('aria-busy', 'true');
  await expect(playground.summary).toBeVisible();
  await expect(playground.tab('Records')).toBeFocused();
  release();
  await expect(page.locator('pp-records')).toContainText('alpha');
  await expect(outcome(page)).toHaveAttribute('aria-busy', 'false');
  await expect(playground.summary).toHaveCount(0);
  await expect(playground.tab('Records')).toBeFocused();
});

test('while a view is being loaded, another one can be opened at once', async ({
  page,
  complaints: _,
}) => {
  const release = await holdBack(page, /\/records-.*\.js$/);
  const playground = new Playground(page);
  await playground.open();
  await playground.show('Records');
  await playground.show('Log');
  await expect(page.locator('pp-log')).toBeVisible();
  release();
  await playground.show('Records');
  await expect(page.locator('pp-records')).toBeVisible();
});

test('if a view cannot be loaded, the page says so, and it can be tried again', async ({
  page,
  complaints,
}) => {
  await page.route(/\/time-.*\.js$/, (route) => route.fulfill({ status: 503, body: '' }));
  const playground = new Playground(page);
  await playground.open();
  await playground.show('Time');
  await expect(outcome(page)).toContainText('This part of the page could not be loaded');
  await expect(playground.status).toHaveText('This part of the page could not be loaded.');
  await playground.show('Summary');
  await playground.expectSummary(caseNamed('course_sample').summary ?? '');
  await playground.show('Time');
  await page.unroute(/\/time-.*\.js$/);
  await playground.button(againIn(page)).press('Enter');
  await expect(page.locator('pp-time')).toBeVisible();
  if (!isFirefox(page)) await expect(outcome(page)).toBeFocused();
  expectNotLoaded(page, complaints);
});

test('the view that was open at the last visit is loaded first', async ({
  page,
  complaints: _,
}) => {
  await keepBefore(page, { view: 'reconciliation' });
  await openWith(page);
  await expect(page.locator('pp-reconciliation')).toBeVisible();
  await expect(page.locator('pp-summary')).toHaveCount(0);
});

test('text that is typed while the search is being loaded goes into its field, not into the config', async ({
  page,
  complaints: _,
}) => {
  const release = await holdBack(page, /\/search-.*\.js$/);
  const playground = new Playground(page);
  await playground.open();
  await playground.editor.press('Control+f');
  await page.keyboard.type('order_0044');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Enter');
  await playground.expectText(sample);
  release();
  const field = page.getByRole('textbox', { name: 'Find' });
  await expect(field).toHaveValue('order_004');
  await expect(field).toBeFocused();
  await expect(page.locator('.cm-searchMatch-selected')).toHaveText('order_004');
  await page.keyboard.press('Escape');
  await expect(playground.editor).toBeFocused();
  await playground.expectText(sample);
});

test('a search that is loaded after the learner has gone elsewhere does not take the focus', async ({
  page,
  complaints: _,
}) => {
  const release = await holdBack(page, /\/search-.*\.js$/);
  const playground = new Playground(page);
  await playground.open();
  await playground.editor.press('Control+f');
  await playground.show('Log');
  const search = page.waitForResponse(/\/search-.*\.js$/);
  release();
  await search;
  // Once the search is there, its key opens it at once.
  await expect(page.getByRole('textbox', { name: 'Find' })).toHaveCount(0);
  await expect(playground.tab('Log')).toBeFocused();
  await playground.editor.press('Control+f');
  await expect(page.getByRole('textbox', { name: 'Find' })).toBeFocused();
});

test('if the search cannot be loaded, the editor says so, and it can be tried again', async ({
  page,
  complaints,
}) => {
  await page.route(/\/search-.*\.js$/, (route) => route.fulfill({ status: 503, body: '' }));
  const playground = new Playground(page);
  await playground.open();
  await playground.editor.press('Control+f');
  const alert = page.locator('.cm-panels').getByRole('alert');
  await expect(alert).toContainText('This part of the page could not be loaded');
  await page.unroute(/\/search-.*\.js$/);
  await alert.getByRole('button', { name: againIn(page) }).click();
  if (isFirefox(page)) await playground.editor.press('Control+f');
  await expect(page.getByRole('textbox', { name: 'Find' })).toBeFocused();
  await expect(alert).toHaveCount(0);
  expectNotLoaded(page, complaints);
});

test('if the list of shortcuts cannot be loaded, that is said, and it can be tried again', async ({
  page,
  complaints,
}) => {
  const script = /\/shortcuts-dialog-.*\.js$/;
  await page.route(script, (route) => route.fulfill({ status: 503, body: '' }));
  const playground = new Playground(page);
  await playground.open();
  await playground.button('Keyboard shortcuts').click();
  await expect(playground.status).toContainText('could not be loaded');
  const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(dialog).toHaveCount(0);
  test.skip(isFirefox(page), 'Firefox asks for it again only after the page is reloaded.');
  await page.unroute(script);
  await playground.button('Keyboard shortcuts').click();
  await expect(dialog.locator('dt').first()).toBeVisible();
  expectNotLoaded(page, complaints);
});

test('an exception is shown at once, and its help when that is loaded', async ({
  page,
  complaints: _,
}) => {
  const release = await holdBack(page, /\/exception-.*\.js$/);
  const playground = new Playground(page);
  await playground.open();
  await playground.fill('{"now": True}');
  await expect(outcome(page)).toContainText('JSONDecodeError: Expecting value: line 1 column 9');
  await expect(outcome(page)).not.toHaveClass(/old/);
  await expect(playground.button('Go to line 1')).toBeVisible();
  release();
  await expect(playground.exception).toContainText('True, False and None are Python’s words');
});

test('if the help for an exception cannot be loaded, the exception is shown, and it can be tried again', async ({
  page,
  complaints,
}) => {
  const script = /\/exception-.*\.js$/;
  await page.route(script, (route) => route.fulfill({ status: 503, body: '' }));
  const playground = new Playground(page);
  await playground.open();
  await playground.fill('{"now": True}');
  await expect(outcome(page)).toContainText('JSONDecodeError: Expecting value: line 1 column 9');
  await expect(outcome(page)).toContainText('This part of the page could not be loaded');
  await page.unroute(script);
  await playground.button(againIn(page)).click();
  await expect(playground.exception).toContainText('True, False and None are Python’s words');
  expectNotLoaded(page, complaints);
});

test.describe('once the browser has been idle', () => {
  test.use({ idle: true });
  test('every part works offline', async ({ page, complaints: _ }) => {
    const playground = new Playground(page);
    await playground.open();
    const scripts =
      /\/(records|reconciliation|time|log|compare|exception|format|shortcuts-dialog|search|files)-/;
    const loaded = () =>
      page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
    await expect
      .poll(async () => (await loaded()).filter((name) => scripts.test(name)).length)
      .toBeGreaterThanOrEqual(11);
    await page.context().setOffline(true);
    for (const view of ['Records', 'Reconciliation', 'Time', 'Log', 'Compare', 'Summary']) {
      await playground.show(view);
      await expect(page.locator(`pp-${view.toLowerCase()}`)).toBeVisible();
    }
    await playground.button('Keyboard shortcuts').click();
    await expect(page.getByRole('dialog')).toContainText('go to the config');
    await page.keyboard.press('Escape');
    await playground.editor.press('Control+f');
    await expect(page.getByRole('textbox', { name: 'Find' })).toBeFocused();
    await playground.drop('mine.json', Buffer.from('{"now": 7}'));
    await playground.expectText('{"now": 7}');
  });
});
