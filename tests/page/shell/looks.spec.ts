/** The page's look, and what assistive technology gets, in every state of the page. */
import type { Locator } from '@playwright/test';
import { inEveryLook } from '../accessible.ts';
import { caseNamed } from '../conformance.ts';
import { emulateMedia, expect, type Playground, sample, test } from '../page.ts';

inEveryLook({
  'the sample': async () => {},
  'an exception': async (playground) => {
    await playground.fill(caseNamed('timestamp_string').input);
    await playground.show('Summary');
    await expect(playground.exception).toBeVisible();
  },
  'a broken text': async (playground) => {
    await playground.fill(caseNamed('syntax_unquoted_key').input);
    await playground.show('Summary');
    await expect(playground.exception).toBeVisible();
  },
  'a long log': async (playground) => {
    const records = Array.from({ length: 300 }, (_, i) => ({ id: null, i }));
    await playground.fill(JSON.stringify({ sources: { gamma: { records } } }));
    await playground.show('Log');
    await expect(playground.logLines).toHaveCount(200);
  },
  'a file': async (playground) => {
    await playground.drop('a file with a long name.json', Buffer.from(sample));
    await expect(playground.browser.locator('.file')).toBeVisible();
  },
  'the search panel': async (playground) => {
    await playground.showConfig();
    await playground.editor.press('Control+f');
    await playground.browser.keyboard.type('order');
    await expect(playground.browser.locator('.cm-search')).toBeVisible();
  },
});

test('light and dark follow the system, even while the page is open', async ({ playground }) => {
  const ground = () =>
    playground.browser
      .locator('pp-playground')
      .evaluate((element) => getComputedStyle(element).backgroundColor);
  await emulateMedia(playground.browser, { colorScheme: 'light' });
  expect(await ground()).toBe('rgb(243, 245, 248)');
  await emulateMedia(playground.browser, { colorScheme: 'dark' });
  expect(await ground()).toBe('rgb(14, 19, 24)');
});

test('a host page can set the colours', async ({ playground }) => {
  const ground = await playground.browser.locator('pp-playground').evaluate((element) => {
    document.documentElement.style.setProperty('--pp-ground', 'rgb(1, 2, 3)');
    return getComputedStyle(element).backgroundColor;
  });
  expect(ground).toBe('rgb(1, 2, 3)');
});

test('nothing moves if the learner prefers reduced motion', async ({ playground }) => {
  await emulateMedia(playground.browser, { reducedMotion: 'reduce' });
  const duration = await playground
    .button('Copy summary')
    .evaluate((button) => getComputedStyle(button).transitionDuration);
  expect(duration).toBe('0s');
});

test('every control is big enough to click', async ({ playground }) => {
  await playground.editor.press('Control+f');
  const boxes = await playground.browser
    .locator('button:visible, label:has(input):visible')
    .evaluateAll((controls) =>
      controls
        // Without CodeMirror's fold markers, which are not buttons. The keyboard can fold too.
        .map((control) => ({ name: control.textContent, box: control.getBoundingClientRect() }))
        .filter(({ box }) => box.width < 24 || box.height < 24)
        .map(({ name }) => name),
    );
  expect(boxes).toEqual([]);
});

test('the headings form an outline', async ({ playground }) => {
  const headings = playground.browser.getByRole('heading');
  await expect(headings).toHaveText(['Pipeline playground', 'Flow', 'Config', 'Summary']);
});

/** The viewport that a window of 1280 by 1024 pixels has at 400 % zoom. */
test.describe('at 400 % zoom', () => {
  test.use({ viewport: { width: 320, height: 256 } });

  test('no view scrolls sideways', async ({ playground }) => {
    await playground.load('Every outcome');
    for (const view of [
      'Config',
      'Stages',
      'Summary',
      'Records',
      'Reconciliation',
      'Time',
      'Log',
      'Compare',
    ]) {
      await playground.show(view);
      const width = await playground.browser.evaluate(() => document.documentElement.scrollWidth);
      expect(width, view).toBeLessThanOrEqual(320);
    }
  });
});

test.describe('320 px wide', () => {
  test.use({ viewport: { width: 320, height: 800 } });

  test('nothing moves when a run is pinned', async ({ playground }) => {
    const box = () => playground.button('Keyboard shortcuts').boundingBox();
    const before = await box();
    await playground.button('Pin this run').click();
    await expect(playground.button('Unpin')).toBeVisible();
    expect(await box()).toEqual(before);
  });
});

test('a chosen colour scheme is stored for the next visit', async ({ playground }) => {
  const ground = () =>
    playground.browser
      .locator('pp-playground')
      .evaluate((element) => getComputedStyle(element).backgroundColor);
  await emulateMedia(playground.browser, { colorScheme: 'light' });
  await playground.browser.getByLabel('Colours').selectOption('dark');
  expect(await ground()).toBe('rgb(14, 19, 24)');
  await playground.browser.reload();
  await expect.poll(ground).toBe('rgb(14, 19, 24)');
});

test.describe('with forced colours', () => {
  test.use({ contextOptions: { forcedColors: 'active' } });
  test.skip(({ browserName }) => browserName === 'firefox', 'Playwright emulates no media there.');

  /** The computed colours of an element. */
  const colours = (one: Locator) =>
    one.evaluate((element) => {
      const { color, backgroundColor, borderBlockEndColor } = getComputedStyle(element);
      return { text: color, ground: backgroundColor, line: borderBlockEndColor };
    });
  /** The computed value of a system colour. */
  const system = ({ browser }: Playground, name: string) =>
    browser.evaluate((name) => {
      document.body.style.setProperty('outline', `1px solid ${name}`);
      return getComputedStyle(document.body).outlineColor;
    }, name);

  test('chosen controls are readable and look different from others', async ({ playground }) => {
    const [highlight, onIt, canvas, text] = await Promise.all(
      ['Highlight', 'HighlightText', 'Canvas', 'CanvasText'].map((name) =>
        system(playground, name),
      ),
    );
    const chosen = playground.browser.getByRole('button', { name: 'records_in: 6' });
    await chosen.click();
    await expect.poll(() => colours(chosen)).toMatchObject({ text: onIt, ground: highlight });
    await expect.poll(() => colours(playground.tab('Summary'))).toMatchObject({ line: highlight });
    expect(await colours(playground.tab('Log'))).toMatchObject({ line: canvas });
    await playground.show('Records');
    const stage = playground.button(/^adapt: 6 in/);
    await expect(stage).toHaveAttribute('aria-current', 'true');
    await expect.poll(() => colours(stage)).toMatchObject({ text });
  });

  test('nothing is drawn for dropped records if there are none', async ({ playground }) => {
    const length = () =>
      playground.browser
        .locator('pp-flow path.duplicate')
        .evaluate((path) => (path as SVGPathElement).getTotalLength());
    expect(await length()).toBe(0);
    await playground.load('Every outcome');
    await expect.poll(length).toBeGreaterThan(10);
  });
});
