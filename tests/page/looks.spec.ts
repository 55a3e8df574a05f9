/** How the page looks and what it tells assistive technology, in every state that it can be in. */
import { inEveryLook } from './accessible.ts';
import { caseNamed } from './conformance.ts';
import { expect, sample, test } from './page.ts';

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

test('light and dark follow the system, also while the page is open', async ({ playground }) => {
  const ground = () =>
    playground.browser
      .locator('pipeline-playground')
      .evaluate((element) => getComputedStyle(element).backgroundColor);
  await playground.browser.emulateMedia({ colorScheme: 'light' });
  expect(await ground()).toBe('rgb(243, 245, 248)');
  await playground.browser.emulateMedia({ colorScheme: 'dark' });
  expect(await ground()).toBe('rgb(14, 19, 24)');
});

test('a host page can set the colours', async ({ playground }) => {
  const ground = await playground.browser.evaluate(() => {
    document.documentElement.style.setProperty('--pp-ground', 'rgb(1, 2, 3)');
    return getComputedStyle(document.querySelector('pipeline-playground') as Element)
      .backgroundColor;
  });
  expect(ground).toBe('rgb(1, 2, 3)');
});

test('nothing moves for those who want less motion', async ({ playground }) => {
  await playground.browser.emulateMedia({ reducedMotion: 'reduce' });
  const duration = await playground
    .button('Copy summary')
    .evaluate((button) => getComputedStyle(button).transitionDuration);
  expect(duration).toBe('0s');
});

test('every control is big enough to be hit', async ({ playground }) => {
  await playground.editor.press('Control+f');
  const boxes = await playground.browser
    .locator('button:visible, label:has(input):visible')
    .evaluateAll((controls) =>
      controls
        // CodeMirror's gutter has its own, on the mouse only; the keyboard folds as well.
        .map((control) => ({ name: control.textContent, box: control.getBoundingClientRect() }))
        .filter(({ box }) => box.width < 24 || box.height < 24)
        .map(({ name }) => name),
    );
  expect(boxes).toEqual([]);
});

test('the page has the headings of an outline', async ({ playground }) => {
  const headings = playground.browser.getByRole('heading');
  await expect(headings).toHaveText(['Pipeline playground', 'Config', 'Summary', 'Log']);
});
