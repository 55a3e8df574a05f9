/** The samples, and the text that a playground starts with. */
import { everything, expect, Playground, sample, test } from '../page.ts';

test('the page starts with a sample that shows something at every stage', async ({
  page,
  complaints: _,
}) => {
  const playground = new Playground(page);
  await page.goto('./');
  await expect(playground.summary).toBeVisible();
  await playground.expectText(everything);
  const flow = page.locator('pp-flow');
  for (const found of ['1 duplicate', '2 violations', '2 stale', '3 mismatched'])
    await expect(flow).toContainText(found);
  await expect(page.locator('pp-header')).toContainText('Flip a flag, or choose a number');
});

test('a text in the element is the first one, and “Start over” brings it back', async ({
  playground,
}) => {
  await playground.expectText(sample);
  await playground.fill('{"now": 1}');
  await playground.load('Start over');
  await playground.expectText(sample);
  await playground.browser.keyboard.press('Control+z');
  await playground.expectText('{"now": 1}');
});

/** What each sample is there to show, as a part of the summary, or of the log. */
const SHOWN = {
  'Every outcome': '"mismatched": 3',
  'Course sample': '"records_out": 6',
  'Without adapt': '"records_in": 0',
  'An id that is null': '"validation_errors": 2',
  'Two sources disagree': '"mismatched": 2',
  'Only one source': '"reconciliation": {}',
  'A source without an adapter': '"validation_errors": 2',
};

test('each sample of the menu shows what it says', async ({ playground }) => {
  for (const [name, part] of Object.entries(SHOWN)) {
    await playground.load(name);
    await expect(playground.summary).toContainText(part);
  }
  await playground.button('Samples').click();
  // The menu has these samples, and “Start over”.
  await expect(playground.root.locator('pp-samples button')).toHaveCount(
    Object.keys(SHOWN).length + 1,
  );
});

test('of two samples shortly after each other, the newer one is loaded', async ({ playground }) => {
  await playground.browser.route('**/more-*.js', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 400));
    await route.continue();
  });
  await playground.choose('Only one source');
  await playground.load('Every outcome');
  await playground.expectText(everything);
  await playground.browser.waitForTimeout(600);
  await playground.expectText(everything);
});
