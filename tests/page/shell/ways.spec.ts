/** How few keys it takes from the loaded page to the reason why a record was dropped. */
import { everything, expect, type Playground, test } from '../page.ts';

/** The most key presses of a way. */
const MOST = 12;
const REASON = /alpha\[2\].*(repeats alpha\[0\]|same key \S+ as alpha\[0\])/;

/** The active row of the list that has the focus, as a screen reader reads it. */
const activeRow = ({ browser }: Playground) =>
  browser.evaluate(() => {
    let focused = document.activeElement;
    while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
    const id = focused?.getAttribute('aria-activedescendant');
    const root = focused?.getRootNode();
    const row = id && root instanceof ShadowRoot ? root.getElementById(id) : null;
    return row ? [...row.children].map((cell) => cell.textContent?.trim()).join(' ') : '';
  });

const focus = ({ browser }: Playground) =>
  browser.evaluate(() => document.activeElement?.localName);

const tabs = (count: number) => Array.from({ length: count }, () => 'Tab');

/** The keys of each way. Without a pause between them, as a learner who knows the way presses them. */
const ways: Record<string, string[]> = {
  'from a number of the summary': ['s', ...tabs(7), 'ArrowRight', 'ArrowRight'],
  'from a stage of the flow': ['f', ...tabs(3), 'Enter', 'ArrowDown', 'ArrowDown'],
  'from the skip link, without one-key shortcuts': [
    'Tab',
    'Enter',
    'Tab',
    'ArrowRight',
    'ArrowRight',
  ],
};

/** Who presses them without a pause has used the page for a while, so that its parts are loaded. */
test.use({ idle: true });

/** The sample in which alpha[2] is dropped, as if it had been loaded with the page: nothing has had the focus. */
test.beforeEach(async ({ playground }) => {
  await playground.pasteAll([everything]);
  expect(await focus(playground)).toBe('body');
});

for (const [name, keys] of Object.entries(ways))
  test(name, async ({ playground }) => {
    expect(keys.length).toBeLessThanOrEqual(MOST);
    for (const key of keys) await playground.browser.keyboard.press(key);
    await expect.poll(() => activeRow(playground)).toMatch(REASON);
  });

test('from the list of records, where the reason is announced', async ({ playground }) => {
  const keys = ['r', 'ArrowDown', 'ArrowDown'];
  expect(keys.length).toBeLessThanOrEqual(MOST);
  for (const key of keys) {
    await playground.browser.keyboard.press(key);
    await expect(playground.root.getByRole('grid')).toBeFocused();
  }
  expect(await activeRow(playground)).toContain('alpha[2]');
  await expect(playground.status).toHaveText(REASON);
});

test('the skip link is visible while it has the focus', async ({ playground }) => {
  const link = playground.button('Skip to the results');
  await expect(link).toHaveCSS('opacity', '0');
  await link.focus();
  await expect(link).toHaveCSS('opacity', '1');
  await link.press('Enter');
  await expect(playground.button('records_in: 13')).toBeFocused();
  await expect(link).toHaveCSS('opacity', '0');
});
