/** The stage inspector: what a stage was given and what it did to each record. */
import { inEveryLook } from '../accessible.ts';
import { caseNamed } from '../conformance.ts';
import { expect, type Playground, test } from '../page.ts';

const inspector = ({ browser }: Playground) => browser.locator('pp-records');
const rows = (playground: Playground) => inspector(playground).getByRole('row');
const counted = (playground: Playground) => inspector(playground).locator('.counted');
const detail = ({ browser }: Playground) => browser.locator('pp-record');
const stage = (playground: Playground, name: string) =>
  inspector(playground).getByRole('group', { name: 'Stage' }).getByRole('button', { name });
const titled = (playground: Playground, title: string) =>
  inspector(playground).getByRole('columnheader', { name: title });

async function open(playground: Playground, name: string): Promise<void> {
  await playground.show('Records');
  await stage(playground, name).click();
  await expect(stage(playground, name)).toHaveAttribute('aria-pressed', 'true');
}

test.beforeEach(async ({ playground }) => {
  if ((playground.browser.viewportSize()?.width ?? 0) < 900) await playground.show('Config');
  await playground.load('Every outcome');
  await expect.poll(() => playground.summary.textContent()).toContain('"records_in": 13');
});

const stages: [name: string, given: string, row: number, text: string][] = [
  [
    'adapt',
    '13 records from 4 sources. No adapter knows gamma, delta: those passed through unchanged. The rest was brought into one shape.',
    3,
    'alpha[2]10order_001≡ duplicate',
  ],
  [
    'cache',
    '13 records in, 1 dropped as repeating an earlier one, 12 records out.',
    3,
    'repeats alpha[0]',
  ],
  [
    'validate',
    '12 records in, 2 dropped for a missing required field, 10 records out.',
    3,
    '✗ invalidvalue is None',
  ],
  [
    'freshness',
    '10 records in, 8 marked fresh and 2 stale, 10 records out',
    7,
    '1699999399! staleage 601 s > 600 s',
  ],
  [
    'reconcile',
    'Of the ids 2 matched, 3 mismatched, 1 in a single source.',
    2,
    '"pending", but "processing" in beta',
  ],
];
for (const [name, given, row, text] of stages)
  test(`${name}: what went in, what came out, and why, row by row`, async ({ playground }) => {
    await open(playground, name);
    await expect(inspector(playground)).toContainText(given);
    await expect(rows(playground).nth(row)).toContainText(text);
  });

test('a stage that is off, failed or not reached says so', async ({ playground }) => {
  await playground.flag('validate').click();
  await open(playground, 'validate');
  await expect(inspector(playground)).toContainText(
    'validate is off. 12 records passed it untouched.',
  );
  await expect(inspector(playground)).toContainText('No record to list.');
  await playground.fill(caseNamed('timestamp_string').input);
  await open(playground, 'freshness');
  await expect(inspector(playground)).toContainText('The run ended in TypeError here.');
  await stage(playground, 'reconcile').click();
  await expect(inspector(playground)).toContainText('The run ended in TypeError before reconcile.');
  await playground.fill('{"sources": {"alpha": {"records": [{"uid": 1, "data": 2}]}}}');
  await expect(inspector(playground)).toContainText('it needs two, and there is 1.');
});

test('a filter offers only what a record here is, and another stage drops what none there is', async ({
  playground,
}) => {
  await open(playground, 'cache');
  const offered = (name: string) => inspector(playground).getByLabel(name).locator('option');
  await expect(offered('Fate')).toHaveText(['all', 'kept', 'duplicate', 'invalid']);
  await inspector(playground).getByLabel('Fate').selectOption('duplicate');
  await expect(rows(playground)).toHaveCount(2);
  await stage(playground, 'validate').click();
  await expect(offered('Fate')).toHaveText(['all', 'kept', 'invalid']);
  await expect(rows(playground)).toHaveCount(13);
  await stage(playground, 'freshness').click();
  await expect(offered('Fate')).toHaveText(['all', 'kept']);
  await expect(offered('Freshness')).toHaveText(['all', 'fresh', 'stale']);
  await playground.flag('freshness').click();
  await stage(playground, 'adapt').click();
  await expect(offered('Freshness')).toHaveText(['all']);
  // A chosen value stays, as long as the learner stays.
  await inspector(playground).getByLabel('Fate').selectOption('duplicate');
  await playground.flag('cache').click();
  await expect(inspector(playground)).toContainText('No record matches.');
  await expect(inspector(playground).getByLabel('Fate')).toHaveValue('duplicate');
});

test('what adapt dropped is not said to be missing from the text', async ({ playground }) => {
  await playground.fill(`{"now": 9, "required_fields": ["id", "note"], "sources": {
    "alpha": {"records": [{"uid": 1, "data": 2, "timestamp": 5, "note": 1}]},
    "gamma": {"records": [{"ref": 1, "content": 2, "note": 3}]}}}`);
  await open(playground, 'validate');
  await expect(rows(playground).nth(1)).toContainText('note is absent (dropped by adapt)');
  await rows(playground).nth(1).click();
  await expect(detail(playground).locator('dl')).toContainText(
    'is absent: adapt dropped the field of this name',
  );
  await playground.flag('validate').click();
  await stage(playground, 'freshness').click();
  await expect(rows(playground).nth(1)).toContainText('dropped✓ freshadapt dropped its timestamp');
  await expect(detail(playground).locator('dl')).toContainText(
    'dropped by adapt, so now stands in',
  );
  await stage(playground, 'adapt').click();
  await expect(inspector(playground)).toContainText('No adapter knows gamma: those passed');
  await rows(playground).nth(2).click();
  await expect(detail(playground)).toContainText(
    'passed through no adapter knows its source: it would need its own id and value',
  );
});

const NOTHING: [config: string, stage: string, says: string][] = [
  ['{}', 'adapt', 'There is no source: nothing to adapt.'],
  ['{"sources": {"alpha": {}}}', 'adapt', '1 source without a record: nothing to adapt.'],
  ['{}', 'cache', 'cache ran, and was given no record.'],
  ['{"flags": {"adapt": 0}}', 'cache', 'adapt is off, so cache was given no record.'],
  ['{"flags": {"adapt": 0, "cache": 0}}', 'cache', 'cache is off.'],
  ['{"flags": {"adapt": 0}}', 'reconcile', 'adapt is off, so it has none.'],
  ['{"flags": {"cache": 0}, "sources": {"alpha": {"records": [{}, 1]}}}', 'cache', 'cache is off.'],
  ['{"sources": {"alpha": {"records": [1]}}}', 'adapt', 'The run ended in AttributeError here.'],
];
for (const [config, name, says] of NOTHING)
  test(`${name} of ${config}: ${says}`, async ({ playground }) => {
    await playground.fill(config);
    await open(playground, name);
    await expect(inspector(playground).locator('header p')).toHaveText(
      new RegExp(`${says.replaceAll('.', '\\.')}$`),
    );
    await expect(inspector(playground)).toContainText('No record to list.');
  });

test('if the list gets empty, the focus stays in the view', async ({ playground }) => {
  await open(playground, 'adapt');
  await inspector(playground).getByRole('grid').focus();
  await playground.browser.keyboard.press('1');
  await expect(inspector(playground)).toContainText('No record to list.');
  await expect(inspector(playground).getByRole('region', { name: 'Records' })).toBeFocused();
  await playground.browser.keyboard.press('1');
  await expect(rows(playground)).toHaveCount(14);
});

test('adapt shows each field before and after, including dropped ones', async ({ playground }) => {
  await open(playground, 'adapt');
  await rows(playground).nth(1).click();
  await expect(detail(playground).getByRole('row')).toHaveText([
    /Source record/,
    /uid "order_001"\s*id "order_001"\s*→ renamed/,
    /data "shipped"\s*value "shipped"\s*→ renamed/,
    /note "dropped by adapt"\s*–\s*✗ dropped/,
    /–\s*source "alpha"\s*\+ added/,
  ]);
});

test('cache shows the text that was hashed, the key, and a button to the repeated record', async ({
  playground,
}) => {
  await open(playground, 'cache');
  await rows(playground).nth(3).click();
  await expect(detail(playground)).toContainText(
    '{"id": "order_001", "source": "alpha", "value": "shipped"}',
  );
  await expect(detail(playground)).toContainText('17a84a41639f');
  await detail(playground).getByRole('button', { name: 'alpha[0], line 8' }).click();
  await expect(detail(playground).getByRole('heading')).toHaveText('alpha[0]');
  await expect(rows(playground).nth(1)).toHaveAttribute('aria-selected', 'true');
});

test('validate names the missing fields, and freshness shows the subtraction', async ({
  playground,
}) => {
  await open(playground, 'validate');
  await rows(playground).filter({ hasText: 'delta[2]' }).click();
  await expect(detail(playground).locator('dl')).toContainText('id');
  await expect(detail(playground).locator('dl')).toContainText('is absent');
  await stage(playground, 'freshness').click();
  await expect(detail(playground)).toContainText('not reached validate dropped it');
  await rows(playground).filter({ hasText: 'gamma[1]' }).click();
  await expect(detail(playground)).toContainText('1700000000 - 1699999399 = 601 s');
});

test('a string as required_fields is explained', async ({ playground }) => {
  const config = (fields: string) =>
    `{"required_fields": ${fields}, "sources": {"gamma": {"records": [{"value": 1}]}}}`;
  await playground.fill(config('"id"'));
  await open(playground, 'validate');
  const why = 'i is absent, d is absent: “required_fields” is a string, which Python walks letter';
  await expect(rows(playground).nth(1)).toContainText(why);
  await playground.fill(config('["id"]'));
  await expect(rows(playground).nth(1)).toContainText('id is absent');
  await expect(rows(playground).nth(1)).not.toContainText('letter');
});

test('reconcile shows each source’s value, and what was overwritten', async ({ playground }) => {
  await open(playground, 'reconcile');
  await rows(playground).nth(1).click();
  await expect(detail(playground)).toContainText('overwritten by alpha[2]');
  await expect(detail(playground).getByRole('row')).toHaveText([
    /Record/,
    /alpha\[2\], line 10\s*"shipped"/,
    /beta\[0\], line 16\s*"shipped"/,
  ]);
  await detail(playground).getByRole('button', { name: 'Open reconciliation' }).click();
  await expect(playground.tab('Reconciliation')).toHaveAttribute('aria-selected', 'true');
});

test('no id is distinguished from None and from the empty string', async ({ playground }) => {
  await playground.fill(`{"now": 1000, "flags": {"validate": false}, "sources": {
    "alpha": {"records": [{}]},
    "gamma": {"records": [{}, {"id": ""}, {"id": null}]}}}`);
  await open(playground, 'reconcile');
  const cells = ['Record', 'None', '–no id', '– skipped', 'None'];
  await expect(rows(playground)).toContainText(cells);
  await expect(rows(playground).nth(2)).toContainText('it has no id, so its key is empty');
  await expect(rows(playground).nth(3)).toContainText('its id is the empty string');
  await rows(playground).nth(2).click();
  await expect(detail(playground)).toContainText('gamma[0] no id');
  await playground.show('Time');
  await playground.browser.locator('pp-timeline').getByRole('listbox').press('Home');
  await playground.browser.keyboard.press('ArrowRight');
  await expect(playground.browser.locator('pp-time .picked')).toContainText('no id');
});

test('of several sources, those with different values are named', async ({ playground }) => {
  const record = (field: string, value: string) => `[{"id": "k", "${field}": "${value}"}]`;
  await playground.fill(`{"now": 1000, "sources": {
    "alpha": {"records": [{"uid": "k", "data": "v0"}]},
    "beta": {"records": [{"identifier": "k", "payload": "v7"}]},
    "gamma": {"records": ${record('value', 'v0')}},
    "delta": {"records": ${record('value', 'v0')}}}}`);
  await open(playground, 'reconcile');
  await expect(rows(playground)).toContainText([
    'Record',
    '"v0", as in gamma, delta, but "v7" in beta',
    '"v7", but "v0" in alpha, gamma, delta',
    '"v0", as in alpha, delta, but "v7" in beta',
    '"v0", as in alpha, gamma, but "v7" in beta',
  ]);
  await rows(playground).last().click();
  await expect(detail(playground)).toContainText('mismatched differs from beta Go to');
  await rows(playground).nth(2).click();
  await expect(detail(playground)).toContainText('differs from alpha, gamma, delta');
});

test('long values are cut around their difference', async ({ playground }) => {
  const word = 'x'.repeat(5000);
  const sources = (values: string[]) =>
    values.map((value, i) => [`s${i}`, { records: [{ id: 'k', value }] }]);
  const fill = (...values: string[]) =>
    playground.fill(JSON.stringify({ now: 1, sources: Object.fromEntries(sources(values)) }));
  await fill(`${word}1`, `${word}2`);
  await open(playground, 'reconcile');
  const near = 'x'.repeat(24);
  await expect(rows(playground).nth(1)).toContainText(`…${near}1", but …${near}2" in s1`);
  // Three values: one differs at the start, and the other two only at the end.
  await fill(`a${word}1`, `a${word}2`, `b${word}`);
  await expect(rows(playground).nth(1)).toContainText(/"ax+…, but …x{8}2" in s1, "bx+… in s2/);
});

test('filters reduce the list, and the count is shown and announced', async ({ playground }) => {
  await open(playground, 'adapt');
  await expect(counted(playground)).toHaveText('13 records');
  await inspector(playground).getByLabel('Fate').selectOption('invalid');
  await expect(counted(playground)).toHaveText('2 of 13 records');
  await expect(playground.status).toHaveText('2 records shown.');
  await expect(rows(playground)).toHaveCount(3);
  await inspector(playground).getByLabel('Source').selectOption('delta');
  await expect(counted(playground)).toHaveText('1 of 13 records');
  await inspector(playground).getByLabel('Find').fill('SHIPPED');
  await expect(inspector(playground)).toContainText('No record matches.');
  await expect(playground.status).toHaveText('0 records shown.');
  await inspector(playground).getByRole('button', { name: 'Clear' }).click();
  await expect(playground.status).toHaveText('13 records shown.');
  await expect(counted(playground)).toHaveText('13 records');
  await expect(inspector(playground).getByLabel('Find')).toBeFocused();
  await inspector(playground).getByLabel('Find').fill('17a84a');
  await expect(rows(playground)).toHaveText([/Record/, /alpha\[0\]/, /alpha\[2\]/]);
});

for (const more of [0, 40])
  test(`a source with an empty name can be chosen, among ${more + 2}`, async ({ playground }) => {
    const names = ['', 'beta', ...Array.from({ length: more }, (_, i) => `s${i}`)];
    const sources = names.map((name) => [name, { records: [{ id: 1, value: name }] }]);
    await playground.fill(JSON.stringify({ sources: Object.fromEntries(sources) }));
    await open(playground, 'adapt');
    await expect(counted(playground)).toHaveText(`${more + 2} records`);
    const source = inspector(playground).getByLabel('Source');
    if (more === 0) await source.selectOption('""');
    else {
      await source.pressSequentially('""');
      await source.press('Enter');
    }
    await expect(counted(playground)).toHaveText(`1 of ${more + 2} records`);
    await expect(rows(playground).nth(1)).toContainText('[0]');
    await inspector(playground).getByRole('button', { name: 'Clear' }).click();
    await expect(counted(playground)).toHaveText(`${more + 2} records`);
  });

test('only reconcile has the filter by verdict', async ({ playground }) => {
  await open(playground, 'reconcile');
  await inspector(playground).getByLabel('Verdict').selectOption('single');
  await expect(counted(playground)).toHaveText('1 of 13 records');
  await stage(playground, 'adapt').click();
  await expect(counted(playground)).toHaveText('13 records');
  await expect(inspector(playground).getByLabel('Verdict')).toHaveCount(0);
});

test('columns sort in ascending order, in descending order, and not at all', async ({
  playground,
}) => {
  await open(playground, 'freshness');
  const age = titled(playground, 'Age and limit');
  await age.getByRole('button').click();
  await expect(age).toHaveAttribute('aria-sort', 'ascending');
  await expect(rows(playground).last()).toContainText('gamma[2]');
  await age.getByRole('button').click();
  await expect(age).toHaveAttribute('aria-sort', 'descending');
  await expect(rows(playground).nth(1)).toContainText('gamma[2]');
  await expect(rows(playground).nth(2)).toContainText('gamma[1]');
  await age.getByRole('button').click();
  await expect(age).toHaveAttribute('aria-sort', 'none');
  await expect(rows(playground).nth(1)).toContainText('alpha[0]');
});

test.describe('lines without wrapping', () => {
  test.use({ viewport: { width: 2400, height: 900 } });
  test('the cursor in the config chooses a row, and a row moves the cursor', async ({
    playground,
  }) => {
    await open(playground, 'cache');
    await playground.editor.focus();
    await playground.browser.keyboard.press('Control+End');
    // From the end of the text up to the last record but one.
    for (let line = 0; line < 13; line++) await playground.browser.keyboard.press('ArrowUp');
    await playground.browser.keyboard.press('End');
    await playground.browser.keyboard.press('ArrowLeft');
    await playground.browser.keyboard.press('ArrowLeft');
    const chosen = inspector(playground).locator('[role=row][aria-selected=true]');
    await expect(chosen).toContainText('delta[1]');
    await expect(chosen).toBeInViewport();
    await expect(playground.editor).toBeFocused();
    await inspector(playground).getByRole('grid').focus();
    await playground.browser.keyboard.press('Home');
    await expect(chosen).toContainText('alpha[0]');
    await expect(playground.browser.locator('.cm-current-record').first()).toContainText(
      'order_001',
    );
    await playground.browser.keyboard.press('ArrowDown');
    await expect(detail(playground).getByRole('heading')).toHaveText('alpha[1]');
    await playground.browser.keyboard.press('Enter');
    await expect(playground.editor).toBeFocused();
  });
});

test('a long value is cut, and a button shows all of it', async ({ playground }) => {
  const text = 'x'.repeat(5000);
  await playground.fill(`{"sources": {"gamma": {"records": [\n{"id": 1, "value": "${text}"}]}}}`);
  await open(playground, 'cache');
  await rows(playground).nth(1).click();
  const more = detail(playground).getByRole('button', { name: /^Show all 5,0\d\d characters/ });
  await expect(more).toHaveAttribute('aria-expanded', 'false');
  await more.click();
  await expect(detail(playground)).toContainText(text);
  await expect(detail(playground).getByRole('button', { name: 'Show less' })).toBeFocused();
});

test('a long id wraps within the view', async ({ playground }) => {
  const source = { records: [{ id: 'x'.repeat(200), value: 1 }] };
  await playground.fill(JSON.stringify({ sources: { gamma: source, delta: source } }));
  await open(playground, 'reconcile');
  await rows(playground).nth(1).click();
  const below = inspector(playground).locator('.detail');
  await expect(below).toContainText('What the sources say under');
  const [width, room] = await below.evaluate((one) => [one.scrollWidth, one.clientWidth]);
  expect(width).toBe(room);
});

test('among hundreds of sources, one can be typed', async ({ playground }) => {
  const all = Array.from({ length: 300 }, (_, i) => [`s${i}`, { records: [{ id: i, value: i }] }]);
  await playground.fill(JSON.stringify({ sources: Object.fromEntries(all) }));
  await open(playground, 'adapt');
  await expect(counted(playground)).toHaveText('300 records');
  await inspector(playground).getByLabel('Source').pressSequentially('s271');
  await playground.browser.keyboard.press('Enter');
  await expect(rows(playground).nth(1)).toContainText('s271[0]');
  await expect(counted(playground)).toHaveText('1 of 300 records');
});

test('what a screen reader finds', async ({ playground }) => {
  await open(playground, 'validate');
  await inspector(playground).getByLabel('Fate').selectOption('invalid');
  await rows(playground).nth(1).click();
  await expect(inspector(playground)).toMatchAriaSnapshot(`
    - region "Records":
      - heading "Records" [level=2]
      - group "Stage":
        - button "adapt"
        - button "cache"
        - button "validate" [pressed]
        - button "freshness"
        - button "reconcile"
      - paragraph: 12 records in, 2 dropped for a missing required field, 10 records out.
      - group "Filter"
      - paragraph: 2 of 12 records
      - grid "Records at validate":
        - row /Record ↑ Line id Outcome Why/
        - row "alpha[3] 11 order_005 invalid value is None" [selected]
        - row "delta[2] 32 no id invalid id is absent"
      - region "What the stage did to the record":
        - heading "alpha[3]" [level=3]
        - button "Go to line 11"
        - term: value
        - definition: is None
  `);
});

test.describe('320 px wide', () => {
  test.use({ viewport: { width: 320, height: 800 } });

  test('outcomes are not cut, even if the names of the sources are long', async ({
    playground,
  }) => {
    const names = ['a_source_with_a_long_name', 'another_with_a_long_name'];
    const sources = names.map((name) => [name, { records: [{ id: 1, value: name }] }]);
    await playground.fill(JSON.stringify({ sources: Object.fromEntries(sources) }));
    await open(playground, 'reconcile');
    await expect(rows(playground).nth(1)).toContainText('mismatched');
    const cut = (list: string) =>
      playground.browser.locator(`${list} [role=gridcell]:has(.outcome)`).evaluateAll(
        (cells) =>
          cells.filter((cell) => {
            const end = cell.parentElement?.getBoundingClientRect().right ?? 0;
            const chip = cell.querySelector('.outcome')?.getBoundingClientRect().right ?? 0;
            return chip > end || cell.scrollWidth > cell.clientWidth;
          }).length,
      );
    expect(await cut('pp-records')).toBe(0);
    const source = await inspector(playground)
      .getByLabel(/^Source/)
      .boundingBox();
    expect((source?.x ?? 0) + (source?.width ?? 0)).toBeLessThan(308);
    await playground.load('Every outcome');
    await playground.show('Summary');
    await playground.button('records_in: 13').click();
    await expect(playground.browser.locator('pp-explanation .duplicate')).toBeVisible();
    expect(await cut('pp-explanation')).toBe(0);
  });
});

inEveryLook(
  Object.fromEntries(
    stages.map(([name]) => [
      name,
      async (playground) => {
        await open(playground, name);
        await rows(playground).nth(1).click();
        await expect(detail(playground)).toBeVisible();
      },
    ]),
  ),
);
