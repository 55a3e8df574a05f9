/** An exception is told in Python's words and shown where it happened. */
import { caseNamed } from './conformance.ts';
import { expect, sample, test } from './page.ts';

test('a syntax error is marked at its place', async ({ playground }) => {
  const { input } = caseNamed('syntax_position_counts_characters');
  await playground.fill(input);
  await expect(playground.exception).toContainText(
    'JSONDecodeError: Expecting value: line 2 column 7 (char 15)',
  );
  await expect(playground.exception).toContainText('line 2, column 7');
  await expect(playground.mark).toHaveText('x');
  await expect(playground.browser.locator('.cm-lint-marker-error')).toHaveCount(1);
});

test('go to line puts the focus and the cursor at the place', async ({ playground }) => {
  const far = sample
    .replace('"payload": "returned"}', '"payload": "returned"}, 17')
    .replaceAll('\n', '\n\n\n');
  await playground.fill(far);
  await expect(playground.exception).toContainText(
    "AttributeError: 'int' object has no attribute 'get'",
  );
  for (const place of ['adapt', 'beta', 'records[3]', 'line 49'])
    await expect(playground.exception).toContainText(place);
  await playground.button('Go to line 49').click();
  await expect(playground.editor).toBeFocused();
  await expect(playground.mark).toHaveText('17');
  await expect(playground.mark).toBeInViewport();
  await playground.browser.keyboard.press('Delete');
  await playground.browser.keyboard.press('Delete');
  await playground.browser.keyboard.type('{}');
  await expect(playground.exception).toHaveCount(0);
  await expect(playground.summary).toContainText('"records_in": 7');
  await expect(playground.mark).toHaveCount(0);
});

test('an exception in a later stage comes with its log lines', async ({ playground }) => {
  await playground.fill(caseNamed('timestamp_string').input);
  await expect(playground.exception).toContainText(
    "TypeError: unsupported operand type(s) for -: 'int' and 'str'",
  );
  await expect(playground.exception).toContainText('freshness');
  await expect(playground.exception).toContainText('records[0]');
  await expect(playground.logLines).toHaveText(['INFOadapted 1 records from gamma']);
  await expect(playground.status).toContainText('TypeError');
});

test('an exception at the end of the text is marked too', async ({ playground }) => {
  await playground.fill('{"now": 1');
  await expect(playground.exception).toContainText("Expecting ',' delimiter");
  await expect(playground.mark).toHaveCount(1);
  await playground.fill('');
  await expect(playground.exception).toContainText('Expecting value: line 1 column 1 (char 0)');
});

test('an exception over many lines marks the first of them only', async ({ playground }) => {
  await playground.fill('{\n"sources": [\n1,\n2\n]}');
  await expect(playground.exception).toContainText("'list' object has no attribute 'items'");
  await expect(playground.mark).toHaveText('[');
});
