/** Everything works by keyboard alone. */
import { caseNamed } from '../conformance.ts';
import { expect, openWith, type Playground, sample, test } from '../page.ts';

/** The name of the focused element, across shadow roots. */
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

/** The stops of Tab in reading order, with the sample in the editor. */
const STOPS = [
  'Skip to the results',
  'Keyboard shortcuts',
  'Pin this run',
  'Share',
  'systemlightdark',
  '100 %125 %150 %',
  'EnglishEspañol',
  'As a table',
  'adapt',
  'adapt: 6 in, 6 out, from 2 sources. Open in Records.',
  'cache',
  'cache: 6 in, 6 out, ≡ 0 duplicates. Open in Records.',
  'validate',
  'validate: 6 in, 6 out, ✗ 0 violations. Open in Records.',
  'freshness',
  'freshness: 6 in, 6 out, ✓ 6 fresh, ! 0 stale. Open in Records.',
  '✓ 6 fresh',
  'reconcile',
  'reconcile: 6 from adapt, 4 keys, = 1 matched, ≠ 1 mismatched, · 2 single. Open in Records.',
  'Samples',
  'Open file…',
  'Format',
  'Save config',
  'Config, JSON text',
  'Width of the editor',
  'Summary',
  'Copy summary',
  'Download summary',
  'records_in: 6',
  'records_out: 6',
  ...['adapt', 'cache', 'validate', 'freshness', 'reconcile'],
  'cache.hits: 0',
  'cache.misses: 6',
  'cache.hit_rate: 0.0',
  'validation_errors: 0',
  'stale_records: 0',
  'reconciliation.matched: 1',
  'reconciliation.mismatched: 1',
  'reconciliation.single_source: 2',
];

test('Tab and Shift+Tab reach everything, and leave the editor', async ({ playground }) => {
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

test('the focus is visible on every element', async ({ playground, browserName }) => {
  test.skip(
    browserName === 'firefox',
    'A picture takes a style that the policy of the page refuses.',
  );
  let before = await playground.browser.screenshot();
  for (const stop of STOPS) {
    await playground.browser.keyboard.press('Tab');
    const after = await playground.browser.screenshot();
    expect(after.equals(before), stop).toBe(false);
    before = after;
  }
});

test('Space flips a flag, and the result is announced', async ({ playground }) => {
  const { keyboard } = playground.browser;
  for (const _ of STOPS.slice(0, STOPS.indexOf('adapt') + 1)) await keyboard.press('Tab');
  await keyboard.press('Space');
  await expect(playground.status).toHaveText('adapt switched off. 0 records in, 0 out.');
  expect(await focused(playground)).toBe('adapt');
  await playground.expectSummary(caseNamed('only_adapt_off').summary ?? '');
});

test('Ctrl+Z and Ctrl+Y work while a checkbox or another control has the focus', async ({
  playground,
}) => {
  const { keyboard } = playground.browser;
  const cache = playground.flag('cache');
  await cache.focus();
  await keyboard.press('Space');
  await expect(cache).not.toBeChecked();
  await keyboard.press('Control+z');
  await expect(cache).toBeChecked();
  await expect(cache).toBeFocused();
  await playground.expectText(sample);
  await expect(playground.status).toHaveText('Undone. 6 records in, 6 out.');
  for (const [redo, undo] of [
    ['Control+y', 'Meta+z'],
    ['Control+Shift+z', 'Control+z'],
  ] as const) {
    await keyboard.press(redo);
    await expect(cache).not.toBeChecked();
    await expect(playground.status).toHaveText('Done again. 6 records in, 6 out.');
    await keyboard.press(undo);
    await expect(cache).toBeChecked();
  }
  // There is nothing more to undo, and a field undoes its own text.
  await keyboard.press('Control+z');
  await playground.expectText(sample);
  await playground.show('Time');
  await keyboard.press('Control+y');
  await expect(cache).not.toBeChecked();
  await playground.browser.getByRole('textbox', { name: 'now' }).focus();
  await keyboard.press('Control+z');
  await expect(cache).not.toBeChecked();
  await playground.tab('Time').focus();
  await keyboard.press('Control+z');
  await expect(cache).toBeChecked();
});

test('an exception leads to its position in the editor, to fix it', async ({ playground }) => {
  const { keyboard } = playground.browser;
  await playground.editor.focus();
  await keyboard.press('Control+End');
  await keyboard.type('!');
  await expect(playground.exception).toContainText('Extra data');
  for (const stop of ['Width of the editor', 'Summary', 'Copy exception']) {
    await keyboard.press('Tab');
    expect(await focused(playground)).toBe(stop);
  }
  await keyboard.press('Tab');
  expect(await focused(playground)).toMatch(/^Go to line/);
  await keyboard.press('Enter');
  await expect(playground.editor).toBeFocused();
  await keyboard.press('Delete');
  await expect(playground.exception).toHaveCount(0);
});

test('the search panel opens and closes, and the focus returns to the editor', async ({
  playground,
}) => {
  const { keyboard } = playground.browser;
  await playground.editor.focus();
  await keyboard.press('Control+f');
  await keyboard.type('order_004');
  await keyboard.press('Enter');
  await expect(playground.browser.locator('.cm-searchMatch-selected')).toHaveText('order_004');
  await keyboard.press('Escape');
  await expect(playground.editor).toBeFocused();
});

test('the tabs are one stop, and arrow keys move between them', async ({ playground }) => {
  const { keyboard } = playground.browser;
  await playground.tab('Summary').focus();
  for (const view of ['Records', 'Reconciliation', 'Time', 'Log', 'Compare', 'Summary']) {
    await keyboard.press('ArrowRight');
    await expect(playground.tab(view)).toBeFocused();
    await expect(playground.tab(view)).toHaveAttribute('aria-selected', 'true');
  }
  await keyboard.press('End');
  await expect(playground.tab('Compare')).toBeFocused();
  await keyboard.press('Home');
  await expect(playground.tab('Summary')).toBeFocused();
});

test('arrow keys move the border between config and results, and its position is stored', async ({
  playground,
}) => {
  const border = playground.browser.getByRole('separator', { name: 'Width of the editor' });
  const width = async () => (await playground.editor.boundingBox())?.width ?? 0;
  const before = await width();
  await border.focus();
  for (let i = 0; i < 5; i++) await playground.browser.keyboard.press('ArrowRight');
  await expect(border).toHaveAttribute('aria-valuenow', '52');
  const moved = await width();
  expect(moved).toBeGreaterThan(before + 80);
  await playground.show('Log');
  await playground.browser.reload();
  await expect(playground.tab('Log')).toHaveAttribute('aria-selected', 'true');
  await expect(border).toHaveAttribute('aria-valuenow', '52');
  expect(Math.abs((await width()) - moved)).toBeLessThan(5);
});

test.describe('shortcuts', () => {
  const dialog = ({ browser }: Playground) =>
    browser.getByRole('dialog', { name: 'Keyboard shortcuts' });

  test('? lists them, Escape closes the list, and the focus returns', async ({ playground }) => {
    const { keyboard } = playground.browser;
    await playground.button('Pin this run').focus();
    await keyboard.press('?');
    await expect(dialog(playground)).toBeVisible();
    await expect(dialog(playground)).toContainText('open Reconciliation');
    await keyboard.press('Escape');
    await expect(dialog(playground)).toBeHidden();
    expect(await focused(playground)).toBe('Pin this run');
  });

  test('each does what the list of shortcuts says', async ({ playground }) => {
    const { keyboard } = playground.browser;
    await playground.tab('Summary').focus();
    await keyboard.press('2');
    await expect(playground.flag('cache')).not.toBeChecked();
    await keyboard.press('m');
    await expect(playground.tab('Reconciliation')).toHaveAttribute('aria-selected', 'true');
    await keyboard.press('p');
    await expect(playground.status).toContainText('This run is pinned');
    await keyboard.press('f');
    await expect(playground.flag('adapt')).toBeFocused();
    await keyboard.press('e');
    await expect(playground.editor).toBeFocused();
  });

  test('they work before anything has the focus, and after a click outside of controls', async ({
    playground,
  }) => {
    const { keyboard, mouse } = playground.browser;
    await keyboard.press('?');
    await expect(dialog(playground)).toBeVisible();
    // While the list is open, nothing below it may change.
    await keyboard.press('2');
    await keyboard.press('Escape');
    await expect(dialog(playground)).toBeHidden();
    await mouse.click(2, 2);
    await keyboard.press('Control+m');
    await expect(playground.tab('Summary')).toHaveAttribute('aria-selected', 'true');
    await keyboard.press('m');
    await expect(playground.tab('Reconciliation')).toHaveAttribute('aria-selected', 'true');
    await expect(playground.flag('cache')).toBeChecked();
  });

  test('a focus that was lost takes them along, since it may have been in a text', async ({
    playground,
  }) => {
    const { browser } = playground;
    await playground.editor.focus();
    await playground.editor.evaluate((content: HTMLElement) => content.blur());
    await browser.keyboard.press('2');
    await browser.keyboard.press('m');
    await expect(playground.flag('cache')).toBeChecked();
    await expect(playground.tab('Summary')).toHaveAttribute('aria-selected', 'true');
    await playground.tab('Summary').focus();
    await browser.keyboard.press('m');
    await expect(playground.tab('Reconciliation')).toHaveAttribute('aria-selected', 'true');
  });

  test('in a page with other content, they work only in the playground that has the focus', async ({
    page,
    complaints: _,
  }) => {
    await openWith(
      page,
      '<input /><pipeline-playground></pipeline-playground><pipeline-playground></pipeline-playground>',
    );
    const open = async () => {
      const tabs = await page.locator('[role=tab][aria-selected=true]').allTextContents();
      return tabs.join(', ');
    };
    await expect.poll(open).toBe('Summary, Summary');
    await page.keyboard.press('t');
    await page.locator('input').first().press('t');
    await page
      .locator('pp-header')
      .nth(1)
      .click({ position: { x: 2, y: 2 } });
    await page.keyboard.press('r');
    await expect.poll(open).toBe('Summary, Records');
    await page.locator('input').first().focus();
    await page.locator('input').first().blur();
    await page.keyboard.press('t');
    await page.locator('[role=tab][aria-selected=true]').first().press('l');
    await expect.poll(open).toMatch(/^Log.*, Records$/);
  });

  /** Parts that use keys themselves. */
  const own: Record<string, (playground: Playground) => Promise<void>> = {
    'a menu': (playground) => playground.browser.getByLabel('Colours').focus(),
    'a button with a menu': (playground) => playground.button('Samples').press('Enter'),
    async 'an open menu'(playground) {
      await playground.button('Samples').press('Enter');
      await playground.button(/^Every outcome/).focus();
    },
    async 'a search field'(playground) {
      await playground.show('Records');
      await playground.root.getByRole('searchbox').focus();
    },
    async 'a number field'(playground) {
      await playground.show('Time');
      await playground.root.getByRole('textbox', { name: 'now' }).focus();
    },
    async "the editor's search"(playground) {
      await playground.editor.press('Control+f');
      await playground.root.locator('.cm-search button').first().focus();
    },
    async 'a dialog'(playground) {
      await playground.button('Keyboard shortcuts').press('Enter');
      await playground.root.getByRole('checkbox', { name: 'Use these shortcuts' }).focus();
    },
  };
  for (const [name, focus] of Object.entries(own))
    test(`${name} gets its keys itself`, async ({ playground }) => {
      await focus(playground);
      const tab = playground.root.locator('[role=tab][aria-selected=true]');
      const before = await tab.textContent();
      for (const key of ['2', 'l', 'p']) await playground.browser.keyboard.press(key);
      await expect(playground.flag('cache')).toBeChecked();
      await expect(tab).toHaveText(before ?? '');
      await expect(playground.root.getByText('No run is pinned')).toBeAttached();
    });

  test('modifiers, repeated keys and the input of composed characters are left alone', async ({
    playground,
  }) => {
    const init: Record<string, boolean | string>[] = [
      { ctrlKey: true },
      { altKey: true },
      { metaKey: true },
      { repeat: true },
      { isComposing: true },
      { key: 'Process' },
    ];
    await playground.tab('Summary').focus();
    await playground.tab('Summary').evaluate((tab, init) => {
      for (const one of init)
        tab.dispatchEvent(
          new KeyboardEvent('keydown', { key: 'm', bubbles: true, composed: true, ...one }),
        );
    }, init);
    await expect(playground.tab('Summary')).toHaveAttribute('aria-selected', 'true');
    await playground.browser.keyboard.press('m');
    await expect(playground.tab('Reconciliation')).toHaveAttribute('aria-selected', 'true');
  });

  test('in the editor they type characters, and they can be switched off', async ({
    playground,
  }) => {
    const { keyboard } = playground.browser;
    await playground.editor.focus();
    await keyboard.press('Control+Home');
    await keyboard.type('2');
    await expect(playground.exception).toBeVisible();
    await keyboard.press('Backspace');
    await expect(playground.flag('cache')).toBeChecked();
    await playground.button('Keyboard shortcuts').click();
    await dialog(playground).getByRole('checkbox', { name: 'Use these shortcuts' }).uncheck();
    await keyboard.press('Escape');
    await playground.tab('Summary').focus();
    await keyboard.press('m');
    await keyboard.press('2');
    await expect(playground.tab('Summary')).toHaveAttribute('aria-selected', 'true');
    await expect(playground.flag('cache')).toBeChecked();
  });
});

test.describe('in one column', () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test('every part has a tab, and the config keeps its text and cursor', async ({ playground }) => {
    const { keyboard } = playground.browser;
    await playground.show('Config');
    await playground.editor.focus();
    await keyboard.press('Control+End');
    await keyboard.type(' ');
    for (const [view, element] of [
      ['Stages', 'pp-flow'],
      ['Records', 'pp-records'],
      ['Reconciliation', 'pp-reconciliation'],
      ['Time', 'pp-time'],
      ['Log', 'pp-log'],
      ['Compare', 'pp-compare'],
      ['Summary', 'pp-summary'],
    ] as const) {
      await playground.show(view);
      await expect(playground.browser.locator(element)).toBeVisible();
      await expect(playground.editor).toBeHidden();
    }
    await playground.show('Config');
    await playground.editor.focus();
    await keyboard.type('x');
    await expect.poll(() => playground.text()).toMatch(/} x$|}\n x$/);
  });
});
