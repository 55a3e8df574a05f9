/** An exception is shown as Python words it, explained, and marked where it happened. */
import type { ErrorCause } from '../../../www/pkg/pipeline_playground.js';
import { inEveryLook } from '../accessible.ts';
import { caseNamed, errorText, fileNamed } from '../conformance.ts';
import { expect, type Playground, sample, test } from '../page.ts';

test('a syntax error is marked at its position', async ({ playground }) => {
  const { input } = caseNamed('syntax_position_counts_characters');
  await playground.fill(input);
  await expect(playground.exception).toContainText(
    'JSONDecodeError: Expecting value: line 2 column 7 (char 15)',
  );
  await expect(playground.exception).toContainText('line 2, column 7');
  await expect(playground.mark).toHaveText('x');
  await expect(playground.browser.locator('.cm-exception-sign')).toHaveCount(1);
});

test('“Go to line” moves the focus and the cursor to the position', async ({ playground }) => {
  const far = sample
    .replace('"payload": "returned"}', '"payload": "returned"}, 17')
    .replaceAll('\n', '\n\n\n');
  await playground.fill(far);
  await expect(playground.exception).toContainText(
    "AttributeError: 'int' object has no attribute 'get'",
  );
  for (const part of ['adapt', 'beta', 'records[3]', 'line 49'])
    await expect(playground.exception).toContainText(part);
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

test('an exception in a later stage is shown with the log lines before it', async ({
  playground,
}) => {
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

test('an exception over several lines is marked only in the first one', async ({ playground }) => {
  await playground.fill('{\n"sources": [\n1,\n2\n]}');
  await expect(playground.exception).toContainText("'list' object has no attribute 'items'");
  await expect(playground.mark).toHaveText('[');
});

/**
 * For each cause of an exception: a conformance case, what is marked in the text (empty if only a point is), and parts
 * of the lesson: of what it means, and of what fixes it.
 */
type Lesson = [name: string, mark: string | RegExp, means: string, fix: string];
const lessons: Record<Exclude<ErrorCause, 'utf8' | 'memory'>, Lesson> = {
  'json.bom': ['syntax_bom', '{', 'a byte order mark', 'not as “UTF-8 with BOM”'],
  'json.empty': ['syntax_empty', '', 'There is nothing to read', 'nothing'],
  'json.ends_early': [
    'syntax_unterminated_object',
    '',
    'ends while a bracket is open',
    'missing at the end',
  ],
  'json.extra_data': ['syntax_extra_bracket', '}', 'closes nothing', 'Delete the }'],
  'json.trailing_comma': [
    'syntax_trailing_comma_object',
    ',',
    'after the last',
    'Delete the marked comma',
  ],
  'json.comma': ['syntax_missing_comma', '"', 'without a comma', 'Put a comma between'],
  'json.property_name': [
    'syntax_unquoted_key',
    'a',
    'is not in quotes',
    'Put the keys into double quotes',
  ],
  'json.colon': ['syntax_missing_colon', '1', 'no colon follows it', 'Write a colon'],
  'json.single_quotes': ['syntax_single_quotes', "'", 'in single quotes', 'by double quotes'],
  'json.python_word': ['syntax_python_none', 'N', 'are Python’s words', 'Write JSON’s word'],
  'json.comment': ['syntax_comment', '/', 'JSON has no comments', 'Delete the comment'],
  'json.value': ['syntax_plus_sign', '+', 'as JSON writes numbers', 'no plus sign'],
  'json.control': ['syntax_raw_tab_in_string', '\t', 'a tab inside the string', 'Write \\t for it'],
  'json.unicode_escape': ['syntax_bad_unicode_escape', 'u', 'four hexadecimal digits', 'all four'],
  'json.escape': ['syntax_bad_escape', '\\', 'A backslash begins', 'write two'],
  'json.digits': ['digit_limit', /^10{4300}$/, 'more than 4300 digits', 'as a string'],
  'json.depth': ['deep_arrays_9999', '[', 'nested too deep', 'puts a list into itself'],
  'config.not_object': [
    'shape_config_number',
    '3',
    'The whole config is a number',
    'A config is an object: {…}',
  ],
  'flags.not_object': ['shape_flags_null', 'null', '“flags” is null', 'leave “flags” out'],
  'sources.not_object': ['shape_sources_list', '[]', '“sources” is an array', 'Make it an object'],
  'source.not_object': [
    'shape_source_is_list',
    '[]',
    'source “alpha” is an array',
    'key “records”',
  ],
  'records.not_iterable': [
    'shape_records_number',
    '5',
    '“records” of “alpha” is a number',
    'an empty one',
  ],
  'record.not_object': [
    'shape_logs_before_the_error',
    '1',
    'Record 0 of “beta” is a number',
    '“identifier”',
  ],
  'record.not_mapping': [
    'shape_record_list_gamma',
    '[]',
    'Record 0 of “gamma” is an array',
    'of it an object',
  ],
  'required.not_iterable': [
    'required_fields_null',
    'null',
    '“required_fields” is null',
    'to require nothing',
  ],
  'required.unhashable': ['required_fields_unhashable', '["id"]', 'is an array', 'as strings'],
  'freshness.timestamp': [
    'timestamp_string',
    '"1000"',
    'a timestamp that is a string',
    'without quotes',
  ],
  'freshness.now': ['now_null', 'null', '“now” is null', 'leave “now” out'],
  'freshness.max_age': [
    'max_age_string',
    '"600"',
    '“max_age_seconds” is a string',
    'then it is 600',
  ],
  'freshness.overflow': [
    'int_minus_float_overflow',
    /^10{400}$/,
    'floats end at about 1.8e308',
    'ten digits',
  ],
};

for (const [cause, [name, mark, means, fix]] of Object.entries(lessons))
  test(`${cause} is explained`, async ({ playground }) => {
    const one = caseNamed(name);
    await playground.fill(one.input);
    await expect(playground.exception.locator('.error')).toHaveText(errorText(one));
    await expect(part(playground, 'What it means here')).toContainText(means);
    await expect(part(playground, 'What usually fixes it')).toContainText(fix);
    await expect(playground.mark).toHaveText(mark);
  });

for (const [config, instead, write] of [
  [
    '{"now": "x", "sources": {"g": {"records": [{"id": 1, "value": 1}]}}}',
    '"now": "x"',
    '"now": 1700000000',
  ],
  ['5', '5', '{"sources": {}}'],
  ['[{}]', '[…]', '{"sources": {"gamma": {"records": […]}}}'],
  ['{"flags": null}', '"flags": null', '"flags": {"cache": true}'],
  ['{"sources": 1.50}', '"sources": 1.5', '"sources": {"alpha": {"records": []}}'],
  [
    `{"sources": "${'x'.repeat(99)}"}`,
    `"sources": "${'x'.repeat(39)}…`,
    '"sources": {"alpha": {"records": []}}',
  ],
] as const)
  test(`the example uses the actual value: ${config.slice(0, 30)}`, async ({ playground }) => {
    await playground.fill(config);
    await expect(playground.exception.locator('.example dd')).toHaveText([instead, write]);
  });

/** The part of the exception under a heading. */
function part({ browser, exception }: Playground, heading: string) {
  const has = browser.getByRole('heading', { name: heading });
  return exception.locator('section > div', { has });
}

test('bytes that are not UTF-8 are explained', async ({ playground }) => {
  const bytes = Buffer.from(fileNamed('utf8_start_byte_ff').input_base64 ?? '', 'base64');
  await playground.drop('latin.json', bytes);
  await expect(playground.exception).toContainText('UnicodeDecodeError');
  await expect(part(playground, 'What it means here')).toContainText('reads its file as UTF-8');
  await expect(part(playground, 'What usually fixes it')).toContainText('Save the file as UTF-8');
});

test('the stage, source, record and value of an exception are shown', async ({ playground }) => {
  await playground.fill(caseNamed('shape_logs_before_the_error').input);
  await expect(playground.exception).toMatchAriaSnapshot(`
    - heading "Exception" [level=2]
    - button "Copy exception"
    - paragraph: "/AttributeError.*: 'int' object has no attribute 'get'/"
    - heading "What it means here" [level=3]
    - paragraph: /Record 0 of “beta” is a number/
    - term: Stage
    - definition: adapt
    - term: Source
    - definition: beta
    - term: Record
    - definition: records[0]
    - term: Position
    - definition: /line 1, column \\d+/
    - term: Value
    - definition: 1 (int)
    - button "Go to line 1"
    - heading "What usually fixes it" [level=3]
    - paragraph: /Make “records” an array/
    - term: Instead of
    - definition: '"records": ["order_1"]'
    - term: write
    - definition: '"records": [{"uid": "order_1"}]'
  `);
});

test('the last good result stays, and the log before the exception is shown', async ({
  playground,
}) => {
  await playground.fill(caseNamed('shape_logs_before_the_error').input);
  await expect(playground.exception).toBeVisible();
  await expect(playground.summary).toHaveCount(0);
  await expect(playground.browser.locator('pp-summary[past]')).toContainText('"records_in": 6');
  await expect(playground.browser.locator('pp-log')).toContainText('Logged before the exception');
  await expect(playground.logLines).toHaveText(['INFOadapted 1 records from alpha']);
});

test.describe('if the text cannot be read', () => {
  const views = [
    ['Records', 'pp-records', '13 records from 4 sources'],
    ['Reconciliation', 'pp-reconciliation', 'order_006'],
    ['Time', 'pp-time', '9 fresh'],
    ['Compare', 'pp-compare', 'adapt, validate, freshness, reconcile'],
  ] as const;
  for (const [view, element, said] of views)
    test(`${view} continues to show the last good run, in grey, below the exception`, async ({
      playground,
    }) => {
      await playground.load('Every outcome');
      await playground.button('Pin this run').click();
      await playground.flag('cache').click();
      await playground.show(view);
      const panel = playground.browser.locator(element);
      await expect(panel).toContainText(said);
      await playground.editor.press('Control+End');
      await playground.browser.keyboard.type('x');
      const raised = playground.browser.locator('pp-results .raised');
      await expect(raised).toContainText('JSONDecodeError: Extra data');
      await expect(raised).toContainText(
        'So no stage has run. In grey: the last run that finished.',
      );
      await expect(panel).toHaveClass(/past/);
      await expect(panel).toContainText(said);
      // The run can still be queried, by a view that is opened now.
      await playground.show('Summary');
      await playground.show(view);
      await expect(panel).toContainText(said);
      await playground.editor.press('Backspace');
      await expect(raised).toHaveCount(0);
      await expect(panel).not.toHaveClass(/past/);
    });

  test('the log is empty, and does not show the lines of the last good run', async ({
    playground,
  }) => {
    await playground.show('Log');
    await expect(playground.logLines).toHaveCount(2);
    await playground.editor.press('Control+End');
    await playground.browser.keyboard.type('x');
    await expect(playground.logLines).toHaveCount(0);
    await expect(playground.browser.locator('pp-results .raised')).toContainText(
      'no stage has run',
    );
  });

  test('the last good run is kept over many exceptions', async ({ playground }) => {
    await playground.show('Records');
    await playground.editor.press('Control+End');
    await playground.browser.keyboard.type('broken for long');
    const find = playground.browser.locator('pp-records').getByLabel('Find');
    await find.fill('order_001');
    await expect(playground.browser.locator('pp-records')).toContainText('2 of 6 records');
  });
});

test('the record that raised the exception is shown as such, and no record is settled', async ({
  playground,
}) => {
  const records = [1, '"x"', 3].map((at) => `{"id": 0, "value": 0, "timestamp": ${at}}`);
  await playground.fill(`{"now": 9, "sources": {"gamma": {"records": [${records}]}}}`);
  await playground.show('Records');
  await playground.button('freshness').click();
  const row = (index: number) =>
    playground.browser.getByRole('row').filter({ hasText: `gamma[${index}]` });
  await expect(row(0)).toContainText(/1\s*✓ fresh/);
  await expect(row(1)).toContainText(/–\s*✗ exception/);
  await expect(row(1)).toContainText('TypeError: unsupported operand');
  await expect(row(2)).toContainText(/–\s*– not reached/);
  await playground.button('adapt').click();
  for (const index of [0, 1, 2]) await expect(row(index)).toContainText('not settled');
});

test('the records that adapt handled before an exception are counted', async ({ playground }) => {
  const config = '{"sources": {"gamma": {"records": [{"id": 1}, {"id": 2}, 5]}}}';
  await playground.fill(config);
  await expect(playground.browser.locator('pp-flow')).toContainText('2 adapted before');
});

inEveryLook({
  'the last good run under an exception': async (playground) => {
    await playground.load('Every outcome');
    await playground.editor.press('Control+End');
    await playground.browser.keyboard.type('x');
    await playground.show('Records');
    await expect(playground.browser.locator('pp-results .raised')).toBeVisible();
  },
  'an exception with all its details': async (playground) => {
    await playground.fill(caseNamed('shape_logs_before_the_error').input);
    await playground.show('Summary');
    await expect(playground.exception).toBeVisible();
  },
});
