/** A tag in a page of a course: what it shows, what it loads, and what stands in its place. */
import { caseNamed } from '../conformance.ts';
import { againIn, emulateMedia, everything, expect, sample, test } from '../page.ts';
import { holdBack } from '../slow.ts';
import { filesOf, openHost, tag } from './host.ts';

const course = caseNamed('course_sample').summary ?? '';
const withoutFreshness = sample.replace('"freshness": true', '"freshness": false');

/** Scripts before the first result. Each is a request, and work for the page's thread. */
const SUMMARY = ['embed', 'playground', 'base', 'summary-engine'];
const AND_FLOW = [
  ...['embed', 'playground', 'base', 'page-engine'],
  ...['part-words', 'flow', 'actions', 'samples', 'rolldown-runtime'],
];

test('a summary and the flow are loaded in few files', async ({ page, complaints: _ }) => {
  const files = filesOf(page);
  const scripts = () =>
    new Set(files.flatMap((name) => (name.endsWith('.js') ? name.slice(0, -3) : [])));
  const playground = await openHost(page, tag('show="summary"', sample));
  await playground.expectSummary(course);
  expect(scripts()).toEqual(new Set(SUMMARY));
  files.length = 0;
  await openHost(page, tag('show="flow summary"', sample));
  await playground.expectSummary(course);
  await expect(playground.flag('adapt')).toBeVisible();
  expect(scripts()).toEqual(new Set(AND_FLOW));
});

test('a summary by itself loads no other part', async ({ page, complaints: _ }) => {
  const files = filesOf(page);
  let workers = 0;
  page.on('worker', () => workers++);
  const playground = await openHost(page, tag('show="summary"', sample));
  await playground.expectSummary(course);
  await page.waitForLoadState('networkidle');
  expect(files.filter((name) => name.endsWith('.wasm'))).toHaveLength(1);
  for (const part of ['codemirror', 'editor', 'flow', 'controls', 'actions', 'records', 'keeping'])
    expect(files).not.toContain(`${part}.js`);
  expect(workers).toBe(0);
  await expect(playground.root.locator('pp-config, pp-flow, pp-header, pp-tabs')).toHaveCount(0);
  await expect(page.locator('h1')).toHaveCount(1);
});

const PARTS = {
  flow: 'pp-flow',
  editor: 'pp-config',
  summary: 'pp-summary',
  records: 'pp-records',
  reconciliation: 'pp-reconciliation',
  time: 'pp-time',
  log: 'pp-log',
  compare: 'pp-compare',
};

for (const width of [1280, 360])
  test(`each part can be shown alone, ${width} px wide`, async ({ page, complaints: _ }) => {
    await page.setViewportSize({ width, height: 900 });
    for (const [part, element] of Object.entries(PARTS)) {
      const playground = await openHost(page, tag(`show="${part}"`, sample));
      await expect(playground.root.locator(element)).toBeVisible();
      for (const [other, name] of Object.entries(PARTS))
        if (other !== part) await expect(playground.root.locator(name)).toHaveCount(0);
      await expect(playground.root.getByRole('tab')).toHaveCount(0);
      const [scrolls, room] = await page.evaluate(() => [
        document.documentElement.scrollWidth,
        innerWidth,
      ]);
      expect(scrolls).toBeLessThanOrEqual(room ?? 0);
    }
  });

test('parts that are shown together work together', async ({ page, complaints: _ }) => {
  await page.setViewportSize({ width: 650, height: 900 });
  const playground = await openHost(page, tag('show="flow, summary"', sample));
  await playground.expectSummary(course);
  await playground.flag('cache').click();
  await expect(playground.summary).toContainText('"hits": 0');
  await expect(playground.root.locator('pp-flow')).toBeVisible();
  await playground.flag('cache').focus();
  await page.keyboard.press('Control+z');
  await playground.expectSummary(course);
  // What a part leads to is shown then.
  await playground.root
    .locator('pp-flow')
    .getByRole('button', { name: /^validate/ })
    .click();
  await expect(playground.root.locator('pp-records')).toBeVisible();
  await expect(playground.tab('Records')).toHaveAttribute('aria-selected', 'true');
});

test('an editor takes over what was changed before it was loaded', async ({
  page,
  complaints: _,
}) => {
  const go = await holdBack(page, '**/embed/codemirror-*');
  const playground = await openHost(page, tag('loading="eager" height="1250"', sample));
  await playground.expectSummary(course);
  // Until then, the text is plain.
  await expect(playground.root.locator('pp-config pre')).toContainText('"sources"');
  await playground.flag('cache').click();
  await playground.flag('freshness').click();
  await expect(playground.summary).toContainText('"hits": 0');
  await playground.flag('adapt').focus();
  await page.keyboard.press('Control+z');
  const cacheOff = sample.replace('"cache": true', '"cache": false');
  await expect(playground.root.locator('pp-config pre')).toContainText(/freshness": true/);
  go();
  await playground.expectText(cacheOff);
  await playground.editor.press('Control+z');
  await playground.expectText(sample);
  await playground.editor.press('Control+y');
  await playground.editor.press('Control+y');
  await playground.expectText(cacheOff.replace('"freshness": true', '"freshness": false'));
});

test('an editor that cannot be loaded says so, and is tried again', async ({ page }) => {
  await page.route('**/embed/codemirror-*', (route) => route.abort());
  const playground = await openHost(page, tag('show="editor summary" height="1250"', sample));
  await playground.expectSummary(course);
  await expect(playground.root.locator('pp-config')).toContainText('could not be loaded');
  await expect(playground.root.locator('pp-config pre')).toContainText('"sources"');
  await page.unroute('**/embed/codemirror-*');
  await playground.button(againIn(page)).click();
  await playground.expectText(sample);
});

test.describe('its attributes', () => {
  test('flags are switched before the first run', async ({ page, complaints: _ }) => {
    await page.addInitScript(() => {
      const told = Object.assign(window, { told: [] as unknown[] }).told;
      document.addEventListener('pipeline-run', (event) =>
        told.push((event as CustomEvent).detail),
      );
    });
    const playground = await openHost(
      page,
      tag('height="1250" flags="freshness=off, cache=on nonsense cache=maybe"', sample),
    );
    await playground.expectText(withoutFreshness);
    await expect(playground.flag('freshness')).not.toBeChecked();
    const told = await page.evaluate(() => (window as unknown as { told: unknown[] }).told);
    expect(told).toHaveLength(1);
    await playground.load('Start over');
    await playground.expectText(withoutFreshness);
  });

  test('a config comes from an address', async ({ page, complaints: _ }) => {
    await page.route('**/configs/a.json', (route) => route.fulfill({ body: sample }));
    const src =
      '<pipeline-playground src="../configs/a.json" show="editor summary" height="1250" flags="freshness=off"></pipeline-playground>';
    const playground = await openHost(page, src);
    await playground.expectText(withoutFreshness);
    await expect(page.locator('pipeline-playground')).toHaveJSProperty('config', withoutFreshness);
  });

  test('a config that cannot be fetched is told, and tried again', async ({ page }) => {
    await page.route('**/a.json', (route) => route.fulfill({ status: 404, body: 'no' }));
    const src =
      '<pipeline-playground src="a.json" show="summary"><pre>as it was</pre></pipeline-playground>';
    const playground = await openHost(page, src);
    await expect(page.locator('pipeline-playground')).toContainText('404');
    await expect(page.locator('pipeline-playground > pre')).toBeVisible();
    await page.route('**/a.json', (route) => route.fulfill({ body: sample }));
    await playground.button('Try again').click();
    await playground.expectSummary(course);
    await expect(page.locator('pipeline-playground > pre')).toBeHidden();
  });

  test('a stage, a record and a number are open', async ({ page, complaints: _ }) => {
    const records = 'show="records" stage="validate" record="beta[1]"';
    const playground = await openHost(page, tag(records, sample));
    const list = playground.root.locator('pp-records');
    await expect(list.getByRole('button', { name: 'validate' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await expect(list.locator('pp-record h3')).toContainText('beta[1]');
    await openHost(page, tag('show="summary" number="records_out"', sample));
    await expect(playground.root.locator('pp-explanation')).toContainText(
      '6 records that came out',
    );
  });

  test('what is only for reading cannot be changed', async ({ page, complaints: _ }) => {
    const playground = await openHost(page, tag('readonly height="1250"', sample));
    await playground.expectText(sample);
    await playground.flag('cache').press('Space');
    await expect(playground.status).toContainText('only for reading');
    await playground.editor.click();
    await page.keyboard.type('x');
    await playground.expectText(sample);
    for (const name of ['Samples', 'Open', 'Format'])
      await expect(playground.button(name)).toHaveCount(0);
    await playground.drop('other.json', Buffer.from('{}'));
    await playground.expectText(sample);
    await playground.expectSummary(course);
  });

  test('a height is kept from the start', async ({ page, complaints: _ }) => {
    const heights = { '400': 400, '20em': 320, nonsense: undefined };
    for (const [given, height] of Object.entries(heights)) {
      const playground = await openHost(page, tag(`height="${given}"`, everything));
      const box = () => page.locator('pipeline-playground').boundingBox();
      const first = await box();
      await expect(playground.summary).toBeVisible();
      const last = await box();
      if (height) expect([first?.height, last?.height]).toEqual([height, height]);
      else expect(last?.height).toBeGreaterThan(400);
    }
  });

  test('headings fit into those of the page', async ({ page, complaints: _ }) => {
    const levels = async (attributes: string) => {
      const playground = await openHost(page, tag(attributes, sample));
      await expect(playground.summary).toBeVisible();
      return Promise.all(
        ['Pipeline playground', 'Summary'].map((name) =>
          playground.root
            .locator('pp-playground')
            .getByRole('heading', { name })
            .evaluateAll((all) => all.map((one) => one.ariaLevel)),
        ),
      );
    };
    expect(await levels('')).toEqual([['2'], ['3']]);
    expect(await levels('heading-level="4"')).toEqual([['4'], ['5']]);
    expect(await levels('show="summary" heading-level="3"')).toEqual([[], ['3']]);
    expect(await levels('heading-level="big"')).toEqual([['2'], ['3']]);
  });

  test('nothing is kept unless it has a key', async ({ page, complaints: _ }) => {
    const playground = await openHost(page, tag('', sample));
    await playground.fill('{"now": 1}');
    await playground.root.getByLabel('Colours').selectOption('dark');
    await page.waitForTimeout(1500);
    expect(await page.evaluate(() => ({ ...localStorage, ...sessionStorage }))).toEqual({});
  });
});

test('nothing is announced until it is used', async ({ page, complaints: _ }) => {
  const playground = await openHost(page, tag('show="flow summary" number="cache.hits"', sample));
  await expect(playground.root.locator('pp-explanation h3')).toBeVisible();
  await page.waitForTimeout(1200);
  await expect(playground.status).toHaveText('');
  await playground.flag('cache').click();
  await expect(playground.status).toContainText('cache switched off');
});

test('its sizes do not depend on those of the page', async ({ page, complaints: _ }) => {
  const size = async (head: string) => {
    const playground = await openHost(page, tag('', sample), { head });
    await expect(playground.summary).toBeVisible();
    const of = (name: string) =>
      playground.root
        .locator(name)
        .first()
        .evaluate((one) => [getComputedStyle(one).fontSize, getComputedStyle(one).paddingLeft]);
    return [await of('pp-summary pre'), await of('pp-header h1'), await of('pp-config button')];
  };
  const plain = await size('');
  const material = '<style>html { font-size: 125% } body { font-size: 10px }</style>';
  expect(await size(material)).toEqual(plain);
});

test.describe('what stands inside the tag', () => {
  const inside = '<pre class="before">prerendered</pre>';

  test('is there until the first result', async ({ page, complaints: _ }) => {
    const go = await holdBack(page, '**/*.wasm');
    const playground = await openHost(page, tag('show="summary"', sample, inside));
    await expect(playground.root.locator('pp-playground')).toHaveCount(1);
    await expect(page.locator('.before')).toBeVisible();
    await expect(playground.root.locator('pp-playground')).toBeHidden();
    go();
    await playground.expectSummary(course);
    await expect(page.locator('.before')).toBeHidden();
  });

  for (const [what, files] of [
    ['the script', '**/embed.js'],
    ['the playground', '**/embed/playground-*'],
    ['the engine', '**/*.wasm'],
  ] as const)
    test(`stays without ${what}`, async ({ page }) => {
      await page.route(files, (route) => route.abort());
      const playground = await openHost(page, tag('show="summary"', sample, inside));
      await page.waitForLoadState('networkidle');
      await expect(page.locator('.before')).toBeVisible();
      if (what === 'the script') return;
      await expect(page.locator('pipeline-playground')).toContainText('could not be loaded');
      await page.unroute(files);
      await playground.button('Try again').click();
      await playground.expectSummary(course);
      await expect(page.locator('.before')).toBeHidden();
    });

  test('stays without JavaScript, and on paper', async ({ browser, baseURL }) => {
    const context = await browser.newContext({
      javaScriptEnabled: false,
      ...(baseURL && { baseURL }),
    });
    const page = await context.newPage();
    await openHost(page, tag('show="summary"', sample, inside));
    await expect(page.locator('.before')).toBeVisible();
    await emulateMedia(page, { media: 'print' });
    await expect(page.locator('.before')).toBeVisible();
    await context.close();
  });
});

test.describe('it is loaded', () => {
  test('at a click', async ({ page, complaints: _ }) => {
    const files = filesOf(page);
    const inside = '<pre>before</pre>';
    const playground = await openHost(page, tag('show="summary" loading="click"', sample, inside));
    await page.waitForLoadState('networkidle');
    expect(files.filter((name) => name !== 'page.html')).toEqual(['embed.js']);
    await expect(page.locator('pipeline-playground > pre')).toBeVisible();
    await page.keyboard.press('Tab');
    await expect(playground.button('Run it here')).toBeFocused();
    await page.keyboard.press('Enter');
    await playground.expectSummary(course);
    await expect(playground.button('Run it here')).toHaveCount(0);
  });

  test('when it comes near', async ({ page, complaints: _ }) => {
    const files = filesOf(page);
    const playground = await openHost(page, `<hr>${tag('show="summary"', sample)}`);
    await page.waitForLoadState('networkidle');
    expect(files.filter((name) => name !== 'page.html')).toEqual(['embed.js']);
    await page.mouse.wheel(0, 20_000);
    await playground.expectSummary(course);
  });

  test('by a script', async ({ page, complaints: _ }) => {
    type Tag = HTMLElement & {
      config: string;
      run(): Promise<{ summary: string } | { error: { type: string; message: string } }>;
    };
    await openHost(page, `<hr>${tag('show="summary"', sample)}`);
    const element = page.locator('pipeline-playground');
    const run = (text?: string) =>
      element.evaluate((one, text) => {
        if (text !== undefined) (one as Tag).config = text;
        return (one as Tag).run();
      }, text);
    expect(await run()).toEqual({ summary: course });
    expect(await run('{}')).toEqual({ summary: caseNamed('empty_object').summary });
    expect(await run('[1]')).toEqual({
      error: { type: 'AttributeError', message: "'list' object has no attribute 'get'" },
    });
  });
});
