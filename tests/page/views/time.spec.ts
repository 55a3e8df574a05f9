/** The ages of the records beside the limit, and the two settings that decide which records are stale. */
import { inEveryLook } from '../accessible.ts';
import { caseNamed } from '../conformance.ts';
import { everything, expect, expectNotLoaded, type Playground, test } from '../page.ts';

/** A config with records of these timestamps, `now` 1000 and a limit of 60. */
const timed = (timestamps: unknown[]) =>
  `{"now": 1000, "max_age_seconds": 60, "sources": {"gamma": {"records": [
${timestamps.map((timestamp, id) => `{"id": ${id}, "value": 1, "timestamp": ${timestamp}}`).join(',\n')}
]}}}`;

const field = ({ browser }: Playground, key: string) =>
  browser.getByRole('textbox', { name: key, exact: true });
const slider = ({ browser }: Playground, key: string) =>
  browser.getByRole('slider', { name: `${key}, slider` });
const points = ({ browser }: Playground) =>
  browser.getByRole('listbox', { name: 'Records by age' });
const panel = ({ browser }: Playground) => browser.locator('pp-time');
const counts = (playground: Playground) => panel(playground).locator('header .outcome');

async function open(playground: Playground, text: string): Promise<void> {
  await playground.fill(text);
  await playground.show('Time');
  await expect(panel(playground)).toBeVisible();
}

test('shows each age beside the limit, for assistive technology too', async ({ playground }) => {
  await open(playground, timed([1000, 940, 939, 500]));
  await expect(counts(playground)).toHaveText(['✓ 2 fresh', '! 2 stale']);
  await expect(panel(playground)).toMatchAriaSnapshot(`
    - region "Freshness timeline":
      - heading "Freshness timeline" [level=2]
      - textbox "now": "1000"
      - slider "now, slider": "1000"
      - textbox "max_age_seconds": "60"
      - slider "max_age_seconds, slider": "60"
      - listbox "Records by age":
        - option "gamma[0], age 0 s, fresh"
        - option "gamma[1], age 60 s, fresh"
        - option "gamma[2], age 61 s, stale"
        - option "gamma[3], age 500 s, stale"
  `);
  await expect(panel(playground).locator('.axis > span')).toHaveText([
    /^0/,
    /^100/,
    /^200/,
    /^300/,
    /^400/,
    /^500/,
  ]);
  await expect(panel(playground).locator('.limit-row')).toContainText('limit 60 s');
});

test('typing into a field edits the text, and records turn stale', async ({ playground }) => {
  const text = timed([1000, 940, 939, 500]);
  await open(playground, text);
  await field(playground, 'max_age_seconds').focus();
  await playground.browser.keyboard.press('Control+a');
  await playground.browser.keyboard.type('59.5');
  await expect(counts(playground)).toHaveText(['✓ 1 fresh', '! 3 stale']);
  await playground.expectText(text.replace('_seconds": 60', '_seconds": 59.5'));
  await playground.browser.keyboard.press('Enter');
  await expect(playground.status).toHaveText('max_age_seconds: 59.5. 1 fresh, 3 stale.');
  await expect(field(playground, 'max_age_seconds')).toBeFocused();
  // Another notation of the same number stays as it was typed, until the field loses the focus.
  await playground.browser.keyboard.press('Control+a');
  await playground.browser.keyboard.type('6e1');
  await expect(counts(playground)).toHaveText(['✓ 2 fresh', '! 2 stale']);
  await expect(field(playground, 'max_age_seconds')).toHaveValue('6e1');
  await playground.browser.keyboard.press('Tab');
  await expect(field(playground, 'max_age_seconds')).toHaveValue('60.0');
  await playground.editor.press('Control+z');
  await playground.expectText(text.replace('_seconds": 60', '_seconds": 59.5'));
});

test('changes stay in order while the code for them is loaded', async ({ playground }) => {
  const text = timed([1000]);
  await open(playground, text);
  const limit = field(playground, 'max_age_seconds');
  // A change in each task, up to the first that is in the text.
  const last = await limit.evaluate(async (input: HTMLInputElement) => {
    const content = () =>
      document
        .querySelector('pipeline-playground')
        ?.shadowRoot?.querySelector('pp-playground')
        ?.shadowRoot?.querySelector('pp-config')
        ?.shadowRoot?.querySelector('pp-editor')
        ?.shadowRoot?.querySelector('.cm-content')?.textContent ?? '';
    for (let value = 100; ; value++) {
      input.value = String(value);
      input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      await new Promise((done) => setTimeout(done));
      if (!content().includes('_seconds": 60')) return value;
    }
  });
  await playground.expectText(text.replace('_seconds": 60', `_seconds": ${last}`));
});

test('a change that cannot be made is announced, and stays in its field', async ({
  playground,
  complaints,
}) => {
  await playground.browser.route(/setting-edits-.*\.js$/, (route) =>
    route.fulfill({ status: 503, body: '' }),
  );
  const text = timed([1000]);
  await open(playground, text);
  await field(playground, 'max_age_seconds').fill('59');
  await expect(playground.status).toHaveText('This part of the page could not be loaded.');
  await expect(field(playground, 'max_age_seconds')).toHaveValue('59');
  await playground.expectText(text);
  expectNotLoaded(playground.browser, complaints);
});

test('a value that is not a number stays in the field, and the text is not changed', async ({
  playground,
}) => {
  const text = timed([1000]);
  await open(playground, text);
  const now = field(playground, 'now');
  await now.press('Control+a');
  await now.pressSequentially('x10');
  await now.press('Enter');
  await expect(now).toHaveValue('x10');
  await expect(now).toHaveAttribute('aria-invalid', 'true');
  await expect(now).toHaveAccessibleDescription(
    /“x10” is not a number in JSON. In the text it is still 1000/,
  );
  await expect(playground.status).toHaveText(
    '“x10” is not a number in JSON. In the text it is still 1000.',
  );
  await playground.expectText(text);
  await now.press('Tab');
  await expect(now).toHaveValue('x10');
  // When the text changes, the field shows its value again.
  await playground.fill(timed([1000]).replace('1000,', '2000,'));
  await expect(now).toHaveValue('2000');
  await expect(now).toHaveAttribute('aria-invalid', 'false');
});

test('an empty field says so, and spaces around a number are ignored', async ({ playground }) => {
  const text = timed([1000]);
  await open(playground, text);
  const now = field(playground, 'now');
  await now.fill('');
  await now.press('Enter');
  await expect(playground.status).toHaveText(
    'The field is empty: type a number. In the text it is still 1000.',
  );
  await now.fill(' 2000 ');
  await playground.expectText(text.replace('1000,', '2000,'));
  await now.press('Tab');
  await expect(now).toHaveValue('2000');
  await expect(now).toHaveAttribute('aria-invalid', 'false');
});

test('a drag, however slow, is one undo step, and the thumb follows the pointer', async ({
  playground,
}) => {
  const { browser } = playground;
  await open(playground, everything);
  await expect(counts(playground)).toHaveText(['✓ 8 fresh', '! 2 stale']);
  const thumb = slider(playground, 'now');
  const ends = () => thumb.evaluate(({ min, max }: HTMLInputElement) => [min, max]);
  const value = async () => Number(await thumb.inputValue());
  const [before, at] = [await ends(), await value()];
  const box = await thumb.boundingBox();
  if (!box) throw new Error('no slider');
  const [min = 0, max = 1] = before.map(Number);
  const x = (n: number) => box.x + 8 + ((n - min) / (max - min)) * (box.width - 16);
  const y = box.y + box.height / 2;
  await browser.mouse.move(x(at), y);
  await browser.mouse.down();
  for (const fraction of [0.9, 0.95, 0.999]) {
    const to = min + fraction * (max - min);
    await browser.mouse.move(x(to), y);
    await expect.poll(value).toBeGreaterThan(to - (max - min) / 40);
    // Longer than the time within which the editor joins changes.
    await browser.waitForTimeout(700);
    expect(Math.abs((await value()) - to)).toBeLessThan((max - min) / 40);
    expect(await ends()).toEqual(before);
  }
  await expect(counts(playground)).toHaveText(['✓ 5 fresh', '! 5 stale']);
  await browser.mouse.up();
  await expect(playground.status).toHaveText(/now: \d+\. 5 fresh, 5 stale\./);
  await playground.editor.press('Control+z');
  await expect(counts(playground)).toHaveText(['✓ 8 fresh', '! 2 stale']);
  await expect(field(playground, 'now')).toHaveValue('1700000000');
  await expect(playground.summary).toHaveCount(0);
  await playground.show('Summary');
  await expect(playground.summary).toContainText('"stale_records": 2');
});

test('arrow keys move a slider, and holding a key is one undo step', async ({ playground }) => {
  const { keyboard } = playground.browser;
  await open(playground, timed([1000, 940, 939]));
  const limit = slider(playground, 'max_age_seconds');
  await limit.focus();
  for (let i = 0; i < 3; i++) await keyboard.down('ArrowLeft');
  await keyboard.up('ArrowLeft');
  await expect(counts(playground)).toHaveText(['✓ 1 fresh', '! 2 stale']);
  const inText = (value: number) =>
    expect.poll(() => playground.text()).toContain(`"max_age_seconds": ${value},`);
  await inText(57);
  await expect(limit).toBeFocused();
  await keyboard.press('ArrowLeft');
  await inText(56);
  await playground.editor.press('Control+z');
  await expect(field(playground, 'max_age_seconds')).toHaveValue('57');
  await playground.editor.press('Control+z');
  await expect(field(playground, 'max_age_seconds')).toHaveValue('60');
});

test('a number that is not in the text is added, and a value that is not a number is reported', async ({
  playground,
}) => {
  await open(
    playground,
    '{"now": "late", "sources": {"gamma": {"records": [{"id": 1, "value": 2}]}}}',
  );
  await expect(field(playground, 'now')).toHaveAccessibleDescription(/In the text it is "late"/);
  await expect(panel(playground)).toContainText('Freshness ended in TypeError.');
  const limit = field(playground, 'max_age_seconds');
  await expect(limit).toHaveAccessibleDescription(/Not in the text: the default stands in/);
  await limit.fill('5');
  await expect.poll(() => playground.text()).toContain('"max_age_seconds": 5');
  await field(playground, 'now').fill('7');
  await expect(counts(playground)).toHaveText(['✓ 1 fresh', '! 0 stale']);
});

test('odd values that Python calculates with are not marked as wrong, and their effect is explained', async ({
  playground,
}) => {
  const limit = field(playground, 'max_age_seconds');
  const wrong = panel(playground).locator('.wrong');
  for (const [value, said, ...marks] of [
    ['Infinity', 'No age is above infinity: nothing is ever stale.', '✓ 2 fresh', '! 0 stale'],
    ['-1e999', 'Every number is above -infinity', '✓ 0 fresh', '! 2 stale'],
    ['NaN', 'No age is above NaN: nothing is ever stale.', '✓ 2 fresh', '! 0 stale'],
    ['true', 'Python compares with true as with 1.', '✓ 1 fresh', '! 1 stale'],
  ]) {
    await open(playground, timed([1000, 0]).replace('_seconds": 60', `_seconds": ${value}`));
    await expect(counts(playground)).toHaveText(marks);
    await expect(limit).toHaveAccessibleDescription(new RegExp(said as string));
    await expect(wrong).toHaveCount(0);
  }
  await open(playground, timed([1000, 0]).replace('"now": 1000', '"now": NaN'));
  await expect(counts(playground)).toHaveText(['✓ 2 fresh', '! 0 stale']);
  await expect(field(playground, 'now')).toHaveAccessibleDescription(/Each age is NaN/);
  await open(playground, timed([1000]).replace('_seconds": 60', '_seconds": [1]'));
  await expect(wrong).toHaveText(
    '✗ In the text it is [1], which is not a number to calculate with.',
  );
});

test('a point shows its record, by keyboard and by pointer', async ({ playground }) => {
  const { browser } = playground;
  await open(playground, timed([1000, 940, 939, 500]));
  await points(playground).focus();
  await browser.keyboard.press('End');
  await expect(points(playground).getByRole('option', { selected: true })).toHaveAccessibleName(
    'gamma[3], age 500 s, stale',
  );
  await expect(playground.status).toHaveText('gamma[3], id 3, age 500 s, ! stale.');
  await expect(points(playground)).toBeFocused();
  // The chosen record is updated when a setting changes.
  await browser.keyboard.press('ArrowLeft');
  await expect(panel(playground).locator('.picked')).toContainText('age 61 s ! stale');
  await field(playground, 'max_age_seconds').fill('61');
  await expect(panel(playground).locator('.picked')).toContainText('age 61 s ✓ fresh');
  await points(playground).press('Enter');
  await expect(playground.editor).toBeFocused();
  await browser.keyboard.press('Shift+End');
  expect(await browser.evaluate(() => getSelection()?.toString())).toContain('"id": 2');

  const box = await points(playground).getByRole('option').last().boundingBox();
  await browser.mouse.click((box?.x ?? 0) - 3, (box?.y ?? 0) - 6);
  await expect(panel(playground).locator('.picked')).toContainText('gamma[3]');
  await playground.button('Go to line 5').click();
  await expect(playground.editor).toBeFocused();
});

test('many ages are shown as a histogram, and a bar lists its records', async ({ playground }) => {
  const { browser } = playground;
  await open(playground, timed(Array.from({ length: 300 }, (_, i) => 1000 - i)));
  const bars = browser.getByRole('listbox', { name: 'Parts of the axis that hold records' });
  await expect(bars.getByRole('option')).toHaveCount(20);
  await bars.focus();
  await browser.keyboard.press('Home');
  const rows = panel(playground).getByRole('grid');
  await expect(rows).toHaveAccessibleName(/^1\d records aged 0 to 15 s$/);
  await expect(bars).toBeFocused();
  await browser.keyboard.press('End');
  await expect(rows).toHaveAccessibleName(/^1\d records aged 284 to 299 s$/);
  await browser.keyboard.press('Enter');
  await expect(rows).toBeFocused();
  await browser.keyboard.press('End');
  await browser.keyboard.press('Enter');
  await expect(playground.editor).toBeFocused();
  await browser.keyboard.press('Shift+End');
  expect(await browser.evaluate(() => getSelection()?.toString())).toContain('"id": 299');
  await playground.button('Close the list').click();
  await expect(rows).toHaveCount(0);
});

test('the table has the parts with their counts, and lists the records of each', async ({
  playground,
}) => {
  await open(playground, timed([1000, 940, 939, 500]));
  await panel(playground).getByText('As a table').click();
  const table = panel(playground).getByRole('table');
  await expect(table.getByRole('row')).toHaveText([
    /From, s\s*To, s\s*Fresh\s*Stale\s*Records/,
    /0\s*25\s*1\s*0/,
    /50\s*75\s*1\s*1/,
    /475\s*500\s*0\s*1/,
  ]);
  await playground.button('List the records aged 50 to 75 seconds').click();
  const grid = panel(playground).getByRole('grid', { name: '2 records aged 50 to 75 s' });
  await expect(grid.getByRole('row')).toHaveText([
    /Record/,
    /gamma\[1\]\s*1\s*60/,
    /gamma\[2\]\s*2\s*61/,
  ]);
  await expect(grid).toBeFocused();
});

test('ages that are not on the axis are counted in words', async ({ playground }) => {
  await open(playground, timed([1000, 'NaN', '-Infinity', '-Infinity']));
  await expect(panel(playground)).toContainText(
    'Not on the axis, because the age is NaN or infinite: 1 fresh, 2 stale.',
  );
  await expect(points(playground).getByRole('option')).toHaveCount(1);
});

test('if freshness did not run, a sentence says why', async ({ playground }) => {
  await playground.show('Time');
  await playground.flag('freshness').click();
  await expect(panel(playground)).toContainText('The flag of freshness is off');
  await expect(points(playground)).toHaveCount(0);
  await playground.fill('{}');
  await expect(panel(playground)).toContainText('No record reached freshness');
  await playground.fill('{"sources": {"alpha": 5}}');
  await expect(panel(playground)).toContainText(
    'The run ended in AttributeError before freshness.',
  );
  await expect(panel(playground).locator('.outcome')).toHaveCount(0);
});

test('if the text cannot be read, the settings stay, and say why they cannot be changed', async ({
  playground,
}) => {
  const broken = `${timed([1000, 900])}]`;
  await open(playground, timed([1000, 900]));
  await playground.fill(broken);
  const limit = slider(playground, 'max_age_seconds');
  await expect(limit).toHaveAttribute('aria-disabled', 'true');
  await expect(limit).toHaveAccessibleDescription(/cannot be read right now/);
  await limit.focus();
  await playground.browser.keyboard.press('ArrowRight');
  await expect(playground.status).toContainText('Fix it to change this here');
  await expect(limit).toHaveValue('60');
  await limit.click({ force: true, position: { x: 5, y: 5 } });
  await expect(limit).toHaveValue('60');
  await field(playground, 'now').focus();
  await playground.browser.keyboard.type('5');
  await expect(field(playground, 'now')).toHaveValue('1000');
  await playground.expectText(broken);
});

test('flipping a flag during a drag is a separate undo step', async ({ playground }) => {
  const { browser } = playground;
  await open(playground, timed([1000]));
  const box = await slider(playground, 'max_age_seconds').boundingBox();
  if (!box) throw new Error('no slider');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await browser.mouse.move(x, y);
  await browser.mouse.down();
  await expect(field(playground, 'max_age_seconds')).not.toHaveValue('60');
  const middle = await field(playground, 'max_age_seconds').inputValue();
  // The field shows the value before it is in the text.
  await expect.poll(() => playground.text()).toContain(`"max_age_seconds": ${middle}`);
  await browser.keyboard.press('2');
  await expect(playground.flag('cache')).not.toBeChecked();
  await browser.mouse.move(x - 60, y);
  await browser.mouse.up();
  await expect(field(playground, 'max_age_seconds')).not.toHaveValue(middle);
  await playground.editor.press('Control+z');
  await expect(field(playground, 'max_age_seconds')).toHaveValue(middle);
  await expect(playground.flag('cache')).not.toBeChecked();
  await playground.editor.press('Control+z');
  await expect(playground.flag('cache')).toBeChecked();
  await playground.editor.press('Control+z');
  await expect(field(playground, 'max_age_seconds')).toHaveValue('60');
});

test('an exception in freshness is reported', async ({ playground }) => {
  await open(playground, caseNamed('timestamp_string').input);
  await expect(panel(playground)).toContainText('Freshness ended in TypeError.');
});

inEveryLook({
  'ages as points, one chosen': async (playground) => {
    await open(playground, everything);
    await points(playground).press('End');
    await expect(playground.button(/^Go to line/)).toBeVisible();
    await panel(playground).getByText('As a table').click();
  },
  'ages as a histogram, with a list': async (playground) => {
    await open(playground, timed(Array.from({ length: 300 }, (_, i) => 1000 - i)));
    await panel(playground).getByRole('listbox').press('Home');
    await expect(panel(playground).getByRole('grid')).toBeVisible();
  },
  'numbers that cannot be changed': async (playground) => {
    await open(playground, '{"now": 5, "flags": null}');
    await expect(slider(playground, 'now')).toHaveAttribute('aria-disabled', 'true');
  },
});
