/** The dialog that makes links. */
import { inEveryLook } from '../accessible.ts';
import { caseNamed } from '../conformance.ts';
import { openHost, tag } from '../embed/host.ts';
import { allowClipboard, everything, expect, Playground, sample, test } from '../page.ts';
import { linkTo, paste, visit } from './visit.ts';

const course = caseNamed('course_sample').summary ?? '';

const dialogOf = (playground: Playground) =>
  playground.root.getByRole('dialog', { name: 'Share', exact: true });
const leaveOut = (playground: Playground) =>
  dialogOf(playground).getByRole('checkbox', { name: 'Leave the config out' });

/** Opens the dialog, and resolves to the link in it. */
async function share(playground: Playground): Promise<string> {
  await playground.button('Share').click();
  return linkOf(playground);
}

async function linkOf(playground: Playground): Promise<string> {
  const field = dialogOf(playground).getByLabel('Link', { exact: true });
  await expect(field).toHaveValue(/#1/);
  return field.inputValue();
}

/** What the button copies. */
async function copied(playground: Playground, button = 'Copy the link'): Promise<string> {
  const { browser } = playground;
  await allowClipboard(browser);
  await dialogOf(playground).getByRole('button', { name: button }).click();
  await expect(dialogOf(playground).getByRole('status')).toContainText(/copied/i);
  return browser.evaluate(() => navigator.clipboard.readText());
}

/** A text that hardly gets shorter by packing. */
const noise = (length: number) =>
  Array.from({ length: length / 4 }, (_, i) =>
    ((Math.imul(i + 1, 2654435761) >>> 8) % 2 ** 20).toString(32).padStart(4, '0'),
  ).join('');

inEveryLook({
  'the dialog that shares': async (playground) => {
    await share(playground);
    await expect(dialogOf(playground)).toContainText('characters');
  },
  'a long link': async (playground) => {
    await playground.fill(JSON.stringify({ noise: noise(20_000) }));
    await share(playground);
    await expect(dialogOf(playground)).toContainText('Many programs');
  },
  'the dialog that embeds': async (playground) => {
    await share(playground);
    await dialogOf(playground).getByText('Put it into a page').click();
    await expect(dialogOf(playground).getByLabel('The page is made with')).toBeVisible();
  },
  'a link that was not opened': async (playground) => {
    await paste(playground.browser, '2abc');
    await expect(playground.root.getByRole('alertdialog')).toBeVisible();
  },
});

test('a changed config and all that is open come out of the link', async ({
  playground,
  page,
  context,
}) => {
  const config = everything.replace('"max_age_seconds": 600', '"max_age_seconds": 900');
  await playground.fill(config);
  await playground.button(/^records_out/).click();
  await playground.button('✗ 2 violations').click();
  await playground.root.locator('pp-records').getByRole('gridcell').first().click();
  const place = playground.root.locator('pp-record h3');
  await expect(place).toBeVisible();
  const said = await place.textContent();

  const link = await share(playground);
  await expect(dialogOf(playground)).toContainText(`${link.length} characters`);
  await expect(dialogOf(playground)).toContainText(
    /carries the config \(1\.\d kB\), the open view \(Records\), the stage \(validate\), the choice of records \(invalid\), the record \w+\[\d\] and the number records_out\./,
  );
  expect(await copied(playground)).toBe(link);
  expect(new URL(link).origin + new URL(link).pathname).toBe(page.url().replace(/#.*/, ''));

  const other = await visit(await context.newPage(), new URL(link).hash.slice(1));
  await expect(other.tab('Records')).toHaveAttribute('aria-selected', 'true');
  await expect(other.root.locator('pp-filters select[name=fate]')).toHaveValue('invalid');
  await expect(other.root.locator('pp-record h3')).toHaveText(said ?? '');
  await other.show('Summary');
  await expect(other.root.locator('pp-explanation')).toContainText('records that came out');
  await other.expectText(config);
});

test('the config can be left out', async ({ playground, context }) => {
  await playground.show('Log');
  const long = await share(playground);
  await expect(dialogOf(playground)).toContainText('whoever has the link can read it');
  await leaveOut(playground).check();
  await expect(dialogOf(playground)).toContainText('keeps their own text');
  const short = await linkOf(playground);
  expect(short.length).toBeLessThan(long.length / 2);
  const other = await visit(await context.newPage(), new URL(short).hash.slice(1));
  await expect(other.tab('Log')).toHaveAttribute('aria-selected', 'true');
  await other.expectText(sample);
  await leaveOut(playground).uncheck();
  await expect.poll(() => linkOf(playground)).toBe(long);
});

test('it is used by keyboard alone', async ({ playground, page }) => {
  await allowClipboard(page);
  await playground.button('Share').focus();
  await page.keyboard.press('Enter');
  const dialog = dialogOf(playground);
  const field = dialog.getByLabel('Link', { exact: true });
  await expect(field).toBeFocused();
  await expect(field).toHaveValue(/#1/);
  // All of it is selected.
  await page.keyboard.press('Control+c');
  const link = await field.inputValue();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);
  await page.keyboard.press('Tab');
  await expect(dialog.getByRole('button', { name: 'Copy the link' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('status')).toHaveText('Link copied.');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(leaveOut(playground)).toBeChecked();
  await expect(dialog).toContainText('keeps their own text');
  // Its keys are no shortcuts.
  await page.keyboard.press('t');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(dialog.getByLabel('The page is made with')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(playground.button('Share')).toBeFocused();
  await expect(playground.tab('Summary')).toHaveAttribute('aria-selected', 'true');
});

test('a link that is long is warned of', async ({ playground }) => {
  const dialog = dialogOf(playground);
  const with_ = async (length: number) => {
    await playground.fill(JSON.stringify({ noise: noise(length) }));
    const link = await share(playground);
    const text = await dialog.textContent();
    await dialog.getByRole('button', { name: 'Close' }).click();
    return { link, text };
  };
  const short = await with_(400);
  expect(short.link.length).toBeLessThan(2000);
  expect(short.text).not.toContain('Some programs');
  const long = await with_(4000);
  expect(long.link.length).toBeGreaterThan(2000);
  expect(long.text).toContain('Some programs cut off links of more than 2,000');
  const longer = await with_(40_000);
  expect(longer.text).toContain('Many programs cut off links of more than 8,000');
  // Only its beginning is shown, and all of it is copied.
  expect(longer.link).toHaveLength(5000);
  await share(playground);
  const whole = await copied(playground);
  expect(whole.length).toBeGreaterThan(20_000);
  expect(whole).toMatch(longer.link);
});

test('a big file is not shared, and that is said', async ({ playground }) => {
  await playground.drop('big.json', Buffer.from(JSON.stringify({ a: 'x'.repeat(2_100_000) })));
  await expect(playground.file).toBeVisible();
  await share(playground);
  await expect(dialogOf(playground)).toContainText('A file this big does not fit into a link');
  await expect(dialogOf(playground)).toContainText('keeps their own text');
  await expect(leaveOut(playground)).toHaveCount(0);
});

test('a file that is not UTF-8 is not shared as another text', async ({ playground }) => {
  await playground.drop('latin.json', Buffer.from('{"a": "\xe9"}', 'latin1'));
  await expect(playground.file).toContainText('UTF-8');
  await share(playground);
  await expect(dialogOf(playground)).toContainText('The file is not UTF-8');
  await expect(leaveOut(playground)).toHaveCount(0);
});

test('of a config that is too large for a link, none is made', async ({ page, complaints: _ }) => {
  const config = JSON.stringify({ a: 'x'.repeat(10_000_000) });
  const playground = await openHost(page, '<pipeline-playground></pipeline-playground>');
  await expect(playground.summary).toBeVisible();
  await page
    .locator('pipeline-playground')
    .evaluate((one, config) => Object.assign(one, { config }), config);
  await playground.button('Share').click();
  await expect(dialogOf(playground)).toContainText('A link holds at most 10 MB');
  await leaveOut(playground).check();
  await linkOf(playground);
});

test.describe('in another page', () => {
  test('Share leads to the whole page', async ({ page, complaints: _ }) => {
    const playground = await openHost(page, tag('', sample));
    await playground.expectSummary(course);
    const link = await share(playground);
    await page.goto(link);
    await playground.expectText(sample);
    expect(new URL(link).pathname).toMatch(/\/index\.html$/);
  });

  test('Open in full takes all along', async ({ page, context, complaints: _ }) => {
    const shown = 'show="flow records" stage="validate" record="beta[1]" number="records_out"';
    const playground = await openHost(page, tag(shown, sample));
    await expect(playground.root.locator('pp-record h3')).toContainText('beta[1]');
    await playground.flag('cache').click();
    await expect(playground.flag('cache')).not.toBeChecked();
    const opened = context.waitForEvent('page');
    await playground.root.getByRole('link', { name: 'Open in full' }).click();
    const other = new Playground(await opened);
    await other.expectText(sample.replace('"cache": true', '"cache": false'));
    await expect(other.tab('Records')).toHaveAttribute('aria-selected', 'true');
    await expect(other.root.locator('pp-record h3')).toContainText('beta[1]');
    await other.show('Summary');
    await expect(other.root.locator('pp-explanation')).toContainText('records that came out');
  });

  test('Open in full is packed only when it is wanted', async ({ page, complaints: _ }) => {
    const files: string[] = [];
    page.on('request', (request) => files.push(request.url()));
    const playground = await openHost(page, tag('show="summary"', sample));
    await playground.expectSummary(course);
    const link = playground.root.getByRole('link', { name: 'Open in full' });
    await expect(link).toHaveAttribute('href', /index\.html$/);
    expect(files.join()).not.toContain('full-link');
    await link.focus();
    await expect(link).toHaveAttribute('href', /#1/);
  });

  test('the whole page has no such link', async ({ playground }) => {
    await expect(playground.root.getByRole('link')).toHaveCount(0);
  });
});

test('a link that the browser makes can be read by the page', async ({ playground, page }) => {
  const link = await share(playground);
  await dialogOf(playground).getByRole('button', { name: 'Close' }).click();
  await playground.fill('{}');
  await paste(page, new URL(link).hash.slice(1));
  await playground.expectText(sample);
  await paste(page, linkTo('{"now": 8}'));
  await playground.expectText('{"now": 8}');
});
