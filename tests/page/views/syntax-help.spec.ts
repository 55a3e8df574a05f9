/** What stands in a text that is not JSON, told where the exception is shown, and mended by a button. */
import { inEveryLook } from '../accessible.ts';
import { expect, type Playground, sample, test } from '../page.ts';

const raised = ({ browser }: Playground) => browser.locator('pp-raised:visible');
const example = ({ exception }: Playground) => exception.locator('.example dd');
const fix = (playground: Playground) => playground.button('Fix it');

test('“Fix it” mends the text in one step of undo, and says so', async ({ playground }) => {
  const broken = "{'now': 5, 'required_fields': ['id']}";
  await playground.fill(broken);
  await expect(playground.exception).toContainText(
    'JSONDecodeError: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)',
  );
  await expect(playground.exception).toContainText('in single quotes');
  await expect(example(playground)).toHaveText([broken, '{"now": 5, "required_fields": ["id"]}']);
  await fix(playground).click();
  await playground.expectText('{"now": 5, "required_fields": ["id"]}');
  await expect(playground.summary).toBeVisible();
  await expect(playground.status).toHaveText(
    'Fixed. Undo brings back what was there. 0 records in, 0 out.',
  );
  await expect(playground.browser.locator('pp-results .outcome')).toBeFocused();
  await playground.editor.press('Control+z');
  await playground.expectText(broken);
});

test('fault by fault, the focus stays at the exception', async ({ playground }) => {
  await playground.fill('{"now": True,, "x": @}');
  await fix(playground).press('Enter');
  await expect(playground.exception).toContainText('Two commas');
  await expect(fix(playground)).toBeFocused();
  await fix(playground).press('Enter');
  await expect(playground.exception).toContainText('A value was expected');
  await expect(fix(playground)).toHaveCount(0);
  await expect(playground.exception.getByRole('heading', { name: 'Exception' })).toBeFocused();
});

test('a fix that is not certain is shown, without a button', async ({ playground }) => {
  await playground.fill('{"a": "he said "hi" to"}');
  await expect(example(playground)).toHaveText([
    '{"a": "he said "hi" to"}',
    '{"a": "he said \\"hi\\" to"}',
  ]);
  await expect(fix(playground)).toHaveCount(0);
});

test('a missing comma is told at the end of the line where it is missing', async ({
  playground,
}) => {
  await playground.fill('{\n  "now": 1\n\n  "max_age_seconds": 2\n}');
  await expect(playground.exception).toContainText('line 4 column 3');
  await playground.button('Go to line 2').click();
  await playground.browser.keyboard.type(',');
  await expect(playground.summary).toBeVisible();
});

test('a missing bracket leads to where it was opened', async ({ playground }) => {
  await playground.fill('{"sources": {\n"alpha": {"records": [\n{"uid": 1}\n}\n}\n}');
  await expect(playground.exception).toContainText('was opened at line 2, column 22');
  await playground.button('Go to the [ in line 2').click();
  await expect(playground.editor).toBeFocused();
  await playground.browser.keyboard.type('#');
  await expect.poll(() => playground.text()).toContain('"records": #[');
});

test('invisible characters are marked in the editor, and written out in the example', async ({
  playground,
}) => {
  await playground.fill('\u00a0{"now":\u20021, "x":\u200b"\u00a0"}\u2060');
  await expect(playground.browser.locator('.cm-specialChar')).toHaveCount(5);
  await expect(example(playground).first()).toHaveText(/^\[U\+00A0\]\{"now":/);
  await fix(playground).click();
  await expect(playground.summary).toBeVisible();
  // The one in the string is the learner's own.
  await expect(playground.browser.locator('.cm-specialChar')).toHaveCount(1);
});

test('UTF-16 is told, from a file too', async ({ playground }) => {
  await playground.drop('utf16.json', Buffer.from('\ufeff{"now": 1}\n', 'utf16le'));
  await expect(playground.exception).toContainText('UnicodeDecodeError');
  await expect(playground.exception).toContainText('in UTF-16');
  await fix(playground).click();
  await expect(playground.summary).toBeVisible();
  await playground.expectText('{"now": 1}\n');
});

test('a file with CRLF is mended at the right place', async ({ playground }) => {
  await playground.drop('crlf.json', Buffer.from('{\r\n"now": 1\r\n"x": 2\r\n}\r\n'));
  await fix(playground).click();
  await playground.expectText('{\n"now": 1,\n"x": 2\n}\n');
});

test('of a big file, the part around the place is looked at, and there is no button', async ({
  playground,
}) => {
  const line = `{"id": 1, "note": "${'x'.repeat(80)}"},\n`;
  const records = line.repeat(30_000);
  await playground.drop(
    'big.json',
    Buffer.from(`{"sources": {"g": {"records": [\n${records}{"id": True},\n${records}{}]}}}`),
  );
  await expect(playground.exception).toContainText('Python’s words');
  await expect(example(playground)).toHaveText(['{"id": True},', '{"id": true},']);
  await expect(fix(playground)).toHaveCount(0);
  await playground.button('Go to line 30,002').or(playground.button('Go to line 30002')).click();
  await expect(playground.mark).toHaveText('T');
  const format = playground.button('Format');
  await expect(format).toHaveAttribute('aria-disabled', 'true');
  await format.press('Enter');
  await expect(playground.status).toHaveText('Format does not work on a part of a big file.');
});

test('the help is in the language of the element', async ({ playground }) => {
  await playground.fill('{"now": True}');
  await expect(playground.exception).toContainText('What it means here');
  await playground.browser.evaluate(() =>
    document.querySelector('pipeline-playground')?.setAttribute('lang', 'es'),
  );
  await expect(playground.exception).toContainText('Qué significa aquí');
  await expect(playground.exception).toContainText('son palabras de Python');
});

test.describe('on every tab, the exception leads to its help and its line', () => {
  test.use({ viewport: { width: 1280, height: 800 } });
  for (const view of ['Records', 'Reconciliation', 'Time', 'Log', 'Compare'])
    test(`in two columns: ${view}`, async ({ playground }) => {
      await playground.show(view);
      await playground.fill('{"now": True}');
      await leads(playground, view);
    });
});

test.describe('in one column', () => {
  test.use({ viewport: { width: 390, height: 844 } });
  for (const view of ['Config', 'Stages', 'Records', 'Reconciliation', 'Time', 'Log', 'Compare'])
    test(`the exception leads to its help and its line: ${view}`, async ({ playground }) => {
      await playground.fill('{"now": True}');
      await playground.show(view);
      await leads(playground, view);
    });

  test('the text that is typed does not move when the exception appears and goes', async ({
    playground,
  }) => {
    await playground.fill('{"now": 1}');
    const top = () => playground.editor.evaluate((editor) => editor.getBoundingClientRect().top);
    const before = await top();
    await playground.browser.keyboard.press('Backspace');
    await expect(raised(playground)).toBeInViewport({ ratio: 1 });
    expect(await top()).toBe(before);
    await playground.browser.keyboard.type('}');
    await expect(raised(playground)).toHaveCount(0);
    expect(await top()).toBe(before);
  });
});

/** Follows both ways, each from the given view. */
async function leads(playground: Playground, view: string): Promise<void> {
  await expect(raised(playground)).toContainText('JSONDecodeError: Expecting value');
  await expect(raised(playground)).toBeInViewport({ ratio: 1 });
  await raised(playground).getByRole('button', { name: 'What it means' }).press('Enter');
  await expect(playground.exception).toContainText('Python’s words');
  await expect(playground.exception.getByRole('heading', { name: 'Exception' })).toBeFocused();
  await playground.show(view);
  await raised(playground).getByRole('button', { name: 'Go to line 1' }).press('Enter');
  await expect(playground.editor).toBeFocused();
  await expect(playground.mark).toBeInViewport();
}

test.describe('Format', () => {
  test('pretty-prints the tokens as they are, in one step of undo, and the cursor stays at its token', async ({
    playground,
  }) => {
    const written = '{"now":1.50,"now":1E5,\n\n"x":"\\u00e9","records":[{"id":1},{"id":2}]}';
    await playground.fill(written);
    // Before "x".
    for (let press = 0; press < written.length - written.indexOf('"x"'); press++)
      await playground.browser.keyboard.press('ArrowLeft');
    await playground.button('Format').click();
    const formatted =
      '{\n  "now": 1.50,\n  "now": 1E5,\n  "x": "\\u00e9",\n  "records": [\n    {"id": 1},\n    {"id": 2}\n  ]\n}';
    await playground.expectText(formatted);
    await expect(playground.status).toContainText('Formatted. Only white space has changed.');
    await playground.button('Format').click();
    await expect(playground.status).toContainText('the text is formatted already');
    await playground.editor.focus();
    // CodeMirror takes up the focus a moment later, and only then the cursor is drawn where it is.
    await expect(playground.root.locator('.cm-focused')).toBeVisible();
    await playground.browser.keyboard.type('#');
    await playground.expectText(formatted.replace('"x"', '#"x"'));
    await playground.browser.keyboard.press('Backspace');
    await playground.browser.keyboard.press('Control+z');
    await playground.browser.keyboard.press('Control+z');
    await playground.expectText(written);
  });

  test('leaves the sample as it is', async ({ playground }) => {
    await playground.button('Format').click();
    await expect(playground.status).toContainText('the text is formatted already');
    await playground.expectText(sample);
  });

  test('is off with a reason while the text cannot be read, and on for other exceptions', async ({
    playground,
  }) => {
    await playground.fill('{"now": 1');
    const button = playground.button('Format');
    await expect(button).toHaveAttribute('aria-disabled', 'true');
    await expect(button).toHaveAttribute('aria-description', /Fix the marked error first/);
    await button.press('Enter');
    await expect(playground.status).toContainText('Fix the marked error first');
    await playground.expectText('{"now": 1');
    await playground.fill('{"flags":null}');
    await expect(button).toHaveAttribute('aria-disabled', 'false');
    await button.click();
    await playground.expectText('{\n  "flags": null\n}');
  });
});

inEveryLook({
  'the help with an example and a fix': async (playground) => {
    await playground.fill('{"sources": {"alpha": {"records": [{"uid": 1}}}}}');
    await playground.show('Summary');
    await expect(fix(playground)).toBeVisible();
  },
  'an exception below the config, or beside it': async (playground) => {
    await playground.show('Records');
    await playground.fill('{“now”: 1}');
    await expect(raised(playground)).toBeVisible();
  },
});
