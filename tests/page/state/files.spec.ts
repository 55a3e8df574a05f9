/** A file's bytes go to the engine unchanged; the editor shows them decoded. */
import { caseNamed, fileNamed } from '../conformance.ts';
import { expect, sample, test } from '../page.ts';

const bytesOf = (name: string) => Buffer.from(fileNamed(name).input_base64 ?? '', 'base64');

/** A config with this many records, every third of them without an id. */
function generated(records: number): Buffer {
  const list = Array.from({ length: records }, (_, i) => ({
    id: i % 3 ? `r${i}` : null,
    value: i,
  }));
  return Buffer.from(JSON.stringify({ now: 1, sources: { gamma: { records: list } } }, null, 1));
}

test('a dropped file is loaded, and can be closed again', async ({ playground }) => {
  const { input, summary } = caseNamed('only_cache_off');
  await playground.fill('{"now": 7}');
  await playground.drop('mine.json', Buffer.from(input));
  await playground.expectSummary(summary ?? '');
  await playground.expectText(input);
  await expect(playground.file).toContainText(`mine.json (${input.length} bytes) is loaded.`);
  await expect(playground.status).toContainText('mine.json loaded. 6 records in, 6 out.');
  await playground.button('Back to your text').click();
  await playground.expectText('{"now": 7}');
  await expect(playground.summary).toContainText('"records_in": 0');
  await expect(playground.file).toHaveCount(0);
  await expect(playground.editor).toBeFocused();
});

test('a drop target is shown while a file is held over the page', async ({ playground }) => {
  const target = playground.browser.locator('.drop');
  await playground.hover('mine.json');
  await expect(target).toHaveText('Drop the file to load it as the config');
  await playground.browser.locator('h1').dispatchEvent('dragleave');
  await expect(target).toHaveCount(0);
});

test('the button opens a file', async ({ playground }) => {
  const { input, summary } = caseNamed('reconcile_three_sources');
  const chooser = playground.browser.waitForEvent('filechooser');
  await playground.button('Open file…').click();
  await (await chooser).setFiles({
    name: 'three.json',
    mimeType: 'application/json',
    buffer: Buffer.from(input),
  });
  await playground.expectSummary(summary ?? '');
  await playground.expectText(input);
});

test('flipping a flag in a dropped file turns it into text', async ({ playground }) => {
  await playground.drop('sample.json', Buffer.from(sample));
  await expect(playground.file).toBeVisible();
  await playground.flag('cache').click();
  await playground.expectText(sample.replace('"cache": true', '"cache": false'));
  await playground.expectSummary(caseNamed('only_cache_off').summary ?? '');
  await expect(playground.file).toHaveCount(0);
});

for (const name of [
  'utf8_start_byte_ff',
  'utf8_trunc4_3',
  'utf8_late',
  'utf8_bom',
  'crlf_error_position',
  'cr_error_position',
  'type_error',
  'empty_file',
])
  test(`the bytes of ${name} are answered as by Python`, async ({ playground }) => {
    await playground.drop('broken.json', bytesOf(name));
    const expected = fileNamed(name).last_line?.replace('json.decoder.', '') ?? '';
    await expect.poll(() => playground.exception.locator('.error').textContent()).toBe(expected);
    await expect(playground.summary).toHaveCount(0);
  });

test('a position after CRLF line ends is marked correctly', async ({ playground }) => {
  await playground.drop('crlf.json', Buffer.from('{\r\n"a": 1,\r\n"é😀": tru\r\n}'));
  await expect(playground.exception).toContainText('line 3 column 7 (char 16)');
  await expect(playground.mark).toHaveText('t');
  await playground.button('Go to line 3').click();
  await playground.browser.keyboard.press('End');
  await playground.browser.keyboard.type('e');
  await expect(playground.exception).toHaveCount(0);
});

test('a big file is run as a whole and shown in part', async ({ playground }) => {
  test.slow();
  await playground.drop('big.json', generated(100_000));
  await expect(playground.summary).toContainText('"records_in": 100000', { timeout: 20_000 });
  await expect(playground.summary).toContainText('"validation_errors": 33334');
  await expect(playground.file).toContainText('big.json');
  await expect(playground.file).toContainText('too big to type in');

  await expect(playground.editor).toContainText('"sources"');
  await playground.editor.click();
  await playground.browser.keyboard.type('x');
  await expect(playground.editor).not.toContainText('x');
  // The controls change it all the same: editor/big-file-edits.spec.ts.
  await expect(playground.flag('cache')).toHaveAttribute('aria-disabled', 'false');

  await playground.show('Log');
  await expect(playground.logLines).toHaveCount(200);
  await playground.button('Show 200 more').click();
  await expect(playground.logLines).toHaveCount(400);
  await expect(playground.button('Show 200 more')).toBeFocused();
  await expect(playground.browser.locator('pp-log')).toContainText('400 of 33,335 lines shown');

  await playground.show('Summary');
  await playground.button('Back to your text').click();
  await playground.expectText(sample);
  await playground.expectSummary(caseNamed('course_sample').summary ?? '');
  await expect(playground.flag('cache')).toHaveAttribute('aria-disabled', 'false');
});

test('an exception outside the shown part of a big file can be reached', async ({ playground }) => {
  const bytes = Buffer.concat([generated(60_000), Buffer.from(']')]);
  await playground.drop('big.json', bytes);
  await expect(playground.exception).toContainText('JSONDecodeError: Extra data', {
    timeout: 20_000,
  });
  await expect(playground.mark).toHaveCount(0);
  await playground.button(/Go to line/).click();
  await expect(playground.mark).toHaveText(']');
  await expect(playground.editor).toBeFocused();
});

test('a folder is refused with a message', async ({ playground }) => {
  await playground.browser.evaluate(() => {
    const refuse = () => Promise.reject(new DOMException('it is a folder', 'NotReadableError'));
    Blob.prototype.arrayBuffer = refuse;
  });
  await playground.drop('folder', Buffer.from(''));
  await expect(playground.status).toContainText('folder could not be read');
  await playground.expectText(sample);
});

test('flipping a flag in a file with CRLF line ends changes only the flag', async ({
  playground,
}) => {
  await playground.drop('crlf.json', Buffer.from(sample.replaceAll('\n', '\r\n')));
  await expect(playground.file).toBeVisible();
  await playground.flag('cache').click();
  await playground.expectText(sample.replace('"cache": true', '"cache": false'));
});

test.describe('a file that is not UTF-8', () => {
  const text = '{"sources": {"gamma": {"records": [\r\n{"id": "café", "value": 1}]}}}';
  const shown = text.replace('\r', '');
  const files = {
    'Windows-1252': Buffer.from(text, 'latin1'),
    'UTF-16': Buffer.from(`\ufeff${text}`, 'utf16le'),
    'UTF-16, big end first': Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
  };

  test.beforeEach(async ({ playground }) => {
    await playground.fill('{"now": 7}');
  });

  for (const [name, bytes] of Object.entries(files))
    test(`${name}: it is not edited until the learner agrees`, async ({ playground }) => {
      const { keyboard } = playground.browser;
      await playground.drop('old.json', bytes);
      await expect(playground.file).toContainText('It is not UTF-8');
      await playground.editor.press('Control+End');
      await keyboard.type(' x');
      await keyboard.press('Control+z');
      await expect(playground.exception).toContainText('UnicodeDecodeError');
      await expect(playground.editor).not.toContainText('x');
      await playground.button(`Edit as ${name.split(',')[0]}`).click();
      await playground.expectText(shown);
      await expect(playground.summary).toContainText('"records_in": 1');
      await expect(playground.status).toContainText(
        'A copy of old.json is in the editor, as text.',
      );
      await expect(playground.editor).toBeFocused();
      await expect(playground.file).toHaveCount(0);
      await keyboard.press('Control+z');
      await playground.expectText('{"now": 7}');
    });

  test('it can be edited as it is shown, with replacement characters', async ({ playground }) => {
    await playground.drop('old.json', files['Windows-1252']);
    await playground.button('Edit with the �').click();
    await playground.expectText(shown.replace('é', '�'));
    await expect(playground.summary).toContainText('"records_in": 1');
    await playground.flag('cache').click();
    await expect(playground.editor).toContainText('"cache": false');
  });

  test('after another file, the learner’s text comes back', async ({ playground }) => {
    await playground.drop('old.json', files['Windows-1252']);
    await playground.drop('new.json', Buffer.from('{}'));
    await expect(playground.file).toContainText('new.json');
    await playground.button('Back to your text').click();
    await playground.expectText('{"now": 7}');
    await playground.browser.keyboard.type(' ');
    await playground.expectText('{"now": 7} ');
  });
});
