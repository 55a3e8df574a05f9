/** Links in the address of the page. */
import { deflateRawSync } from 'node:zlib';
import { caseNamed } from '../conformance.ts';
import { everything, expect, goBack, Playground, sample, test, withSample } from '../page.ts';
import { hashOf, linkTo, paste, visit } from './visit.ts';

const course = caseNamed('course_sample').summary ?? '';
const empty = caseNamed('empty_object').summary ?? '';
const own = sample.replace('"cache": true', '"cache": false');

const pressed = (playground: Playground, name: string) =>
  expect(
    playground.root.locator('pp-records').getByRole('button', { name, exact: true }),
  ).toHaveAttribute('aria-pressed', 'true');
const record = (playground: Playground) => playground.root.locator('pp-records pp-record h3');

test.describe('a link opens', () => {
  test.use({ viewport: { width: 1280, height: 1300 } });

  test('a config, and nothing is seen before it', async ({ page, complaints: _ }) => {
    await page.addInitScript(() => {
      const seen = Object.assign(window, { seen: [] as unknown[] }).seen;
      document.addEventListener('pipeline-run', (event) =>
        seen.push((event as CustomEvent).detail.summary),
      );
    });
    const playground = await visit(page, linkTo('{}'));
    await playground.expectSummary(empty);
    await playground.expectText('{}');
    expect(await page.evaluate(() => (window as unknown as { seen: string[] }).seen)).toEqual([
      empty,
    ]);
    await expect(playground.status).toContainText('The config of the link is in the editor.');
    // Undo brings the text back that was there.
    await playground.editor.press('Control+z');
    await playground.expectText(sample);
    await playground.expectSummary(course);
  });

  for (const [code, view] of Object.entries({
    r: 'Records',
    m: 'Reconciliation',
    t: 'Time',
    l: 'Log',
    d: 'Compare',
    s: 'Summary',
  }))
    test(`the view ${view}, with one's own text`, async ({ page, complaints: _ }) => {
      const playground = await visit(page, linkTo(undefined, { v: code }));
      await expect(playground.tab(view)).toHaveAttribute('aria-selected', 'true');
      await playground.expectText(sample);
    });

  test('a stage', async ({ page, complaints: _ }) => {
    await pressed(await visit(page, linkTo(everything, { v: 'r', s: 'f' })), 'freshness');
  });

  test('what a stage found', async ({ page, complaints: _ }) => {
    const playground = await visit(page, linkTo(everything, { v: 'r', s: 'v', f: 'i' }));
    await pressed(playground, 'validate');
    const rows = playground.root.locator('pp-records pp-rows').getByRole('row');
    await expect(playground.root.locator('pp-filters select[name=fate]')).toHaveValue('invalid');
    await expect(rows.nth(1)).toBeVisible();
  });

  test('a record', async ({ page, complaints: _ }) => {
    const playground = await visit(page, linkTo(sample, { v: 'r', s: 'v', r: ['beta', 1] }));
    await expect(record(playground)).toContainText('beta[1]');
  });

  test('a number', async ({ page, complaints: _ }) => {
    const playground = await visit(page, linkTo(sample, { v: 's', n: 'o' }));
    await expect(playground.root.locator('pp-explanation')).toContainText('records that came out');
  });

  test('chosen parts, and from there all of them', async ({ page, complaints: _ }) => {
    const playground = await visit(page, linkTo('{}', { p: 's' }));
    await playground.expectSummary(empty);
    await expect(playground.root.locator('pp-header, pp-flow, pp-config')).toHaveCount(0);
    await playground.button('Open in full').click();
    await expect(playground.flag('cache')).toBeVisible();
    await playground.expectText('{}');
  });

  test('the same, in one column', async ({ page, complaints: _ }) => {
    await page.setViewportSize({ width: 360, height: 800 });
    const playground = await visit(page, linkTo('{"now": 3}', { v: 'c' }));
    await expect(playground.tab('Config')).toHaveAttribute('aria-selected', 'true');
    await playground.expectText('{"now": 3}');
  });

  test('nothing where its number and its record are not there', async ({ page, complaints: _ }) => {
    const playground = await visit(page, linkTo('[1]', { n: 'rm', r: ['alpha', 7] }));
    await expect(playground.exception).toBeVisible();
    await expect(playground.root.locator('pp-explanation')).toHaveCount(0);
    await paste(page, linkTo('{}', { r: ['alpha', 7] }));
    await playground.expectSummary(empty);
  });
});

test.describe("the learner's own text", () => {
  /** A text is written after a pause. */
  const written = (playground: Playground) => playground.browser.waitForTimeout(1500);

  test('is what a new tab opens after a link was only looked at', async ({
    playground,
    context,
    complaints: _,
  }) => {
    await playground.fill(own);
    await written(playground);
    const second = await visit(await context.newPage(), linkTo('{}'));
    await second.expectSummary(empty);
    await written(second);
    await second.browser.reload();
    await second.expectText('{}');
    await second.editor.press('Control+z');
    await second.expectText(own);
    await paste(second.browser, linkTo('{"now": 2}'));
    await second.expectText('{"now": 2}');
    await written(second);
    const third = await visit(await context.newPage(), '');
    await third.expectText(own);
  });

  test('is the config of a link once it was changed', async ({ page, complaints: _ }) => {
    const playground = await visit(page, linkTo('{"now": 3}'));
    await playground.expectText('{"now": 3}');
    expect(hashOf(page)).not.toBe('');
    await playground.fill('{"now": 4}');
    // The address does not promise what is not shown.
    await expect.poll(() => hashOf(page)).toBe('');
    await written(playground);
    await page.reload();
    await playground.expectText('{"now": 4}');
    await playground.editor.press('Control+z');
    await playground.editor.press('Control+z');
    await playground.expectText(sample);
  });

  test('is not replaced by the same text', async ({ page, complaints: _ }) => {
    const playground = await visit(page, linkTo(sample, { v: 'l' }));
    await expect(playground.tab('Log')).toHaveAttribute('aria-selected', 'true');
    await playground.editor.press('Control+z');
    await playground.expectText(sample);
    await expect(playground.status).not.toContainText('Undo brings');
  });
});

test.describe('a link that cannot be opened is told, and the text stays', () => {
  const link = linkTo(everything);
  const bomb = `1${deflateRawSync(Buffer.alloc(100_000_000)).toString('base64url')}`;
  const bad = {
    broken: [link.replace(/(?<=^.{200}).{9}/, 'AAAAAAAAA'), /damaged/],
    'with other characters': ['1%20é', /damaged/],
    truncated: [link.slice(0, 300), /cut off/],
    'from the future': ['2abc', /newer version/],
    exploding: [bomb, /more than 10 MB/],
  } as const;

  for (const [name, [hash, why]] of Object.entries(bad)) {
    test(`${name}, when the page is opened`, async ({ page, complaints: _ }) => {
      const playground = await visit(page, hash);
      const dialog = playground.root.getByRole('alertdialog', {
        name: 'This link cannot be opened',
      });
      await expect(dialog).toBeVisible();
      await expect(dialog).toHaveAccessibleDescription(why);
      await expect(dialog).toContainText('Your text is as it was.');
      await page.keyboard.press('Enter');
      await expect(dialog).toHaveCount(0);
      await playground.expectText(sample);
      await playground.expectSummary(course);
    });

    test(`${name}, while the page is open`, async ({ playground, page }) => {
      await playground.fill(own);
      await paste(page, hash);
      const dialog = playground.root.getByRole('alertdialog');
      await expect(dialog).toHaveAccessibleDescription(why);
      await dialog.getByRole('button').click();
      await expect(dialog).toHaveCount(0);
      await playground.expectText(own);
      // A good one is opened all the same.
      await paste(page, linkTo('{}'));
      await playground.expectText('{}');
    });
  }
});

test('a link without a config leaves that of the tag, with its flags', async ({
  page,
  complaints: _,
}) => {
  await withSample(
    page,
    '<pipeline-playground whole-page flags="cache=off"></pipeline-playground>',
  );
  await page.goto(`./#${linkTo(undefined, { v: 'l' })}`);
  const playground = new Playground(page);
  await expect(playground.tab('Log')).toHaveAttribute('aria-selected', 'true');
  await playground.expectText(own);
});

test('a hash that is no link is none of ours', async ({ playground, page }) => {
  await playground.show('Log');
  await paste(page, 'heading');
  await goBack(page);
  await expect(playground.tab('Log')).toHaveAttribute('aria-selected', 'true');
  await expect(playground.root.getByRole('alertdialog')).toHaveCount(0);
  await playground.expectText(sample);
});

test('if the code for links cannot be loaded, the page works without it', async ({ page }) => {
  await page.route('**/share-*', (route) => route.abort());
  const playground = await visit(page, linkTo('{}'));
  await playground.expectSummary(course);
  await playground.button('Share').click();
  await expect(playground.status).toContainText('could not be loaded');
});
