/** What is about an older input than the newest one is grey, everywhere, and the page says so in words. */
import type { Locator } from '@playwright/test';
import { please, tamper } from '../faults.ts';
import { expect, Playground, sample, test } from '../page.ts';

/** Everything that shows something of a run, by a name for messages. */
function partsOf({ browser, root }: Playground): Record<string, Locator> {
  return {
    flow: root.locator('pp-flow ol'),
    status: root.locator('pp-status .run').first(),
    'count of log lines': root.locator('pp-tabs .count'),
    journey: root.locator('pp-journey section'),
    'record at the cursor': root.locator('.cm-current-record').first(),
    'counted records': browser.locator('.cm-place').first(),
  };
}

async function expectGrey(playground: Playground, grey: boolean): Promise<void> {
  for (const [name, part] of Object.entries(partsOf(playground))) {
    const filter = () => part.evaluate((element) => getComputedStyle(element).filter);
    if (grey) await expect.poll(filter, name).toContain('grayscale(1)');
    else await expect.poll(filter, name).toBe('none');
  }
}

/** Shows something of a run in each part, in a text that is the same in a worker's run. */
async function prepare(playground: Playground): Promise<void> {
  await playground.load('Every outcome');
  await playground.editor.getByText('"records"').first().click();
  await playground.browser.keyboard.press('ArrowDown');
  await playground.browser
    .locator('pp-summary')
    .getByRole('button', { name: /stale_records/ })
    .click();
  await expectGrey(playground, false);
}

const notice = ({ browser }: Playground) => browser.locator('pp-flow .notice');
async function paste(playground: Playground, text: string): Promise<void> {
  await playground.editor.evaluate((content, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    const paste = new ClipboardEvent('paste', { cancelable: true });
    Object.defineProperty(paste, 'clipboardData', { value: clipboardData });
    content.dispatchEvent(paste);
  }, text);
}

test('while the worker cannot be loaded', async ({ page, complaints: _ }) => {
  await page.route(/worker-.*\.js$/, (route) => route.fulfill({ status: 503, body: '' }));
  const playground = new Playground(page);
  await playground.open();
  await prepare(playground);
  await playground.editor.press('Control+End');
  // Spaces below the text, so that the records and the marks stay where they are.
  await paste(playground, ' \n'.repeat(40_000));
  await expect(page.locator('pp-results')).toContainText('The engine could not be loaded');
  await playground.editor.press('Control+Home');
  const { 'record at the cursor': _cursor, journey: _journey, ...parts } = partsOf(playground);
  for (const [name, part] of Object.entries(parts))
    await expect
      .poll(() => part.evaluate((element) => getComputedStyle(element).filter), name)
      .toContain('grayscale(1)');
  await expect(notice(playground)).toHaveText(
    'In grey: an older run, not about what is in the editor now.',
  );
  await expect(page.locator('pp-status')).toContainText('About an older text:');
  await page.unroute(/worker-.*\.js$/);
  await playground.button('Try again').click();
  await expect(page.locator('pp-summary')).toBeVisible();
  await expect(notice(playground)).toHaveText('');
  await expect(page.locator('pp-status')).not.toContainText('About an older text');
});

test('while a run takes long, and not after it was cancelled', async ({ page, complaints: _ }) => {
  await tamper(page, 'stall');
  const playground = new Playground(page);
  await playground.open();
  await prepare(playground);
  await playground.drop(...please(sample));
  await expect(page.getByRole('progressbar')).toBeVisible();
  await expect(notice(playground)).toContainText('an older run');
  for (const part of [page.locator('pp-flow ol'), page.locator('pp-status .run').first()])
    await expect.poll(() => part.evaluate((it) => getComputedStyle(it).filter)).toContain('gray');
  await expect
    .poll(() => page.locator('pp-results .outcome').evaluate((it) => getComputedStyle(it).filter))
    .toContain('gray');
  await playground.button('Cancel').click();
  await expect(notice(playground)).toHaveText('No stage ran. In grey: the last run that finished.');
  await expect(page.locator('pp-status .run')).toHaveCount(0);
});
