/** Lists of any length: only the visible rows are in the page, and the keyboard reaches all of them. */
import { expect, type Playground, test } from '../page.ts';

/** Every eleventh record repeats the one before. */
function generated(records: number): Buffer {
  const list = Array.from({ length: records }, (_, i) => ({
    id: `r${i % 11 === 10 ? i - 1 : i}`,
    value: i % 11 === 10 ? i - 1 : i,
  }));
  return Buffer.from(JSON.stringify({ now: 1, sources: { gamma: { records: list } } }, null, 1));
}

const grid = ({ browser }: Playground) => browser.locator('pp-records').getByRole('grid');
const rows = (playground: Playground) => grid(playground).locator('.shown [role=row]');
const row = (playground: Playground, index: number) =>
  rows(playground).filter({ hasText: `gamma[${index}]` });
const active = (playground: Playground) => grid(playground).locator('.active');

for (const count of [1000, 100_000])
  test.describe(`${count} records`, () => {
    test.beforeEach(async ({ playground }) => {
      await playground.drop('many.json', generated(count));
      await expect(playground.summary).toContainText(`"records_in": ${count}`);
      await playground.show('Records');
      await expect(grid(playground)).toHaveAttribute('aria-rowcount', String(count + 1));
    });

    test.afterEach(async ({ playground }) => {
      expect(await rows(playground).count()).toBeLessThan(50);
    });

    test('scrolling to the end shows the last rows', async ({ playground }) => {
      await expect(row(playground, 0)).toBeInViewport();
      await grid(playground).evaluate((list) => {
        list.scrollTop = list.scrollHeight;
      });
      await expect(row(playground, count - 1)).toBeInViewport({ ratio: 0.9 });
      const [last, room] = [
        await row(playground, count - 1).boundingBox(),
        await grid(playground).boundingBox(),
      ];
      const end = (last?.y ?? 0) + (last?.height ?? 0);
      expect(Math.abs(end - ((room?.y ?? 0) + (room?.height ?? 0)))).toBeLessThan(3);
    });

    test('in the middle, there are no gaps between rows', async ({ playground }) => {
      await grid(playground).evaluate((list) => {
        list.scrollTop = list.scrollHeight / 2;
      });
      await expect(row(playground, count / 2)).toBeInViewport();
      const shown = await rows(playground).evaluateAll((all) =>
        all.map((one) => ({
          index: Number(/\[(\d+)\]/.exec(one.textContent ?? '')?.[1]),
          at: one.getBoundingClientRect().top,
        })),
      );
      for (const [i, { index, at }] of shown.entries()) {
        expect(index).toBe((shown[0]?.index ?? 0) + i);
        expect(at - (shown[0]?.at ?? 0)).toBeCloseTo(i * 32, 0);
      }
    });

    test('by keyboard: End, Page Up, Home, Page Down, arrows', async ({ playground }) => {
      const { keyboard } = playground.browser;
      const at = (index: number) => expect(active(playground)).toContainText(`gamma[${index}]`);
      await grid(playground).focus();
      await keyboard.press('End');
      await at(count - 1);
      await expect(active(playground)).toBeInViewport({ ratio: 0.9 });
      await expect(active(playground)).toHaveAttribute('aria-selected', 'true');
      await keyboard.press('ArrowUp');
      await at(count - 2);
      await keyboard.press('PageUp');
      await expect(active(playground)).toBeInViewport({ ratio: 0.9 });
      await expect(active(playground)).not.toContainText(`gamma[${count - 2}]`);
      await keyboard.press('Home');
      await at(0);
      await keyboard.press('PageDown');
      await keyboard.press('PageUp');
      await at(0);
      await keyboard.press('ArrowDown');
      await at(1);
      await expect(grid(playground)).toHaveAttribute('aria-activedescendant', 'row-1');
    });

    test('a filtered list has its own length and order', async ({ playground }) => {
      await playground.browser.getByLabel('Fate').selectOption('duplicate');
      await expect(grid(playground)).toHaveAttribute(
        'aria-rowcount',
        String(Math.floor(count / 11) + 1),
      );
      await grid(playground).focus();
      await playground.browser.keyboard.press('End');
      await expect(active(playground)).toContainText(`gamma[${Math.floor(count / 11) * 11 - 1}]`);
    });

    test('only visible rows are fetched, not those that are scrolled past', async ({
      playground,
    }) => {
      const asked = await grid(playground).evaluate(async (list) => {
        const element = (list.getRootNode() as ShadowRoot).host as HTMLElement & {
          fetch(offset: number, limit: number): Promise<unknown>;
        };
        const { fetch } = element;
        let count = 0;
        element.fetch = (offset, limit) => {
          count += limit;
          return fetch(offset, limit);
        };
        for (let i = 0; i <= 100; i++) {
          list.scrollTop = (list.scrollHeight * i) / 100;
          if (i % 20 === 0) await new Promise(requestAnimationFrame);
        }
        return count;
      });
      expect(asked).toBeLessThanOrEqual(1400);
      await expect(row(playground, count - 1)).toBeInViewport();
    });
  });

test('the old rows stay until the new ones are fetched', async ({ playground }) => {
  await playground.drop('many.json', generated(1000));
  await playground.show('Records');
  await expect(row(playground, 0)).toBeVisible();
  const empty = await grid(playground).evaluate(async (list) => {
    const root = list.getRootNode() as ShadowRoot;
    const element = root.host as HTMLElement & {
      fetch(offset: number, limit: number): Promise<unknown>;
      updateComplete: Promise<unknown>;
    };
    const { fetch } = element;
    element.fetch = async (offset, limit) => {
      await new Promise((resolve) => setTimeout(resolve, 100));
      return fetch(offset, limit);
    };
    await element.updateComplete;
    return [...root.querySelectorAll('.shown [role=row]')].filter((one) => !one.textContent?.trim())
      .length;
  });
  expect(empty).toBe(0);
});
