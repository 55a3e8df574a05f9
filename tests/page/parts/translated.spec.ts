/** A browser that translates the page replaces its text nodes. The figures stay right. */
import { expect, type Playground, test } from '../page.ts';

/** Translates as browsers do: each text becomes two `<font>` elements, except where `translate="no"` forbids it. */
async function translate({ browser }: Playground): Promise<void> {
  await browser.evaluate(() => {
    const walk = (node: Node): void => {
      if (node instanceof Element) {
        if (node.getAttribute('translate') === 'no' || node.tagName === 'STYLE') return;
        if (node.shadowRoot) walk(node.shadowRoot);
      }
      for (const child of [...node.childNodes]) {
        if (!(child instanceof Text)) walk(child);
        else if (child.data.trim() && child.parentNode?.nodeName !== 'FONT') {
          const [outer, inner] = [document.createElement('font'), document.createElement('font')];
          inner.textContent = child.data.toUpperCase();
          outer.append(inner);
          child.replaceWith(outer);
        }
      }
    };
    walk(document.body);
  });
}

const DATA = {
  now: 1700000600,
  sources: {
    alpha: { records: [{ uid: 'x', data: 1 }] },
    gamma: {
      records: [
        { id: 'x', value: 2 },
        { id: 'x', value: 2 },
      ],
    },
  },
};

test('figures change in a translated page, in every view', async ({ playground }) => {
  const { browser } = playground;
  const flow = browser.locator('pp-flow');
  await playground.fill(JSON.stringify(DATA));
  await expect(flow).toContainText('3 in, 2 out');
  await translate(playground);
  await expect(flow).toContainText('3 IN, 2 OUT');
  await playground.flag('cache').click();
  await expect(flow).toContainText('3 in, 3 out');
  await expect(flow).not.toContainText('3 IN, 2 OUT');
  await expect(browser.locator('pp-status')).toContainText('OF MEMORY');

  await playground.flag('cache').click();
  await playground.show('Records');
  const counted = browser.locator('pp-records .counted');
  await expect(counted).toHaveText('3 records');
  await translate(playground);
  await expect(counted).toHaveText('3 RECORDS');
  await browser.locator('pp-records').getByRole('button', { name: 'validate' }).click();
  await expect(counted).toHaveText('2 records');

  await playground.show('Reconciliation');
  const mismatched = browser.locator('pp-reconciliation button[aria-pressed]').nth(1);
  await expect(mismatched).toHaveText('≠ mismatched (1)');
  await translate(playground);
  await expect(mismatched).toHaveText('≠ MISMATCHED (1)');
  await playground.flag('adapt').click();
  await playground.flag('adapt').click();
  await playground.fill(JSON.stringify(DATA).replace('"data":1', '"data":2'));
  await expect(mismatched).toHaveText(/\(0\)/);
});

test('data is not translated', async ({ playground }) => {
  const { browser } = playground;
  await playground.fill(JSON.stringify(DATA));
  await expect(playground.summary).toContainText('"records_in": 3');
  const summary = await playground.summary.textContent();
  await playground.show('Log');
  await expect(playground.logLines).toHaveCount(2);
  await translate(playground);
  await expect(playground.logLines.first()).toHaveText('INFOadapted 1 records from alpha');
  await playground.show('Records');
  await expect(browser.locator('pp-records .shown [role=row]')).toHaveCount(3);
  await browser.getByRole('gridcell', { name: 'gamma[1]' }).click();
  const chosen = browser.locator('pp-journey h3');
  await expect(chosen).toContainText('gamma[1]');
  await translate(playground);
  const row = browser.locator('pp-records .shown [role=row]').first();
  await expect(row).toContainText('alpha[0]');
  await expect(row).toContainText('{"id": "x", "value": 1, "source": "alpha"');
  await expect(row).toContainText('KEPT');
  await expect(chosen).toContainText('gamma[1]');
  await expect(chosen).toContainText('LINE 1');
  await playground.show('Summary');
  await translate(playground);
  expect(await playground.summary.textContent()).toBe(summary);
  await playground.expectText(JSON.stringify(DATA));
});
