/** The size of the text that a learner chooses, and what phones need. */
import type { Locator } from '@playwright/test';
import { expectNoViolations } from '../accessible.ts';
import { expect, openWith, Playground, test } from '../page.ts';

const VIEWS = ['Summary', 'Records', 'Reconciliation', 'Time', 'Log', 'Compare'];

const fontSize = (one: Locator) =>
  one.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));

const menu = ({ root }: Playground) => root.locator('pp-header').getByLabel('Text');

test('one menu scales all text, and the choice is stored', async ({ playground }) => {
  const parts = [
    'pp-header h1',
    '.cm-content',
    'pp-summary pre',
    'pp-flow .name',
    'pp-tabs button',
  ].map((part) => playground.root.locator(part).first());
  const sizes = () => Promise.all(parts.map(fontSize));
  const before = await sizes();
  for (const [label, times] of [
    ['125 %', 1.25],
    ['150 %', 1.5],
  ] as const) {
    await menu(playground).selectOption(label);
    const expected = before.map((size) => Math.round(size * times * 100));
    const now = async () => (await sizes()).map((size) => Math.round(size * 100));
    await expect.poll(now).toEqual(expected);
    await playground.browser.reload();
    await expect.poll(now).toEqual(expected);
  }
});

test('rows are as high as their text needs, and columns as wide', async ({ playground }) => {
  await playground.show('Records');
  const cell = playground.root.getByRole('gridcell', { name: 'alpha[0]' });
  const chip = playground.root.locator('pp-rows .outcome').first();
  for (const size of ['100 %', '125 %', '150 %']) {
    await menu(playground).selectOption(size);
    for (const one of [cell, chip])
      await expect
        .poll(() =>
          one.evaluate((element) => {
            const { scrollWidth, clientWidth } = element.closest('[role=gridcell]') as Element;
            const { height } = (element.closest('[role=row]') as Element).getBoundingClientRect();
            return scrollWidth <= clientWidth && height >= element.clientHeight;
          }),
        )
        .toBe(true);
  }
});

test('an attribute sets the size', async ({ page, complaints: _ }) => {
  await openWith(page, '<pipeline-playground size="1.5"></pipeline-playground>');
  const playground = new Playground(page);
  await expect(menu(playground)).toHaveValue('150 %');
  expect(await fontSize(page.locator('pp-header h1'))).toBe(30);
});

for (const width of [1280, 1000, 320])
  test.describe(`${width} px wide`, () => {
    test.use({ viewport: { width, height: 800 } });

    test('no view scrolls sideways, however big the text', async ({ playground }) => {
      await menu(playground).selectOption('150 %');
      for (const view of VIEWS) {
        await playground.show(view);
        const room = await playground.browser.evaluate(() => document.documentElement.scrollWidth);
        expect(room, view).toBeLessThanOrEqual(width);
      }
      await expectNoViolations(playground);
    });
  });

test('big text takes a layout with one column, and the focus stays', async ({ playground }) => {
  await playground.browser.setViewportSize({ width: 1000, height: 800 });
  await expect(playground.tab('Config')).toHaveCount(0);
  await menu(playground).selectOption('150 %');
  await expect(playground.tab('Config')).toBeVisible();
  await menu(playground).selectOption('100 %');
  await expect(playground.tab('Config')).toHaveCount(0);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });
  test.skip(
    ({ browserName }) => browserName === 'firefox',
    'Playwright makes no phone of Firefox.',
  );

  test('fields have at least 16 px, so that the browser does not zoom', async ({ playground }) => {
    const fields = playground.root.locator(
      'select, textarea, input:not([type=checkbox], [type=range], [type=file]), .cm-content',
    );
    const small = () =>
      fields.evaluateAll((all) =>
        all
          .filter((one) => Number.parseFloat(getComputedStyle(one).fontSize) < 16)
          .map((one) => one.outerHTML.slice(0, 80)),
      );
    await playground.show('Config');
    await playground.editor.press('Control+f');
    await expect(playground.root.getByRole('textbox', { name: 'Find' })).toBeVisible();
    for (const view of VIEWS) {
      expect(await small()).toEqual([]);
      await playground.show(view);
    }
    expect(await small()).toEqual([]);
  });

  for (const [width, height] of [
    [844, 390],
    [667, 375],
  ] as const)
    test(`on its side, the header takes under a fifth: ${width} by ${height}`, async ({
      playground,
    }) => {
      await playground.browser.setViewportSize({ width, height });
      const { y = 0, height: own = 0 } =
        (await playground.root.locator('pp-header').boundingBox()) ?? {};
      expect(y + own).toBeLessThan(height / 5);
    });

  test('the line below the title is there', async ({ playground }) => {
    for (const width of [320, 390, 844]) {
      await playground.browser.setViewportSize({ width, height: 640 });
      await expect(playground.root.getByText('Flip a flag, or choose')).toBeVisible();
    }
  });
});
