/** The text in the editor is what is run, and is run at once. */
import { caseNamed, errorText, named } from '../conformance.ts';
import { expect, sample, test } from '../page.ts';

test('starts with the course sample and its summary', async ({ playground }) => {
  await playground.expectText(sample);
  await playground.expectSummary(caseNamed('course_sample').summary ?? '');
  await playground.show('Log');
  await expect(playground.logLines).toHaveText([
    'INFOadapted 3 records from alpha',
    'INFOadapted 3 records from beta',
  ]);
});

test('typing changes the summary', async ({ playground }) => {
  await playground.editor.getByText('"order_003"').click();
  await playground.browser.keyboard.press('End');
  await playground.browser.keyboard.type(',\n{"uid": "order_003", "data": "delivered"}');
  await expect(playground.summary).toContainText('"records_in": 7');
  await expect(playground.summary).toContainText('"hits": 1');
  await expect(playground.summary).toContainText('"hit_rate": 0.1429');
});

test('the result is announced after a pause in typing', async ({ playground }) => {
  await expect(playground.status).toHaveText('6 records in, 6 out.');
  await playground.fill('{"sources": {"gamma": {"records": [{"id": 1}]}}}');
  await expect(playground.status).toHaveText('1 record in, 0 out.');
});

test('a broken text is kept, shows no old summary, and recovers', async ({ playground }) => {
  const broken = sample.replace('600,', '600');
  await playground.fill(broken);
  await expect(playground.exception).toContainText('JSONDecodeError');
  await expect(playground.summary).toHaveCount(0);
  await playground.expectText(broken);
  await playground.browser.keyboard.press('Control+z');
  await playground.expectSummary(caseNamed('course_sample').summary ?? '');
  await expect(playground.exception).toHaveCount(0);
});

test('undo and redo change the text and the summary', async ({ playground }) => {
  await playground.fill('{}');
  await playground.expectSummary(caseNamed('empty_object').summary ?? '');
  await playground.browser.keyboard.press('Control+z');
  await playground.expectText(sample);
  await expect(playground.summary).toContainText('"records_in": 6');
  await playground.browser.keyboard.press('Control+y');
  await playground.expectText('{}');
  await expect(playground.summary).toContainText('"records_in": 0');
});

for (const how of ['click', 'Enter'])
  test(`a sample replaces the text, and undo restores it: ${how}`, async ({ playground }) => {
    const { keyboard } = playground.browser;
    await playground.fill('{"now": 5}');
    if (how === 'click') await playground.load('Course sample');
    else {
      await playground.button('Samples').press('Enter');
      // The menu is loaded when its button gets the focus.
      await expect(playground.button(/^Course sample/)).toBeVisible();
      for (const key of ['Tab', 'Tab', 'Enter']) await keyboard.press(key);
    }
    await playground.expectText(sample);
    await expect(playground.status).toHaveText(
      'Course sample is in the editor. Undo brings your text back. 6 records in, 6 out.',
    );
    await expect(playground.editor).toBeFocused();
    await keyboard.press('Control+z');
    await playground.expectText('{"now": 5}');
    await expect(playground.summary).toContainText('"records_in": 0');
  });

test('every named conformance case, pasted into the page', async ({ playground }) => {
  // The editor has one kind of line end, cannot paste an empty text, and uses the real clock.
  const elsewhere = ['syntax_crlf_columns', 'syntax_empty', 'now_defaults_to_clock'];
  const cases = named.filter(({ name }) => !elsewhere.includes(name));
  expect(cases.length).toBeGreaterThan(150);
  const inputs = cases.map(({ input }) => input);
  const results = await playground.pasteAll(inputs);
  await playground.show('Log');
  const logs = await playground.pasteAll(inputs);
  for (const [index, one] of cases.entries()) {
    const { summary, exception } = results[index] ?? {};
    expect.soft({ summary, exception, logs: logs[index]?.logs }, one.name).toEqual({
      summary: one.summary ?? null,
      exception: one.error ? errorText(one) : null,
      logs: one.logs,
    });
  }
});
