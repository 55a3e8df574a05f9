/** What in a config was surely not meant: a quiet list, which leads to each place. */
import { inEveryLook } from '../accessible.ts';
import { expect, insertText, type Playground, test } from '../page.ts';

const RECORDS = '"sources": {"gamma": {"records": [{"id": 1, "value": 2, "timestamp": 5}]}}';

const hints = ({ browser }: Playground, view = 'pp-summary') =>
  browser.locator(`${view} pp-hints`).getByRole('listitem');

test('a config that is meant as it is has no hints', async ({ playground }) => {
  await playground.load('Every outcome');
  await expect(playground.summary).toContainText('"records_in": 13');
  await expect(playground.browser.locator('pp-hints')).toHaveCount(0);
});

const CASES: [config: string, says: RegExp][] = [
  [`{"now": 9, "flags": {"chache": false}, ${RECORDS}}`, /key "chache"\. Was "cache" meant\?/],
  ['{"source": {}}', /key "source"\. Was "sources" meant\?/],
  ['{"sources": {"Alpha": {}}}', /source "Alpha"\. Was "alpha" meant\?/],
  [`{"now": 9, "flags": {"cache": "false"}, ${RECORDS}}`, /string "false".* cache is on\./],
  ['{"required_fields": "id"}', /each of its letters is a required field/],
  [`{"now": 4, ${RECORDS}}`, /timestamp 5 lies after “now”/],
  [
    `{"now": 1700000000, ${RECORDS.replace('5', '1700000000000')}}`,
    /timestamp 1700000000000 looks like milliseconds/,
  ],
  [`{"now": 1700000000000, ${RECORDS}}`, /“now” is 1700000000000, which looks like milliseconds/],
  ['{"dry_run": true}', /writes no file/],
  [`{${RECORDS}}`, /“now” is not in the config, so the clock stands in: \d+\.?\d* this time/],
];
for (const [config, says] of CASES)
  test(`${config.slice(0, 40)}: ${says}`, async ({ playground }) => {
    await playground.fill(config);
    await expect(hints(playground)).toHaveCount(1);
    await expect(hints(playground)).toContainText(says);
    // The summary is Python's, whatever was meant.
    await expect(playground.summary).toContainText(/^\{\n {2}"records_in"/);
  });

test('a hint leads to its place in the config', async ({ playground }) => {
  await playground.fill(`{"now": 9,\n${RECORDS},\n"flags": {"chache": false}}`);
  await hints(playground).getByRole('button', { name: 'Go to line 3' }).click();
  await expect(playground.editor).toBeFocused();
  await playground.browser.keyboard.press('Shift+End');
  await insertText(playground.browser, '"cache": false}}');
  await expect(hints(playground)).toHaveCount(0);
  await expect(playground.flag('cache')).not.toBeChecked();
});

test('the hints about now are in the log and beside the ages too', async ({ playground }) => {
  await playground.fill(`{"dry_run": true, ${RECORDS}}`);
  await expect(hints(playground)).toHaveCount(2);
  for (const view of ['Log', 'Time']) {
    await playground.show(view);
    const own = hints(playground, `pp-${view.toLowerCase()}`);
    await expect(own).toHaveCount(1);
    await expect(own).toContainText('the clock stands in');
  }
});

inEveryLook(
  Object.fromEntries(
    ['Summary', 'Log'].map((view) => [
      view,
      async (playground) => {
        await playground.fill(`{"dry_run": true, "flags": {"chache": 0}, ${RECORDS}}`);
        await playground.show(view);
        await expect(playground.browser.locator('pp-hints')).toBeVisible();
      },
    ]),
  ),
);
