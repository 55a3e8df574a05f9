/** Everything by keyboard alone. */
import { caseNamed } from './conformance.ts';
import { expect, type Playground, test } from './page.ts';

/** The name of what has the focus, through all shadow roots. */
const focused = ({ browser }: Playground) =>
  browser.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return (
      element?.getAttribute('aria-label') ??
      element?.getAttribute('name') ??
      element?.textContent?.trim() ??
      ''
    );
  });

/** In the order in which they are read. */
const STOPS = [
  'Pin this run',
  'Colours',
  'Keyboard shortcuts',
  'adapt',
  'cache',
  'validate',
  'freshness',
  'reconcile',
  'Samples',
  'Open file…',
  'Config, JSON text',
  'Copy summary',
  'Copy log',
  'Log lines',
];

test('Tab goes through everything, also out of the editor, and back', async ({ playground }) => {
  const { keyboard } = playground.browser;
  for (const stop of STOPS) {
    await keyboard.press('Tab');
    expect(await focused(playground)).toBe(stop);
  }
  for (const stop of STOPS.slice(0, -1).reverse()) {
    await keyboard.press('Shift+Tab');
    expect(await focused(playground)).toBe(stop);
  }
});

test('whatever has the focus shows it', async ({ playground }) => {
  for (const stop of STOPS) {
    const before = await playground.browser.screenshot();
    await playground.browser.keyboard.press('Tab');
    expect((await playground.browser.screenshot()).equals(before), stop).toBe(false);
  }
});

test('flags flip by Space, and the result can be heard', async ({ playground }) => {
  const { keyboard } = playground.browser;
  await keyboard.press('Tab');
  await keyboard.press('Space');
  await expect(playground.status).toHaveText('adapt switched off. 0 records in, 0 out.');
  expect(await focused(playground)).toBe('adapt');
  await playground.expectSummary(caseNamed('only_adapt_off').summary ?? '');
});

test('from an exception to its place and out again', async ({ playground }) => {
  const { keyboard } = playground.browser;
  await playground.editor.focus();
  await keyboard.press('Control+End');
  await keyboard.type('!');
  await expect(playground.exception).toContainText('Extra data');
  await keyboard.press('Tab');
  expect(await focused(playground)).toBe('Copy exception');
  await keyboard.press('Tab');
  expect(await focused(playground)).toMatch(/^Go to line/);
  await keyboard.press('Enter');
  await expect(playground.editor).toBeFocused();
  await keyboard.press('Delete');
  await expect(playground.exception).toHaveCount(0);
});

test('the search panel opens and closes, and the focus returns', async ({ playground }) => {
  const { keyboard } = playground.browser;
  await playground.editor.focus();
  await keyboard.press('Control+f');
  await keyboard.type('order_004');
  await keyboard.press('Enter');
  await expect(playground.browser.locator('.cm-searchMatch-selected')).toHaveText('order_004');
  await keyboard.press('Escape');
  await expect(playground.editor).toBeFocused();
});
