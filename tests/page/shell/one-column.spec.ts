/** In one column the editor is loaded when it is opened. Until then the page works without it. */
import type { Page } from '@playwright/test';
import { againIn, expect, expectNotLoaded, Playground, sample, test } from '../page.ts';
import { holdBack } from '../slow.ts';

const EDITOR = /\/(editor|codemirror)-[^/]*\.js$/;
const plain = (page: Page) => page.locator('pre.plain');
/** Some of the sample. The editor draws only the lines in sight. */
const BEGIN = sample.slice(0, 300);

/** The page in one column, without its editor until the returned function is called. */
async function openWithout(page: Page): Promise<{ playground: Playground; release: () => void }> {
  const release = await holdBack(page, EDITOR);
  const playground = new Playground(page);
  await playground.open();
  return { playground, release };
}

test.describe('in one column', () => {
  test.use({ viewport: { width: 390, height: 1400 } });

  test('the editor is loaded when its tab is opened, and until then the text is there', async ({
    page,
    complaints: _,
  }) => {
    const { playground, release } = await openWithout(page);
    await playground.show('Stages');
    await playground.show('Log');
    await playground.show('Config');
    await expect(plain(page)).toContainText('"order_001"');
    release();
    await expect.poll(() => playground.text()).toContain(BEGIN);
  });

  test('who goes to the config is in its editor as soon as that is there', async ({
    page,
    complaints: _,
  }) => {
    const { playground, release } = await openWithout(page);
    await page.keyboard.press('e');
    await expect(plain(page)).toBeFocused();
    // Keys that are pressed too early open no other part.
    await page.keyboard.press('l');
    await expect(playground.tab('Config')).toHaveAttribute('aria-selected', 'true');
    release();
    await expect(playground.editor).toBeFocused();
    await page.keyboard.type(' ');
    await expect.poll(() => playground.text()).toContain(` ${BEGIN}`);
  });

  test('the focus stays where it has gone meanwhile', async ({ page, complaints: _ }) => {
    const { playground, release } = await openWithout(page);
    await page.keyboard.press('e');
    await playground.show('Log');
    release();
    await expect(page.locator('.cm-content')).toBeAttached();
    await expect(playground.tab('Log')).toBeFocused();
  });

  test('a record that was chosen before is at the cursor', async ({ page, complaints: _ }) => {
    const { playground, release } = await openWithout(page);
    await playground.show('Records');
    const row = page.locator('pp-records').getByRole('row', { name: /alpha\[1\]/ });
    await row.click();
    await expect(row).toHaveAttribute('aria-selected', 'true');
    await playground.show('Config');
    release();
    await expect(page.locator('pp-journey')).toContainText('alpha[1]');
    await expect(page.locator('.cm-current-record').first()).toContainText('order_002');
    await expect(page.locator('.cm-activeLine')).toContainText('order_002');
  });

  test('what was changed before can be undone in it', async ({ page, complaints: _ }) => {
    const { playground, release } = await openWithout(page);
    await playground.show('Stages');
    await playground.flag('cache').click();
    await expect(playground.flag('cache')).not.toBeChecked();
    await playground.show('Config');
    release();
    await playground.editor.click();
    const off = '"cache": false';
    await expect.poll(() => playground.text()).toContain(off);
    await page.keyboard.press('Control+z');
    await expect.poll(() => playground.text()).not.toContain(off);
  });
});

test.describe('in one column, when the page is idle', () => {
  test.use({ viewport: { width: 390, height: 1400 }, idle: true });

  test('the editor is fetched, so that it opens offline', async ({ page, complaints: _ }) => {
    // The last part that is loaded then is `threads`.
    const loaded = Promise.all(
      [EDITOR, /\/codemirror-/, /\/threads-/].map((script) =>
        page.waitForEvent('requestfinished', (one) => script.test(one.url())),
      ),
    );
    const playground = new Playground(page);
    await playground.open();
    await loaded;
    await expect(page.locator('.cm-content')).toHaveCount(0);
    await page.context().setOffline(true);
    await playground.show('Config');
    await expect.poll(() => playground.text()).toContain(BEGIN);
  });
});

test('in two columns, the editor is there at first sight', async ({ page, complaints: _ }) => {
  const release = await holdBack(page, EDITOR);
  const playground = new Playground(page);
  const opened = playground.open();
  await expect.poll(() => page.locator('pipeline-playground').count()).toBe(1);
  await expect(page.locator('pp-playground')).toHaveCount(0);
  release();
  await opened;
  await playground.expectText(sample);
  await expect(plain(page)).toHaveCount(0);
});

test('an editor that cannot be loaded says so, beside results that work', async ({
  page,
  complaints,
}) => {
  await page.route(EDITOR, (route) => route.fulfill({ status: 503, body: '' }));
  const playground = new Playground(page);
  await playground.open();
  await expect(page.locator('pp-config')).toContainText(
    'This part of the page could not be loaded',
  );
  await expect(plain(page)).toContainText('"order_001"');
  await playground.flag('cache').click();
  await expect(playground.summary).toContainText('"misses": 0');
  await page.unroute(EDITOR);
  await playground.button(againIn(page)).click();
  await playground.editor.click();
  expectNotLoaded(page, complaints);
});
