/** Back and Forward. */
import { openHost, tag } from '../embed/host.ts';
import { everything, expect, goBack, type Playground, sample, test } from '../page.ts';
import { hashOf, linkTo, paste, visit } from './visit.ts';

const isOpen = (playground: Playground, view: string) =>
  expect(playground.tab(view)).toHaveAttribute('aria-selected', 'true');
const stage = (playground: Playground, name: string) =>
  playground.root.locator('pp-records').getByRole('button', { name, exact: true });
const explanation = (playground: Playground) => playground.root.locator('pp-explanation');

test('Back leaves the view, the stage and the number that was opened last', async ({
  playground,
  page,
}) => {
  await playground.button(/^records_out/).click();
  await expect(explanation(playground)).toContainText('records that came out');
  await playground.show('Records');
  await stage(playground, 'validate').click();
  await playground.show('Time');
  expect(hashOf(page)).toBe('');

  await page.goBack();
  await isOpen(playground, 'Records');
  await expect(stage(playground, 'validate')).toHaveAttribute('aria-pressed', 'true');
  await page.goBack();
  await expect(stage(playground, 'adapt')).toHaveAttribute('aria-pressed', 'true');
  await page.goBack();
  await isOpen(playground, 'Summary');
  await expect(explanation(playground)).toContainText('records that came out');
  await page.goBack();
  await expect(explanation(playground)).toHaveCount(0);
  await expect(playground.status).not.toContainText('Time');
  for (let i = 0; i < 4; i++) await page.goForward();
  await isOpen(playground, 'Time');
  await expect(playground.status).toContainText('Time');
});

test('numbers that are looked at one after another are left at once', async ({
  playground,
  page,
}) => {
  const before = await page.evaluate(() => history.length);
  for (const name of ['records_in', 'records_out', 'validation_errors'])
    await playground.button(new RegExp(`^${name}`)).click();
  await expect(explanation(playground)).toBeVisible();
  expect(await page.evaluate(() => history.length)).toBe(before + 1);
  await page.goBack();
  await expect(explanation(playground)).toHaveCount(0);
});

test('a number that is closed is left, as if by Back', async ({ playground, page }) => {
  const number = playground.button(/^records_out/);
  await playground.show('Log');
  await playground.show('Summary');
  const before = await page.evaluate(() => history.length);
  await playground.button(/^records_in/).click();
  await number.click();
  await expect(explanation(playground)).toContainText('records that came out');
  await number.click();
  await expect(explanation(playground)).toHaveCount(0);
  await expect(number).toBeFocused();
  // Also after the page was loaded again.
  await number.click();
  await expect(explanation(playground)).toBeVisible();
  await page.reload();
  await expect(explanation(playground)).toBeVisible();
  await number.click();
  await expect(explanation(playground)).toHaveCount(0);
  await page.waitForTimeout(300);
  expect(await page.evaluate(() => history.length)).toBe(before + 1);
  await page.goBack();
  await isOpen(playground, 'Log');
  await page.goForward();
  await isOpen(playground, 'Summary');
  await expect(explanation(playground)).toHaveCount(0);
});

test('what is opened at once after a number is closed stays open', async ({ playground, page }) => {
  await playground.button(/^records_out/).click();
  await expect(explanation(playground)).toBeVisible();
  const number = await playground.button(/^records_out/).elementHandle();
  await playground.tab('Time').evaluate(async (tab: HTMLElement, number) => {
    (number as HTMLElement | null)?.click();
    // The page has drawn it, but the browser has not gone back yet.
    for (let i = 0; i < 100; i++) await undefined;
    tab.click();
  }, number);
  await isOpen(playground, 'Time');
  await page.waitForTimeout(300);
  await isOpen(playground, 'Time');
  await page.goBack();
  await isOpen(playground, 'Summary');
  await expect(explanation(playground)).toHaveCount(0);
});

test('what a stage found is a place of its own', async ({ playground, page }) => {
  await playground.load('Every outcome');
  await playground.button('✗ 2 violations').click();
  await isOpen(playground, 'Records');
  const fate = playground.root.locator('pp-filters select[name=fate]');
  await expect(fate).toHaveValue('invalid');
  await stage(playground, 'adapt').click();
  await page.goBack();
  await expect(fate).toHaveValue('invalid');
});

test('the cursor, the text and the layout are no places', async ({ playground, page }) => {
  const before = await page.evaluate(() => history.length);
  await playground.editor.click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type(' ');
  for (let i = 0; i < 9; i++) await page.keyboard.press('ArrowDown');
  await page.setViewportSize({ width: 400, height: 900 });
  await expect(playground.tab('Config')).toHaveAttribute('aria-selected', 'true');
  await page.setViewportSize({ width: 1280, height: 900 });
  await expect(playground.tab('Config')).toHaveCount(0);
  expect(await page.evaluate(() => history.length)).toBe(before);
});

test('a page that is loaded again has open what was open', async ({ playground, page }) => {
  await playground.show('Records');
  await playground.show('Time');
  await page.goBack();
  await isOpen(playground, 'Records');
  await page.reload();
  await isOpen(playground, 'Records');
  await page.goForward();
  await isOpen(playground, 'Time');
});

test('Back and Forward go from link to link, and to the own text', async ({ playground, page }) => {
  await playground.show('Log');
  await paste(page, linkTo('{"now": 1}', { v: 't' }));
  await playground.expectText('{"now": 1}');
  await isOpen(playground, 'Time');
  await playground.show('Summary');
  await paste(page, linkTo('{"now": 2}', { v: 'r' }));
  await playground.expectText('{"now": 2}');
  await isOpen(playground, 'Records');

  await goBack(page);
  await playground.expectText('{"now": 1}');
  await isOpen(playground, 'Summary');
  await goBack(page);
  await isOpen(playground, 'Time');
  await playground.expectText('{"now": 1}');
  await goBack(page);
  await playground.expectText(sample);
  await isOpen(playground, 'Log');
  await expect(playground.status).toContainText('Log');
  await page.evaluate(() => history.forward());
  await playground.expectText('{"now": 1}');
  await isOpen(playground, 'Time');
});

test('Back keeps what was changed in the config of a link', async ({ page, complaints: _ }) => {
  const playground = await visit(page, linkTo(everything, { v: 's' }));
  await playground.show('Log');
  await playground.fill('{"now": 5}');
  await expect.poll(() => hashOf(page)).toBe('');
  await page.goBack();
  await isOpen(playground, 'Summary');
  await playground.expectText('{"now": 5}');
  await expect.poll(() => hashOf(page)).toBe('');
});

test('a link that is loaded again shows what was open since', async ({ page, complaints: _ }) => {
  const playground = await visit(page, linkTo('{"now": 6}', { v: 's' }));
  await playground.expectText('{"now": 6}');
  await playground.show('Log');
  await page.reload();
  await playground.expectText('{"now": 6}');
  await isOpen(playground, 'Log');
  await page.goBack();
  await isOpen(playground, 'Summary');
  await playground.expectText('{"now": 6}');
});

test('an embed leaves the address of its page alone', async ({ page, complaints: _ }) => {
  const playground = await openHost(page, tag('height="1250"', sample));
  const length = await page.evaluate(() => history.length);
  await paste(page, linkTo('{}'));
  await playground.show('Log');
  await playground.show('Time');
  await playground.expectText(sample);
  expect(await page.evaluate(() => history.length)).toBe(length + 1);
  expect(await page.evaluate(() => history.state)).toBeNull();
});
