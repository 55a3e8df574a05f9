/** The focus is always somewhere, in sight, whatever appears, disappears or moves. */
import type { Locator } from '@playwright/test';
import { everything, expect, type Playground, sample, test } from '../page.ts';

const WIDE = { width: 1280, height: 800 };
const NARROW = { width: 600, height: 600 };

/** The elements that have the focus, from the document's to the innermost one, and whether that one is in sight. */
const focus = ({ browser }: Playground) =>
  browser.evaluate(async () => {
    // Layouts, and the loss of the focus of hidden elements, take effect with the next frame.
    for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame);
    const path = [document.activeElement];
    for (;;) {
      const inner = path.at(-1)?.shadowRoot?.activeElement;
      if (!inner) break;
      path.push(inner);
    }
    // The content of the editor is as high as the text, so its cursor has to be in sight.
    const innermost = path.at(-1);
    const cursor = innermost?.closest('.cm-editor')?.querySelector('.cm-cursor-primary');
    const {
      top = 0,
      bottom = 0,
      height = 0,
    } = (cursor ?? innermost)?.getBoundingClientRect() ?? {};
    const inSight = height > 0 && bottom > 0 && top < innerHeight;
    return { names: path.map((one) => one?.localName ?? ''), inSight };
  });

/** Expects the focus in this element of the playground, or in itself, and in sight. */
async function expectFocusIn(playground: Playground, element: string): Promise<void> {
  await expect
    .poll(async () => {
      const { names, inSight } = await focus(playground);
      return names.includes(element) && inSight ? element : `${names} ${inSight}`;
    })
    .toBe(element);
}

test.describe('when the layout changes', () => {
  test.use({ viewport: WIDE });

  test('what is being typed goes on in the same place', async ({ playground }) => {
    const { browser } = playground;
    await playground.editor.focus();
    await browser.keyboard.press('Control+End');
    for (const size of [NARROW, WIDE, NARROW]) {
      await browser.setViewportSize(size);
      await expect(playground.editor).toBeFocused();
      await expectFocusIn(playground, 'pp-editor');
      await browser.keyboard.type('12');
      await expect(browser.locator('.cm-line').last()).toHaveText(/12$/);
    }
    for (const stage of ['adapt', 'cache']) {
      await browser.setViewportSize(WIDE);
      await expect(playground.flag(stage)).toBeChecked();
    }
  });

  const controls: [name: string, element: string, focus: (playground: Playground) => Locator][] = [
    ['a flag', 'pp-flow', (playground) => playground.flag('reconcile')],
    ['a button of the config', 'pp-config', (playground) => playground.button('Samples')],
    ['a number', 'pp-summary', (playground) => playground.button('stale_records: 0')],
    ['a tab', 'pp-tabs', (playground) => playground.tab('Summary')],
    ['a button of the header', 'pp-header', (playground) => playground.button('Pin this run')],
  ];
  for (const [name, element, control] of controls)
    test(`${name} keeps the focus`, async ({ playground }) => {
      await control(playground).focus();
      for (const size of [NARROW, WIDE, NARROW, WIDE]) {
        await playground.browser.setViewportSize(size);
        await expect(control(playground)).toBeFocused();
        await expectFocusIn(playground, element);
      }
    });

  test('the focus goes from the border, which is gone, to the open tab', async ({ playground }) => {
    await playground.browser.getByRole('separator').focus();
    await playground.browser.setViewportSize(NARROW);
    await expect(playground.tab('Summary')).toBeFocused();
  });

  test('the focus goes from a tab that is gone to the open one', async ({ playground }) => {
    await playground.browser.setViewportSize(NARROW);
    await playground.show('Config');
    await playground.browser.setViewportSize(WIDE);
    await expect(playground.tab('Summary')).toBeFocused();
  });

  test('the focus goes from the title of a column that is gone to the list', async ({
    playground,
  }) => {
    await playground.button(/^cache: 6 in/).click();
    await playground.button('Key').focus();
    await playground.browser.setViewportSize({ width: 360, height: 640 });
    await expect(playground.button('Key')).toBeHidden();
    await expect(playground.browser.getByRole('grid')).toBeFocused();
  });
});

/** What removes the control that has the focus, and the element that has the focus then. */
interface Removal {
  element: string;
  /** Brings the page into the state, and returns the control to focus. */
  reach(playground: Playground): Promise<Locator>;
  /** Enter by default. */
  key?: string;
}

/** Each record is a violation, with a line of the log. */
const violations = JSON.stringify({
  sources: { gamma: { records: Array.from({ length: 300 }, (_, i) => ({ id: null, i })) } },
});

const removals: Record<string, Removal> = {
  'a stage opened from its button in the summary': {
    element: 'pp-records',
    reach: async (playground) => playground.root.locator('pp-summary .stage').first(),
  },
  'a stage opened from the record at the cursor': {
    element: 'pp-records',
    async reach(playground) {
      await playground.root.locator('.cm-line', { hasText: 'order_002' }).first().click();
      return playground.root.locator('pp-journey button').first();
    },
  },
  'the steps of a record, which is gone once adapt is off': {
    element: 'pp-journey',
    key: '1',
    async reach(playground) {
      await playground.root.locator('.cm-line', { hasText: 'order_002' }).first().click();
      return playground.root.locator('pp-journey button').first();
    },
  },
  'a stage in the summary that is switched off': {
    element: 'pp-summary',
    key: '2',
    reach: async (playground) => playground.root.locator('pp-summary .stage', { hasText: 'cache' }),
  },
  'a link to another record': {
    element: 'pp-record',
    async reach(playground) {
      await playground.load('Every outcome');
      await playground.button(/^cache: 13 in/).click();
      await playground.root.getByRole('gridcell', { name: 'alpha[2]' }).click();
      return playground.root.locator('pp-record').getByRole('button', { name: /^alpha\[0\]/ });
    },
  },
  'the way from a record to Reconciliation': {
    element: 'pp-results',
    async reach(playground) {
      await playground.button(/^reconcile: 6 from/).click();
      await playground.root.getByRole('gridcell', { name: 'alpha[0]' }).click();
      return playground.button('Open reconciliation');
    },
  },
  'the filters, once cleared': {
    element: 'pp-filters',
    async reach(playground) {
      await playground.show('Records');
      await playground.root.getByLabel('Fate').selectOption('kept');
      return playground.button('Clear');
    },
  },
  'the filters of Reconciliation, once reset': {
    element: 'pp-reconciliation',
    async reach(playground) {
      await playground.show('Reconciliation');
      await playground.root.getByRole('searchbox').fill('nothing like this');
      return playground.root.locator('pp-reconciliation .why button');
    },
  },
  'the button that switches reconcile on': {
    element: 'pp-reconciliation',
    async reach(playground) {
      await playground.flag('reconcile').uncheck();
      await playground.show('Reconciliation');
      return playground.root.locator('pp-reconciliation .why button');
    },
  },
  'the last page of the log': {
    element: 'pp-log',
    async reach(playground) {
      await playground.fill(violations);
      await playground.show('Log');
      return playground.button(/^Show \d+ more/);
    },
  },
  'a page of a log that gets shorter': {
    element: 'pp-log',
    key: '1',
    async reach(playground) {
      await playground.fill(violations);
      await playground.show('Log');
      return playground.button(/^Show \d+ more/);
    },
  },
  'the button that unpins a run': {
    element: 'pp-compare',
    async reach(playground) {
      await playground.button('Pin this run').click();
      await playground.show('Compare');
      return playground.root.locator('pp-compare').getByRole('button', { name: 'Unpin' });
    },
  },
  'the button that pins a run': {
    element: 'pp-compare',
    async reach(playground) {
      await playground.show('Compare');
      return playground.root.locator('pp-compare').getByRole('button', { name: 'Pin this run' });
    },
  },
  'the button that goes to an exception': {
    element: 'pp-editor',
    async reach(playground) {
      await playground.fill('{"now": }');
      // The one that stands there until the help is loaded is replaced by it.
      return playground.exception.getByRole('button', { name: /^Go to line/ });
    },
  },
  'the button that closes a file': {
    element: 'pp-editor',
    async reach(playground) {
      await playground.drop('other.json', Buffer.from(sample));
      return playground.button('Back to your text');
    },
  },
  'the menu of samples': {
    element: 'pp-editor',
    async reach(playground) {
      await playground.button('Samples').click();
      return playground.button(/^Every outcome/);
    },
  },
  'the menu of samples, left by Escape': {
    element: 'pp-config',
    key: 'Escape',
    async reach(playground) {
      await playground.button('Samples').click();
      return playground.button(/^Every outcome/);
    },
  },
  'the search panel, closed by its button': {
    element: 'pp-editor',
    async reach(playground) {
      await playground.editor.press('Control+f');
      return playground.root.locator('.cm-search button[name=close]');
    },
  },
  'the list of shortcuts, closed by its button': {
    element: 'pp-header',
    async reach(playground) {
      await playground.button('Keyboard shortcuts').press('Enter');
      return playground.button('Close');
    },
  },
};

const anyFocused = (elements: Element[]) => elements.some((one) => one.matches(':focus'));

for (const [name, { element, reach, key = 'Enter' }] of Object.entries(removals))
  test(`the focus stays in sight: ${name}`, async ({ playground }) => {
    const control = await reach(playground);
    await control.focus();
    await playground.browser.keyboard.press(key);
    await expect.poll(() => control.evaluateAll(anyFocused)).toBe(false);
    await expectFocusIn(playground, element);
  });

test('the focus stays in sight: the list of records in a part of the axis of ages', async ({
  playground,
}) => {
  const records = Array.from({ length: 300 }, (_, i) => ({ id: `${i}`, value: 1, timestamp: i }));
  await playground.fill(JSON.stringify({ now: 400, sources: { gamma: { records } } }));
  await playground.show('Time');
  await playground.root.locator('pp-time-table summary').click();
  await playground.root.locator('pp-time-table button').first().press('Enter');
  await expectFocusIn(playground, 'pp-bucket');
  await playground.button('Close the list').press('Enter');
  await expectFocusIn(playground, 'pp-time');
});

test.describe('a view that is opened by a key', () => {
  for (const [key, element, said] of [
    ['s', 'pp-summary', 'Summary'],
    ['r', 'pp-records', 'Records'],
    ['m', 'pp-reconciliation', 'Reconciliation'],
    ['t', 'pp-time', 'Time'],
    ['l', 'pp-log', 'Log'],
    ['c', 'pp-compare', 'Compare'],
  ] as const)
    for (const size of [WIDE, NARROW])
      test(`gets the focus and says so: ${said}, ${size.width} px wide`, async ({ playground }) => {
        await playground.browser.setViewportSize(size);
        await playground.tab('Log').focus();
        await playground.browser.keyboard.press(key);
        await expectFocusIn(playground, element);
        await expect(playground.status).toHaveText(said);
        const { names } = await focus(playground);
        // The list, the first number, or the section, whose name is its heading.
        expect(names.at(-1)).not.toBe('pp-results');
      });

  test('gets the focus if it shows an exception', async ({ playground }) => {
    await playground.fill('{');
    await playground.tab('Log').focus();
    await playground.browser.keyboard.press('s');
    await expectFocusIn(playground, 'pp-exception');
    await playground.browser.keyboard.press('r');
    await expectFocusIn(playground, 'pp-records');
  });
});

test('a stage opened from the flow has the focus in its list', async ({ playground }) => {
  await playground.pasteAll([everything]);
  const grid = playground.root.getByRole('grid');
  for (const stage of ['cache', 'validate']) {
    await playground.button(new RegExp(`^${stage}: `)).press('Enter');
    await expect(grid).toBeFocused();
    await expect(grid).toHaveAccessibleName(`Records at ${stage}`);
    await expect(playground.status).toHaveText(`Records at ${stage}.`);
  }
});

test('a stage chosen in Records itself leaves the focus on its button', async ({ playground }) => {
  await playground.show('Records');
  const chooser = playground.root.locator('pp-records').getByRole('button', { name: 'cache' });
  await chooser.press('Enter');
  await expect(playground.root.getByRole('grid')).toHaveAccessibleName('Records at cache');
  await expect(chooser).toBeFocused();
});
