/** The copy buttons, with and without the clipboard. */
import { caseNamed } from '../conformance.ts';
import { expect, test } from '../page.ts';

test.describe('with the clipboard', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  const clipboard = () => navigator.clipboard.readText();

  test('the summary is copied exactly', async ({ playground }) => {
    await playground.button('Copy summary').click();
    await expect(playground.status).toHaveText('Summary copied.');
    await expect(playground.button('Copy summary')).toContainText('Copied');
    expect(await playground.browser.evaluate(clipboard)).toBe(caseNamed('course_sample').summary);
  });

  test('the whole log is copied, with its levels', async ({ playground }) => {
    const records = Array.from({ length: 300 }, (_, i) => ({ id: null, value: i }));
    await playground.fill(JSON.stringify({ sources: { gamma: { records } } }));
    await playground.show('Log');
    await expect(playground.logLines).toHaveCount(200);
    await playground.button('Copy log').click();
    await expect(playground.status).toHaveText('Log copied.');
    const lines = (await playground.browser.evaluate(clipboard)).split('\n');
    expect(lines).toHaveLength(301);
    expect(lines[0]).toBe('INFO | adapted 300 records from gamma');
    expect(lines[300]).toBe("WARNING | contract violation: None missing ['id']");
  });

  test('the exception is copied', async ({ playground }) => {
    await playground.fill(caseNamed('shape_config_list').input);
    await playground.button('Copy exception').click();
    await expect(playground.status).toHaveText('Exception copied.');
    expect(await playground.browser.evaluate(clipboard)).toBe(
      "AttributeError: 'list' object has no attribute 'get'",
    );
  });
});

test('without the clipboard, the old command copies', async ({ playground }) => {
  const copied = playground.browser.evaluate(
    () =>
      new Promise<string>((resolve) => {
        Object.defineProperty(navigator, 'clipboard', { value: undefined });
        document.addEventListener('copy', () => {
          const field = document.activeElement;
          let inner = field;
          while (inner?.shadowRoot?.activeElement) inner = inner.shadowRoot.activeElement;
          resolve((inner as HTMLTextAreaElement).value);
        });
      }),
  );
  await playground.button('Copy summary').click();
  expect(await copied).toBe(caseNamed('course_sample').summary);
  await expect(playground.status).toHaveText('Summary copied.');
  await expect(playground.button('Copy summary')).toBeFocused();
});

test('if copying fails, the page says so', async ({ playground }) => {
  await playground.browser.evaluate(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
    document.execCommand = () => false;
  });
  await playground.button('Copy summary').click();
  await expect(playground.status).toContainText('Select the text and copy it by hand');
});
