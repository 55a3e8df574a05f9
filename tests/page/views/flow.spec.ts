/** The picture of the five stages: what goes in, what comes out, and which stage drops what. */
import { inEveryLook } from '../accessible.ts';
import { caseNamed } from '../conformance.ts';
import { emulateMedia, everything, expect, type Playground, sample, test } from '../page.ts';

const stage = (playground: Playground, name: string) => playground.button(new RegExp(`^${name}: `));

/** The height in pixels of a kind of path in a stage's part of the picture. */
const thickness = ({ browser }: Playground, name: string, kind: string) =>
  browser
    .locator(`pp-flow li.${name} path.${kind}`)
    .last()
    .evaluate((path) => (path as SVGGraphicsElement).getBBox().height);

test('says what enters and leaves each stage, and which stage drops what', async ({
  playground,
}) => {
  await playground.fill(everything);
  for (const words of [
    'adapt: 13 in, 13 out, from 4 sources. Open in Records.',
    'cache: 13 in, 12 out, ≡ 1 duplicate. Open in Records.',
    'validate: 12 in, 10 out, ✗ 2 violations. Open in Records.',
    'freshness: 10 in, 10 out, ✓ 8 fresh, ! 2 stale. Open in Records.',
    'reconcile: 13 from adapt, 6 keys, = 2 matched, ≠ 3 mismatched, · 1 single. Open in Records.',
  ])
    await expect(playground.button(words)).toBeVisible();
});

test('is a group of checkboxes with a button each, in the order of the stages', async ({
  playground,
}) => {
  await expect(playground.browser.getByRole('region', { name: 'Flow' })).toMatchAriaSnapshot(`
    - region "Flow":
      - heading "Flow" [level=2]
      - button "As a table"
      - group "Flags":
        - list:
          - listitem:
            - checkbox "adapt" [checked]
            - button /adapt. 6 in, 6 out, from 2 sources. Open in Records./
          - listitem:
            - checkbox "cache" [checked]
            - button /cache. 6 in, 6 out/
          - listitem:
            - checkbox "validate" [checked]
          - listitem:
            - checkbox "freshness" [checked]
          - listitem:
            - checkbox "reconcile" [checked]
            - button /reconcile. 6 from adapt, 4 keys, = 1 matched, ≠ 1 mismatched, · 2 single/
  `);
});

test('the table says the same', async ({ playground }) => {
  await playground.fill(everything);
  const table = playground.browser.getByRole('table', { name: 'What goes into each stage' });
  await expect(table).toHaveCount(0);
  await playground.button('As a table').press('Enter');
  await expect(playground.button('As a table')).toHaveAttribute('aria-expanded', 'true');
  await expect(table.getByRole('row')).toHaveText([
    /Stage\s*State\s*In\s*Out\s*Found/,
    /adapt\s*ran\s*13\s*13\s*from 4 sources/,
    /cache\s*ran\s*13\s*12\s*≡ 1 duplicate/,
    /validate\s*ran\s*12\s*10\s*✗ 2 violations/,
    /freshness\s*ran\s*10\s*10\s*✓ 8 fresh, ! 2 stale/,
    /reconcile\s*ran\s*13\s*–\s*= 2 matched, ≠ 3 mismatched, · 1 single/,
  ]);
  // It stays open at the next visit.
  await playground.browser.reload();
  await expect(table).toBeVisible();
  await playground.button('As a table').click();
  await expect(table).toHaveCount(0);
});

test('widths are proportional to counts', async ({ playground }) => {
  const records = Array.from({ length: 8 }, (_, i) => ({ id: i % 4, value: 1 }));
  await playground.fill(JSON.stringify({ sources: { gamma: { records } } }));
  await expect(stage(playground, 'cache')).toContainText('8 in, 4 out');
  const all = await thickness(playground, 'adapt', 'stream');
  await expect.poll(() => thickness(playground, 'validate', 'stream')).toBeCloseTo(all / 2, 1);
  // Even one record among a thousand is visible.
  const many = Array.from({ length: 1000 }, (_, id) => ({ id: id === 7 ? null : id, value: 1 }));
  await playground.fill(JSON.stringify({ sources: { gamma: { records: many } } }));
  await expect(stage(playground, 'validate')).toContainText('1,000 in, 999 out');
  await expect.poll(() => thickness(playground, 'freshness', 'fresh')).toBeGreaterThan(all * 0.9);
  const fallen = await playground.browser
    .locator('pp-flow li.validate path.invalid')
    .evaluate((path) => {
      // The two edges of its end.
      const end = / [\d.]+,([\d.]+) L[\d.]+,([\d.]+)/.exec(path.getAttribute('d') ?? '');
      return Number(end?.[2]) - Number(end?.[1]);
    });
  expect(fallen).toBe(2);
});

test('a stage that is off is drawn as bypassed, and says so', async ({ playground }) => {
  const gate = playground.browser.locator('pp-flow li.cache .gate');
  const on = await gate.getAttribute('d');
  await playground.flag('cache').click();
  await expect(playground.button('cache: – off, 6 pass by. Open in Records.')).toBeVisible();
  expect(await gate.getAttribute('d')).not.toBe(on);
  await playground.flag('adapt').click();
  await expect(stage(playground, 'adapt')).toContainText('– off so there are no records');
  await expect(stage(playground, 'validate')).toContainText('∅ ran on nothing');
  await expect(stage(playground, 'reconcile')).toContainText('– needs two sources adapt is off');
});

test('reconcile says that it needs two sources', async ({ playground }) => {
  await playground.fill('{"sources": {"gamma": {"records": [{"id": 1, "value": 2}]}}}');
  await expect(stage(playground, 'reconcile')).toContainText('– needs two sources there is 1');
  await expect(playground.browser.locator('pp-flow .side')).toHaveCount(0);
});

test('an exception is shown at its stage, and the later stages are not reached', async ({
  playground,
}) => {
  await playground.fill(caseNamed('timestamp_string').input);
  await expect(stage(playground, 'freshness')).toContainText('✗ TypeError');
  await expect(stage(playground, 'reconcile')).toContainText('– not reached');
  await expect(stage(playground, 'adapt')).toContainText('in,');
});

test('if the text cannot be read, the last good run stays, labelled as such', async ({
  playground,
}) => {
  await playground.fill(`${sample}]`);
  const flow = playground.browser.getByRole('region', { name: 'Flow' });
  await expect(flow).toContainText('No stage ran. In grey: the last run that finished.');
  await expect(stage(playground, 'adapt')).toContainText('6 in, 6 out');
  await playground.fill('{}');
  await expect(flow).not.toContainText('In grey');
});

test('a stage opens in the inspector, by a click on its picture or by keyboard', async ({
  playground,
}) => {
  const { browser } = playground;
  const box = await browser.locator('pp-flow li.validate .picture').boundingBox();
  await browser.mouse.click((box?.x ?? 0) + 9, (box?.y ?? 0) + 9);
  await expect(playground.tab('Records')).toHaveAttribute('aria-selected', 'true');
  await expect(stage(playground, 'validate')).toHaveAttribute('aria-current', 'true');
  await expect(playground.status).toHaveText('Records at validate.');
  await playground.flag('freshness').focus();
  await browser.keyboard.press('Tab');
  await browser.keyboard.press('Enter');
  await expect(browser.getByRole('grid', { name: 'Records at freshness' })).toBeFocused();
  await expect(stage(playground, 'freshness')).toHaveAttribute('aria-current', 'true');
  await expect(stage(playground, 'validate')).not.toHaveAttribute('aria-current', 'true');
  await playground.show('Summary');
  await expect(stage(playground, 'freshness')).not.toHaveAttribute('aria-current', 'true');
});

for (const [stageName, pill, filter, value, shown] of [
  ['cache', '≡ 1 duplicate', 'fate', 'duplicate', '1 of 13'],
  ['validate', '✗ 2 violations', 'fate', 'invalid', '2 of 12'],
  ['freshness', '✓ 8 fresh', 'freshness', 'fresh', '8 of 10'],
  ['freshness', '! 2 stale', 'freshness', 'stale', '2 of 10'],
] as const)
  test(`${pill} opens those records at ${stageName}`, async ({ playground }) => {
    const { browser } = playground;
    await playground.fill(everything);
    await playground.button(pill).click();
    const menu = browser.locator(`pp-filters select[name=${filter}]`);
    await expect(menu).toHaveValue(value);
    await expect(stage(playground, stageName)).toHaveAttribute('aria-current', 'true');
    await expect(browser.locator('pp-records .counted')).toContainText(shown);
    // The button of the stage opens all of them again.
    await stage(playground, stageName).press('Enter');
    await expect(menu).toHaveValue('');
    // The same by keyboard, and once more after the learner has chosen another filter.
    await playground.button(pill).press('Enter');
    await expect(menu).toHaveValue(value);
    await playground.button('Clear').click();
    await playground.button(pill).press('Enter');
    await expect(menu).toHaveValue(value);
  });

const moving = ({ browser }: Playground) =>
  browser.evaluate(async () => {
    const flow = document
      .querySelector('pipeline-playground')
      ?.shadowRoot?.querySelector('pp-playground')
      ?.shadowRoot?.querySelector('pp-flow');
    let most = 0;
    flow?.shadowRoot?.querySelector('input')?.click();
    for (let frame = 0; frame < 30; frame++) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const all = flow?.shadowRoot?.getAnimations() ?? [];
      most = Math.max(
        most,
        all.filter((one) => (one as CSSTransition).transitionProperty === 'd').length,
      );
    }
    return most;
  });

test('a flip animates the picture, unless the learner prefers reduced motion', async ({
  playground,
}) => {
  expect(await moving(playground)).toBeGreaterThan(0);
  await emulateMedia(playground.browser, { reducedMotion: 'reduce' });
  expect(await moving(playground)).toBe(0);
});

test.describe('in one column', () => {
  test.use({ viewport: { width: 320, height: 800 } });

  test('has its own tab, and the stages are stacked', async ({ playground }) => {
    await playground.show('Stages');
    const tops = await playground.browser
      .locator('pp-flow li')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
    expect(tops).toEqual([...tops].sort((a, b) => a - b));
    expect(new Set(tops).size).toBe(5);
    await stage(playground, 'cache').click();
    await expect(playground.tab('Records')).toHaveAttribute('aria-selected', 'true');
    // The button is hidden with its part of the page, and the focus goes to the list.
    await expect(playground.browser.getByRole('grid')).toBeFocused();
  });
});

/** Opens the stages, which have their own tab in one column. Otherwise they are always visible. */
async function showStages(playground: Playground): Promise<void> {
  const narrow = (await playground.tab('Stages').count()) > 0;
  await playground.show(narrow ? 'Stages' : 'Time');
}

inEveryLook({
  'every outcome, with the table': async (playground) => {
    await playground.fill(everything);
    await showStages(playground);
    await playground.button('As a table').click();
    await expect(stage(playground, 'reconcile')).toContainText('13 from adapt, 6 keys');
  },
  'stages that are off, or failed': async (playground) => {
    await playground.fill(caseNamed('timestamp_string').input);
    await showStages(playground);
    await playground.flag('cache').click();
    await expect(stage(playground, 'cache')).toContainText('off');
  },
  'the last good run in grey': async (playground) => {
    await playground.fill('[');
    await showStages(playground);
    await expect(stage(playground, 'adapt')).toContainText('6 in, 6 out');
  },
});
