/** The places of the records that a number of the summary counts: marked in the text, and scrolled into view. */
import { expect, type Playground, test } from '../page.ts';
import { holdFrames, release } from '../slow.ts';

const number = (playground: Playground, name: string) =>
  playground.browser.locator('pp-summary').getByRole('button', { name: new RegExp(`^${name}:`) });
const marks = (playground: Playground) => playground.browser.locator('.cm-place');
const gone = (playground: Playground) => playground.browser.locator('.cm-gone');

/** `count` fresh records and then a stale one, one per line. */
function long(count: number): string {
  const records = Array.from({ length: count }, (_, id) => `{"id": ${id}, "value": "shipped"}`);
  records.push('{"id": "old", "value": 1, "timestamp": 0}');
  return `{"now": 1000, "sources": {"gamma": {"records": [\n${records.join(',\n')}\n]}}}`;
}

test.describe('in a low window', () => {
  test.use({ viewport: { width: 1280, height: 560 } });

  test('the first place is scrolled into view, and the cursor stays', async ({ playground }) => {
    await playground.load('Every outcome');
    await number(playground, 'stale_records').click();
    await expect(marks(playground)).toHaveCount(2);
    await expect(marks(playground).first()).toBeInViewport();
    await expect(playground.browser.locator('pp-journey')).toContainText('Put the cursor into');
    // Only once: the learner can scroll away.
    await playground.editor.hover();
    await playground.browser.mouse.wheel(0, -5000);
    await playground.flag('cache').click();
    await expect(playground.summary).not.toContainText('"cache",');
    await expect(marks(playground).first()).not.toBeInViewport();
  });
});

test('a dropped record is scrolled into view, even if others are visible', async ({
  playground,
}) => {
  await playground.fill(long(300).replace('"value": 1,', '"value": null,'));
  await playground.browser.keyboard.press('Control+Home');
  await number(playground, 'records_out').click();
  await expect(gone(playground)).toHaveCount(1);
  await expect(gone(playground)).toBeInViewport();
});

test('a number that is closed before the next frame is forgotten', async ({ playground }) => {
  const { browser } = playground;
  await holdFrames(browser);
  await number(playground, 'records_out').click();
  await expect(marks(playground)).not.toHaveCount(0);
  await number(playground, 'records_out').click();
  await expect(marks(playground)).toHaveCount(0);
  await release(browser);
  await number(playground, 'records_in').click();
  await expect(marks(playground)).not.toHaveCount(0);
});

test('for records_out, dropped records are marked differently', async ({ playground }) => {
  await playground.load('Every outcome');
  await number(playground, 'records_out').click();
  await expect(marks(playground)).toHaveCount(10);
  await expect(gone(playground)).toHaveCount(3);
  await expect(gone(playground).first()).toBeInViewport();
  for (const [i, text] of ['order_001', 'order_005', 'who is this?'].entries())
    await expect(gone(playground).nth(i)).toContainText(text);
  const line = (of: 'cm-place' | 'cm-gone') =>
    playground.browser
      .locator(`.${of}`)
      .first()
      .evaluate((mark) => getComputedStyle(mark).borderBottomStyle);
  expect(await line('cm-gone')).not.toBe(await line('cm-place'));
  await number(playground, 'records_in').click();
  await expect(gone(playground)).toHaveCount(0);
});

test('a long text has marks in its visible part, wherever that is', async ({ playground }) => {
  await playground.pasteAll([long(20_000)]);
  await number(playground, 'records_in').click();
  await expect(marks(playground).last()).toContainText('"old"');
  await playground.editor.press('Control+Home');
  await expect(marks(playground).first()).toContainText('"id": 0,');
  await playground.editor.press('Control+End');
  await expect(marks(playground).last()).toContainText('"old"');
  // A place far away is scrolled into view.
  await playground.editor.press('Control+Home');
  await number(playground, 'stale_records').click();
  await expect(marks(playground)).toHaveText([/"old"/]);
  await expect(marks(playground)).toBeInViewport();
});

test('in a big file, the part with the first place is shown', async ({ playground }) => {
  await playground.drop('big.json', Buffer.from(long(80_000)));
  await expect(playground.summary).toContainText('"records_in": 80001');
  await number(playground, 'stale_records').click();
  await expect(marks(playground)).toHaveText([/"old"/]);
  await expect(marks(playground)).toBeInViewport();
  await expect(playground.file).toContainText(/to 80,00\d/);
});

test.describe('in one column', () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test('the config shows the places of the number that was chosen before', async ({
    playground,
  }) => {
    await playground.load('Every outcome');
    await playground.show('Summary');
    await number(playground, 'validation_errors').click();
    await playground.show('Config');
    await expect(marks(playground)).toHaveCount(2);
    await expect(marks(playground).first()).toBeInViewport();
    await playground.show('Records');
    await playground.show('Config');
    await expect(marks(playground)).toHaveCount(0);
  });
});
