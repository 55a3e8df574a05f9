/** What is chosen is brought into sight: in one long line, within folds, and in a part of a file of one line. */
import { expect, isFirefox, type Playground, test } from '../page.ts';

const number = (playground: Playground, name: string) =>
  playground.browser.locator('pp-summary').getByRole('button', { name: new RegExp(`^${name}:`) });
const places = (playground: Playground) => playground.browser.locator('.cm-place');
/** The token of the text that reads so. */
const token = (playground: Playground, text: string) =>
  playground.browser.locator('.cm-line span', { hasText: text }).last();

/** A config of one line. */
function oneLine(records: readonly unknown[]): string {
  return JSON.stringify({ now: 1000, sources: { gamma: { records } } });
}

/** Records with a value, but for one. */
const valued = (count: number, without: number) =>
  Array.from({ length: count }, (_, id) => ({
    id: `order_${id}`,
    value: id === without ? null : 'shipped',
    note: 'x'.repeat(30),
  }));

const stale = (count: number) =>
  Array.from({ length: count }, (_, id) => ({ id, value: `${id} is old`, timestamp: 0 }));

/** Folds at one of the lines that can be folded and are drawn. */
async function fold({ browser }: Playground, index: number): Promise<void> {
  await browser.locator('.cm-foldGutter [title="Fold line"]:visible').nth(index).click();
}

const folded = (config: string) =>
  config.replace('"records":[', '"records":[\n').replaceAll('},{', '},\n{');

test.describe('in a low window', () => {
  test.use({ viewport: { width: 1280, height: 560 } });

  for (const [count, without] of [
    [60, 39],
    [9000, 6000],
  ] as const)
    test(`of ${count} records in one line, the one without a value`, async ({ playground }) => {
      await playground.pasteAll([oneLine(valued(count, without))]);
      await playground.editor.press('Control+Home');
      await number(playground, 'validation_errors').click();
      const place = token(playground, `order_${without}"`);
      await expect(place).toBeInViewport();
      await expect(places(playground).first()).toContainText(/[{"]/);
      await expect(
        playground.browser.locator('.cm-place', { has: place }).or(place).first(),
      ).toBeInViewport();
      // The cursor stays where it was.
      await expect(playground.browser.locator('pp-journey')).toContainText('Put the cursor into');
    });

  test('7,000 stale records in one line are marked wherever they are drawn', async ({
    playground,
  }) => {
    await playground.pasteAll([oneLine(stale(7000))]);
    await playground.editor.press('Control+Home');
    await number(playground, 'stale_records').click();
    const marked = (text: string) => places(playground).filter({ hasText: text }).first();
    await expect(marked('"0 is old"')).toBeInViewport();
    await playground.editor.press('Control+End');
    await expect(marked('"6999 is old"')).toBeInViewport();
    // With the cursor at the end, the middle is marked as well.
    await playground.browser
      .locator('.cm-scroller')
      .evaluate((scroller) => scroller.scrollTo(0, scroller.scrollHeight / 2));
    await expect(marked('"3490 is old"')).toBeAttached();
    // What is drawn of a long line has a bound, and what is marked of it too.
    expect(await places(playground).count()).toBeLessThan(1500);
  });

  test('a fold that hides the place is opened', async ({ playground }) => {
    await playground.fill(folded(oneLine(valued(40, 20))));
    await playground.editor.press('Control+Home');
    await fold(playground, 0);
    await expect(playground.browser.locator('.cm-foldPlaceholder')).toHaveCount(1);
    await number(playground, 'validation_errors').click();
    await expect(places(playground)).toContainText(['order_20']);
    await expect(places(playground).first()).toBeInViewport();
    await expect(playground.browser.locator('.cm-foldPlaceholder')).toHaveCount(0);
  });

  test('a row opens the fold that hides its record, and another fold stays', async ({
    playground,
  }) => {
    const { browser } = playground;
    const [one, other] = [valued(12, -1), valued(3, -1)].map((records) =>
      JSON.stringify({ records }, null, 1),
    );
    await playground.fill(`{"sources": {\n"gamma": ${one},\n"delta": ${other}\n}}`);
    await playground.show('Records');
    await playground.editor.press('Control+Home');
    // Gamma, below the first line that can be folded, and then delta, which is the next one.
    for (const folds of [1, 2]) {
      await fold(playground, 1);
      await expect(browser.locator('.cm-foldPlaceholder')).toHaveCount(folds);
    }
    await browser.getByRole('gridcell', { name: 'gamma[2]' }).click();
    await expect(token(playground, 'order_2')).toBeInViewport();
    await expect(browser.locator('.cm-foldPlaceholder')).toHaveCount(1);
  });
});

test.describe('a flip of a flag', () => {
  const far = (flags: string) =>
    `{${flags}"sources": {"gamma": {"records": [\n${valued(200, -1)
      .map((record) => JSON.stringify(record))
      .join(',\n')}\n]}}}`;

  for (const [where, config, shown] of [
    ['at the start', far('"flags": {"cache": true},\n'), '"cache": false'],
    ['at the end', far('').replace(/\}$/, ',\n"flags": {\n"cache": true\n}}'), '"cache": false'],
    ['in a new member', far(''), '"flags": {"cache": false}'],
  ] as const)
    test(`scrolls to its edit ${where}`, async ({ playground }) => {
      await playground.fill(config);
      await playground.editor.press(where === 'at the end' ? 'Control+Home' : 'Control+End');
      const line = playground.browser.locator('.cm-line', { hasText: shown });
      await playground.flag('cache').click();
      await expect(line).toBeInViewport();
      await expect(playground.flag('cache')).toBeFocused();
    });

  test('opens the fold that hides its edit', async ({ playground }) => {
    await playground.fill('{"flags": {\n"cache": true\n},\n"sources": {}}');
    await fold(playground, 0);
    await expect(playground.browser.locator('.cm-foldPlaceholder')).toHaveCount(1);
    await playground.flag('cache').click();
    await expect(playground.editor.getByText('"cache": false')).toBeVisible();
  });

  test('does not scroll if its edit can be seen', async ({ playground }) => {
    const scrolled = () =>
      playground.browser.locator('.cm-scroller').evaluate((scroller) => scroller.scrollTop);
    await playground.fill(far('\n"flags": {"cache": true},\n'));
    await playground.editor.press('Control+Home');
    await expect(playground.editor.getByText('"cache": true')).toBeInViewport();
    const before = await scrolled();
    await playground.flag('cache').click();
    await expect(playground.editor.getByText('"cache": false')).toBeInViewport();
    expect(await scrolled()).toBe(before);
  });

  test.describe('in one column', () => {
    test.use({ viewport: { width: 320, height: 700 } });

    test('is shown at its checkbox, since the editor is hidden', async ({ playground }) => {
      const label = (stage: string) =>
        playground.browser.locator('pp-flow label', { hasText: stage });
      await playground.show('Stages');
      await playground.flag('cache').click();
      await expect(label('cache')).toContainText('true → false');
      await playground.flag('validate').click();
      await expect(label('validate')).toContainText('true → false');
      await expect(label('cache')).not.toContainText('→');
      await playground.fill('{"sources": {}}');
      await playground.show('Stages');
      await expect(label('validate')).not.toContainText('→');
      await playground.flag('adapt').click();
      await expect(label('adapt')).toContainText('added "flags": {"adapt": false}');
    });
  });
});

test.describe('beside a record', () => {
  // Wide enough that no line wraps, since the arrow keys move by visible lines.
  test.use({ viewport: { width: 2400, height: 900 } });

  const config = `{"sources": {"alpha": {"records": [
    {"uid": 1, "data": "one"},  {"uid": 2, "data": "two"},
      {
        "uid": 3
      },
    {"uid": 4, "data": "four"}]}}}`;
  // Line, column and record; the columns are from 0.
  for (const [what, line, column, record] of [
    ['its comma', 2, 30, 'alpha[0]'],
    ['the blanks after its comma', 2, 31, 'alpha[0]'],
    ['its indentation', 2, 1, 'alpha[0]'],
    ['the end of its line', 2, 99, 'alpha[1]'],
    ['the indentation of its first line', 3, 2, 'alpha[2]'],
    ['the end of its last line', 5, 99, 'alpha[2]'],
    ['the brackets after the last one', 6, 99, 'alpha[3]'],
    ['the start of the text', 1, 0, undefined],
    ['the end of a line without a record', 1, 99, undefined],
  ] as const)
    test(`the cursor at ${what} shows ${record ?? 'none'}`, async ({ playground }) => {
      await playground.fill(config);
      const { browser, editor } = playground;
      await editor.press('Control+Home');
      for (let at = 1; at < line; at++) await browser.keyboard.press('ArrowDown');
      await browser.keyboard.press(column === 99 ? 'End' : 'Home');
      // Home goes to the first character that is not a blank.
      await browser.keyboard.press(column === 99 ? 'End' : 'Home');
      if (column !== 99)
        for (let at = 0; at < column; at++) await browser.keyboard.press('ArrowRight');
      await expect(browser.locator('pp-journey')).toContainText(record ?? 'Put the cursor into');
    });

  test('a click on what is right of its line shows it', async ({ playground }) => {
    await playground.fill(config);
    const line = playground.browser.locator('.cm-line').nth(4);
    const box = await line.boundingBox();
    await line.click({ position: { x: (box?.width ?? 0) - 4, y: 5 } });
    await expect(playground.browser.locator('pp-journey')).toContainText('alpha[2]');
  });
});

test.describe('records over several lines', () => {
  const config = JSON.stringify({ now: 1000, sources: { gamma: { records: stale(2) } } }, null, 2);
  const shapes = (playground: Playground) => playground.browser.locator('.cm-line.cm-shape');
  /** Where the picture of a mark on a line starts, and where the text of its line does. */
  const left = (playground: Playground, index: number) =>
    shapes(playground)
      .nth(index)
      .evaluate((line) => {
        const { insetInlineStart } = getComputedStyle(line, '::before');
        const text = line.textContent;
        const range = document.createRange();
        const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
        let skip = text.length - text.trimStart().length;
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const length = node.textContent?.length ?? 0;
          if (skip < length) {
            range.setStart(node, skip);
            range.setEnd(node, skip + 1);
            break;
          }
          skip -= length;
        }
        const start = line.getBoundingClientRect().left;
        return [Number.parseFloat(insetInlineStart), range.getBoundingClientRect().left - start];
      }) as Promise<[mark: number, text: number]>;

  test('are marked as one shape, without the indentation', async ({ playground }) => {
    await playground.fill(config);
    await number(playground, 'stale_records').click();
    await expect(shapes(playground)).toHaveText(
      Array.from({ length: 2 }, (_, id) => [
        '{',
        `"id": ${id},`,
        `"value": "${id} is old",`,
        '"timestamp": 0',
        id ? '}' : '},',
      ]).flat(),
    );
    await expect(playground.browser.locator('.cm-first')).toHaveCount(2);
    await expect(playground.browser.locator('.cm-last')).toHaveCount(2);
    const [mark, text] = await left(playground, 0);
    // The bar of the mark is just before the bracket.
    expect(text - mark).toBeGreaterThan(2);
    expect(text - mark).toBeLessThan(6);
    for (const index of [1, 2, 3, 4])
      expect((await left(playground, index))[0]).toBeCloseTo(mark, 1);
    await expect(playground.browser.locator('span.cm-place')).toHaveCount(0);
  });

  test('that share lines are marked line by line, without the indentation', async ({
    playground,
  }) => {
    await playground.fill(config.replace(/\},\s*\{/, '}, {').replace(/\[\s*\{/, '[{'));
    await number(playground, 'stale_records').click();
    await expect(places(playground).first()).toBeVisible();
    await expect(shapes(playground)).toHaveCount(0);
    for (const text of await places(playground).allTextContents())
      expect(text).toBe(text.trimStart());
  });

  test('wrapped lines keep their indentation', async ({ playground }) => {
    const long = 'word '.repeat(60);
    await playground.fill(`{\n    "a": "${long}",\n\t"b": "${long}",\n"c": "${long}"}`);
    const rows = (index: number) =>
      playground.browser
        .locator('.cm-line')
        .nth(index)
        .evaluate((line) => {
          const range = document.createRange();
          range.selectNodeContents(line);
          const start = line.getBoundingClientRect().left;
          const all = [...range.getClientRects()].filter(({ width }) => width > 20);
          const below = all.filter(({ top }) => top > (all[0]?.bottom ?? 0));
          return [...new Set(below.map(({ left }) => Math.round(left - start)))];
        });
    const [spaces, tab, none] = [await rows(1), await rows(2), await rows(3)];
    expect(spaces).toHaveLength(1);
    expect(tab).toEqual(spaces);
    expect(none).toEqual([6]);
    expect(spaces[0]).toBeGreaterThan(25);
  });
});

test('a long line is drawn in part, with each token shaped for itself', async ({ playground }) => {
  await playground.pasteAll([oneLine(valued(12_000, -1))]);
  await playground.editor.press('Control+End');
  await playground.browser.keyboard.type('1');
  await expect(playground.exception).toContainText('Extra data');
  const drawn = await playground.browser.locator('.cm-content').evaluate((content) => ({
    characters: content.textContent.length,
    nodes: content.querySelectorAll('*').length,
    joined: [...content.querySelectorAll('.cm-line span')].filter(
      (span) => getComputedStyle(span).verticalAlign === 'baseline',
    ).length,
  }));
  expect(drawn.characters).toBeGreaterThan(5000);
  expect(drawn.characters).toBeLessThan(30_000);
  expect(drawn.nodes).toBeLessThan(6000);
  // Chromium shapes the tokens of a line together if nothing is between them: all of them again after each letter.
  if (!isFirefox(playground.browser)) expect(drawn.joined).toBe(0);
});

test.describe('in a big file of one line', () => {
  const RECORDS = 30_000;
  /** One string is longer than a part. */
  const records = valued(RECORDS, 20_000).map((record, i) =>
    i === 10_000 ? { ...record, note: '\\"'.repeat(30_000) } : record,
  );
  const config = oneLine(records);

  /** The characters of the line that are shown. */
  const shown = async (playground: Playground): Promise<[from: number, to: number]> => {
    const text = (await playground.file.textContent()) ?? '';
    const [, from = '', to = ''] = /line 1 from character ([\d,]+) to ([\d,]+)/.exec(text) ?? [];
    return [from, to].map((one) => Number(one.replaceAll(',', ''))) as [number, number];
  };

  /** The colours of strings and of numbers, or of what is drawn with the class of a string or a number. */
  const colours = (playground: Playground) =>
    playground.browser.locator('.cm-content').evaluate((content) => {
      const of = new Map<string, Set<string>>();
      for (const span of content.querySelectorAll('.cm-line span[class^="ͼ"]')) {
        const text = span.textContent;
        const kind = /^"(id|value|note)"$/.test(text)
          ? 'key'
          : /^"(order_\d+|shipped|x+)"$/.test(text)
            ? 'string'
            : /^\d+$/.test(text)
              ? 'number'
              : /^null$/.test(text)
                ? 'word'
                : /^[[\]{},:]+$/.test(text)
                  ? 'mark'
                  : 'other';
        of.set(kind, (of.get(kind) ?? new Set()).add(getComputedStyle(span).color));
      }
      return Object.fromEntries([...of].map(([kind, all]) => [kind, [...all]]));
    });

  test.beforeEach(async ({ playground }) => {
    test.slow();
    await playground.drop('line.json', Buffer.from(config));
    await expect(playground.summary).toContainText(`"records_in": ${RECORDS}`, {
      timeout: 30_000,
    });
  });

  test('every part is coloured as JSON, and says which characters it has', async ({
    playground,
  }) => {
    await expect.poll(() => shown(playground)).toEqual([1, 20_000]);
    await expect(token(playground, '"order_1"')).toBeVisible();
    const first = await colours(playground);
    expect(Object.keys(first).toSorted()).toEqual(
      expect.arrayContaining(['key', 'mark', 'number', 'string']),
    );
    for (const kind of ['key', 'mark', 'number', 'string']) expect(first[kind]).toHaveLength(1);
    let [, before] = await shown(playground);
    for (let turn = 0; turn < 5; turn++) {
      await playground.button('Later part').click();
      await expect.poll(async () => (await shown(playground))[1]).toBeGreaterThan(before);
      [, before] = await shown(playground);
      await expect.poll(async () => Object.keys(await colours(playground))).toContain('key');
      const { key, string, mark } = await colours(playground);
      // The last key may be cut off its colon.
      expect(key).toContain(first.key?.[0]);
      expect({ string, mark }).toEqual({ string: first.string, mark: first.mark });
    }
  });

  test('a part that starts within a string, and before an escaped quote', async ({
    playground,
  }) => {
    await playground.show('Records');
    const grid = playground.browser.getByRole('grid', { name: 'Records' });
    await playground.browser.getByLabel('Find').first().fill('order_10001"');
    await expect(grid.getByRole('row')).toHaveCount(2);
    await grid.focus();
    await playground.browser.keyboard.press('Home');
    await expect(token(playground, '"order_10001"')).toBeInViewport();
    const [from] = await shown(playground);
    const long = config.indexOf('\\"\\"\\"');
    expect(from).toBeGreaterThan(long);
    await expect.poll(async () => Object.keys(await colours(playground))).toContain('key');
    const { key, string } = await colours(playground);
    expect(key).toHaveLength(1);
    expect(string).toHaveLength(1);
    expect(key).not.toEqual(string);
  });

  test('a number brings its first record into sight', async ({ playground }) => {
    await number(playground, 'validation_errors').click();
    await expect(token(playground, '"order_20000"')).toBeInViewport();
    await expect(places(playground).first()).toBeInViewport();
    const [from, to] = await shown(playground);
    const at = config.indexOf('"order_20000"');
    expect(from).toBeLessThan(at);
    expect(to).toBeGreaterThan(at);
  });
});
