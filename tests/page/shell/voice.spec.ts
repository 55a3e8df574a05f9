/** What is announced, and that it can be seen for a while too. */
import { everything, expect, type Playground, sample, test } from '../page.ts';

/** Longer than any pause that is waited for before something is announced. */
const PAUSE = 2000;

/** Collects all that is announced from now on. */
async function listen({ status }: Playground): Promise<() => Promise<string[]>> {
  const said = await status.evaluateHandle((region) => {
    const said: string[] = [];
    new MutationObserver(() => said.push(region.textContent?.trim() ?? '')).observe(region, {
      childList: true,
      subtree: true,
    });
    return said;
  });
  return () => said.evaluate((all) => all.filter((text, i) => text !== all[i - 1]));
}

test.describe('the record at the cursor', () => {
  test.beforeEach(async ({ playground }) => {
    await expect(playground.status).toHaveText('6 records in, 6 out.');
    await playground.browser.clock.install();
    await playground.fill(everything);
    await expect(playground.status).toHaveText('13 records in, 10 out.');
    await playground.browser.keyboard.press('Control+Home');
  });

  test('is announced after a pause, once, and not while moving on', async ({ playground }) => {
    const { browser, status } = playground;
    const said = await listen(playground);
    await browser.clock.pauseAt(Date.now() + 60_000);
    // From the first line through several records.
    const right = Array.from({ length: 14 }, () => 'ArrowRight');
    for (const key of ['ArrowDown', ...right, ...right.map(() => 'ArrowDown').slice(0, 9)]) {
      await browser.keyboard.press(key);
      await browser.clock.runFor(50);
    }
    const place = playground.root.locator('pp-journey h3');
    await expect(place).toContainText('alpha');
    expect(await said()).toEqual([]);
    await browser.clock.runFor(PAUSE);
    await expect(status).toHaveText(/alpha\[\d\]: /);
    const [heading = ''] = await place.allTextContents();
    expect(heading).toContain((await status.textContent())?.trim().split(':')[0] ?? '-');
    await browser.keyboard.press('ArrowRight');
    await browser.keyboard.press('ArrowRight');
    await browser.clock.runFor(PAUSE);
    expect(await said()).toHaveLength(1);
  });

  test('is not announced while typing', async ({ playground }) => {
    const { browser } = playground;
    await playground.root.locator('.cm-line', { hasText: '"order_006"' }).first().click();
    await expect(playground.status).toContainText('gamma[2]');
    const said = await listen(playground);
    await browser.keyboard.press('End');
    await browser.keyboard.type('\n        {"id": "order_007", "value": 1},');
    await browser.clock.runFor(PAUSE);
    expect((await said()).filter((text) => text.includes('gamma'))).toEqual([]);
  });

  test('is announced when it is chosen in a list', async ({ playground }) => {
    await playground.show('Records');
    await playground.root.getByRole('gridcell', { name: 'alpha[3]' }).click();
    await expect(playground.status).toHaveText('alpha[3]: invalid, value is None.');
  });
});

for (const size of [
  { width: 1280, height: 900 },
  { width: 900, height: 800 },
  { width: 390, height: 844 },
])
  test.describe(`${size.width} px wide`, () => {
    test.use({ viewport: size });

    const box = async ({ status }: Playground) => {
      const { x = 0, y = 0, width = 0, height = 0 } = (await status.boundingBox()) ?? {};
      return { x, y, width, height, right: x + width, bottom: y + height };
    };

    test('what is announced is visible for a while, and then only read', async ({ playground }) => {
      const { browser, status } = playground;
      await expect(status).toHaveText('6 records in, 6 out.');
      await browser.clock.install();
      await playground.load('Every outcome');
      await expect(status).toHaveText(/Undo brings your text back/);
      for (const seconds of [0, 8]) {
        await browser.clock.runFor(seconds * 1000);
        const shown = await box(playground);
        expect(shown.height).toBeGreaterThan(15);
        expect(shown.width).toBeGreaterThan(100);
        expect(shown.bottom).toBeLessThanOrEqual(size.height);
        expect(shown.right).toBeLessThanOrEqual(size.width);
      }
      await browser.clock.runFor(4000);
      await expect.poll(async () => (await box(playground)).height).toBeLessThanOrEqual(1);
      await expect(status).toHaveText(/Undo brings your text back/);
    });

    test('it moves nothing and takes no click', async ({ playground }) => {
      const { browser, status } = playground;
      await expect(status).toHaveText('6 records in, 6 out.');
      await browser.clock.install();
      await playground.button('Pin this run').click();
      await expect(status).toHaveText(/pinned/);
      await browser.clock.runFor(12_000);
      const boxes = () =>
        browser.evaluate(() => {
          const root = document
            .querySelector('pipeline-playground')
            ?.shadowRoot?.querySelector('pp-playground')?.shadowRoot;
          return ['pp-header', 'pp-flow', 'pp-config', 'pp-results', 'pp-status'].map((name) => {
            const { top, bottom } = root?.querySelector(name)?.getBoundingClientRect() ?? {};
            return { name, top, bottom };
          });
        });
      await expect.poll(async () => (await box(playground)).height).toBeLessThanOrEqual(1);
      const before = await boxes();
      await playground.button('Unpin').click();
      await expect.poll(async () => (await box(playground)).height).toBeGreaterThan(15);
      expect(await boxes()).toEqual(before);
      expect(await status.evaluate((one) => getComputedStyle(one).pointerEvents)).toBe('none');
    });
  });

test('with room, it is over the status line alone', async ({ playground }) => {
  await playground.browser.setViewportSize({ width: 1280, height: 900 });
  await playground.drop('one.json', Buffer.from(sample));
  await expect(playground.status).toHaveText(/one\.json loaded/);
  const shown = await playground.status.boundingBox();
  for (const part of ['.results', 'pp-config']) {
    const { y = 0, height = 0 } = (await playground.root.locator(part).boundingBox()) ?? {};
    expect(y + height).toBeLessThanOrEqual((shown?.y ?? 0) + 1);
  }
});
