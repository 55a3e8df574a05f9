/** A big file is worked with like a small one: its flags and numbers change, with undo, Pin, Compare and saving. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tamper } from '../faults.ts';
import { expect, Playground, sample, savedFile, test } from '../page.ts';

const RECORDS = 30_000;

/** A config of more than 2 MB with `newline` after each record. A third of the records are repeats. */
function generated(newline = '\n'): string {
  const records = Array.from({ length: RECORDS }, (_, i) =>
    JSON.stringify({
      id: `é${i - (i % 3 === 2 ? 1 : 0)}`,
      value: 1,
      timestamp: 1000 - ((i % 3 === 2 ? i - 1 : i) % 900),
      note: 'x'.repeat(30),
    }),
  );
  return [
    `{"now": 1000,`,
    ` "flags": {"cache": true},`,
    ` "sources": {"gamma": {"records": [`,
    `${records.join(`,${newline}`)}]}}}`,
  ].join(newline);
}

const firstLines = (playground: Playground) =>
  playground.browser
    .locator('.cm-line')
    .evaluateAll((lines) => lines.slice(0, 2).map((line) => line.textContent));

async function drop(playground: Playground, text = generated()): Promise<void> {
  await playground.drop('big.json', Buffer.from(text));
  await expect(playground.summary).toContainText(`"records_in": ${RECORDS}`);
}

const expectHits = (playground: Playground, hits: number) =>
  expect(playground.summary).toContainText(`"hits": ${hits},`);

/** Clicks these elements one right after the other, however busy the machine is. */
async function clickAtOnce({ browser }: Playground, selectors: string[]): Promise<void> {
  const elements = await Promise.all(
    selectors.map((selector) => browser.locator(selector).elementHandle()),
  );
  await browser.evaluate((all) => {
    for (const element of all) (element as HTMLElement).click();
  }, elements);
}

test.beforeEach(() => test.slow());

test('a flag of a big file is flipped, undone by key and by button, and redone', async ({
  playground,
}) => {
  const { browser } = playground;
  await drop(playground);
  await expectHits(playground, RECORDS / 3);
  await expect(playground.button('Undo')).toHaveAttribute('aria-disabled', 'true');
  await playground.flag('cache').click();
  await expectHits(playground, 0);
  await expect(playground.flag('cache')).not.toBeChecked();
  await expect(playground.status).toContainText(
    'cache switched off. 30,000 records in, 30,000 out.',
  );
  await expect(playground.file).toContainText('is loaded and edited.');
  // The editor shows the edited bytes.
  await expect
    .poll(() => firstLines(playground))
    .toEqual(['{"now": 1000,', ' "flags": {"cache": false},']);
  await playground.flag('reconcile').click();
  await expect
    .poll(() => firstLines(playground))
    .toEqual(['{"now": 1000,', ' "flags": {"cache": false, "reconcile": false},']);
  await playground.editor.press('Control+z');
  await expect(playground.status).toContainText('Undone.');
  await expect(playground.flag('reconcile')).toBeChecked();
  await playground.button('Undo').press('Enter');
  await expectHits(playground, RECORDS / 3);
  await expect(playground.button('Undo')).toBeFocused();
  await expect(playground.button('Undo')).toHaveAttribute('aria-disabled', 'true');
  await expect(playground.file).toContainText('is loaded.');
  await expect
    .poll(() => firstLines(playground))
    .toEqual(['{"now": 1000,', ' "flags": {"cache": true},']);
  await playground.editor.press('Control+y');
  await expectHits(playground, 0);
  await playground.button('Redo').click();
  await expect(playground.flag('reconcile')).not.toBeChecked();
  await expect(playground.button('Redo')).toHaveAttribute('aria-disabled', 'true');
  await playground.button('Back to your text').click();
  await playground.expectText(sample);
  // A flip there is one of the text again.
  await playground.flag('cache').click();
  await playground.expectText(sample.replace('"cache": true', '"cache": false'));
  expect(await browser.locator('pp-file').count()).toBe(0);
});

test('flags that are flipped one right after the other all end up in the file', async ({
  page,
  complaints: _,
}) => {
  // The first run takes seconds, so the flips have to wait for it, and then for one another.
  await tamper(page, 'slow');
  const playground = new Playground(page);
  await playground.open();
  await playground.drop('big.json', Buffer.from(generated()));
  await expect(page.getByRole('progressbar')).toBeVisible();
  await clickAtOnce(playground, ['[name=cache]', '[name=validate]', '[name=freshness]']);
  await page.locator('pp-flow').evaluate(watchFlags);
  await expect
    .poll(() => firstLines(playground), { timeout: 45_000 })
    .toEqual([
      '{"now": 1000,',
      ' "flags": {"cache": false, "validate": false, "freshness": false},',
    ]);
  await expect(playground.summary).toContainText('"stages_run": [\n    "adapt"\n  ]');
  // While they waited, no checkbox went back.
  expect(await page.evaluate(() => (window as unknown as { back: string[] }).back)).toEqual([]);
});

/** Runs in the page: collects which of the three flags a frame shows as on, after they were switched off. */
function watchFlags(flow: Element): void {
  const back = new Set<string>();
  const look = () => {
    for (const { name } of flow.shadowRoot?.querySelectorAll<HTMLInputElement>(':checked') ?? [])
      if (['cache', 'validate', 'freshness'].includes(name)) back.add(name);
    Object.assign(window, { back: [...back] });
    requestAnimationFrame(look);
  };
  look();
}

test('a slider and a field change the numbers of a big file, and one gesture is one step', async ({
  playground,
}) => {
  const { browser } = playground;
  await drop(playground);
  await playground.show('Time');
  const field = browser.getByRole('textbox', { name: 'max_age_seconds' });
  const slider = browser.getByRole('slider', { name: 'now' });
  await field.fill('50');
  await field.press('Tab');
  const kept = Array.from({ length: RECORDS }, (_, i) => i).filter((i) => i % 3 !== 2);
  const stale = kept.filter((i) => i % 900 > 50).length.toLocaleString('en');
  await expect(browser.locator('pp-time')).toContainText(`${stale} stale`);
  await slider.focus();
  for (let press = 0; press < 5; press++) await browser.keyboard.down('ArrowRight');
  await browser.keyboard.up('ArrowRight');
  await expect.poll(() => firstLines(playground)).not.toContain('{"now": 1000,');
  // The newest value wins.
  const value = () => browser.getByRole('textbox', { name: 'now' }).inputValue();
  await expect
    .poll(async () => (await firstLines(playground))[0])
    .toBe(`{"now": ${await value()},`);
  await playground.button('Undo').click();
  await expect.poll(value).toBe('1000');
  await expect(field).toHaveValue('50');
  await playground.button('Undo').click();
  await expect(field).toHaveValue('600');
  await expect(playground.button('Undo')).toHaveAttribute('aria-disabled', 'true');
  await field.fill('fast');
  await field.press('Tab');
  await expect(browser.locator('pp-time')).toContainText('fast');
  await expect(playground.status).toContainText('fast');
  await expect(playground.button('Undo')).toHaveAttribute('aria-disabled', 'true');
});

test('a pinned big file is compared with its edited versions', async ({ playground }) => {
  const { browser } = playground;
  await drop(playground);
  await playground.button('Pin this run').click();
  await playground.show('Compare');
  const hits = browser
    .locator('pp-compare')
    .getByRole('table', { name: 'Summary' })
    .getByRole('row')
    .filter({ hasText: 'hits' })
    .getByRole('cell');
  await playground.flag('cache').click();
  await expect(hits).toHaveText(['10000', '0']);
  await playground.button('Undo').click();
  await expect(browser.locator('pp-compare')).toContainText('Nothing differs');
  // The pinned version is one that was edited: a worker that has lost it reads the same bytes again.
  await playground.button('Redo').click();
  await expect(hits).toHaveText(['10000', '0']);
  await browser.locator('pp-compare').getByRole('button', { name: 'this run' }).click();
  await playground.flag('cache').click();
  await expect(hits).toHaveText(['0', '10000']);
});

test('a part in the middle of the file stays where it is while an edit before it moves the text', async ({
  playground,
}) => {
  const { browser } = playground;
  // The lines of the added flags are those of the file.
  const text = generated('\r\n').replace(
    '"flags": {"cache": true},',
    '"flags": {\r\n  "adapt": 1\r\n },',
  );
  await drop(playground, text);
  await playground.show('Records');
  await browser.locator('pp-records').getByRole('grid').press('End');
  const marked = browser.locator('.cm-current-record').first();
  await expect(marked).toBeInViewport();
  await browser.locator('pp-records').getByRole('grid').press('PageUp');
  await expect(marked).toBeInViewport();
  const shown = await marked.textContent();
  const place = await marked.boundingBox();
  const lines = async () =>
    /lines ([\d,]+) to/.exec((await playground.file.textContent()) ?? '')?.[1]?.replace(',', '');
  const line = Number(await lines());
  await playground.flag('cache').click();
  // The flag has a line of its own, so that all lines after it have the next number.
  await expect.poll(lines).toBe(String(line + 1));
  await expect(marked).toHaveText(shown ?? '');
  expect(await marked.boundingBox()).toEqual(place);
  await playground.button('Undo').click();
  await expect.poll(lines).toBe(String(line));
  await expect(marked).toHaveText(shown ?? '');
  expect(await marked.boundingBox()).toEqual(place);
});

test('what is edited is saved byte by byte, under the name of the file', async ({ playground }) => {
  const text = generated('\r\n');
  await drop(playground, text);
  await playground.flag('cache').click();
  await expectHits(playground, 0);
  const [name, saved] = await savedFile(playground, 'Save config');
  expect(name).toBe('big.json');
  expect(saved.toString() === text.replace('"cache": true', '"cache": false')).toBe(true);
  await expect(playground.status).toHaveText(
    'big.json is saved where your browser puts downloads.',
  );
});

test('the text and a small file are saved too', async ({ playground }) => {
  const saved = () => savedFile(playground, 'Save config');
  await playground.fill('{"é": "😀"}');
  expect(await saved()).toEqual(['config.json', Buffer.from('{"é": "😀"}')]);
  // Not even a byte that is not UTF-8 changes.
  await playground.drop('small.json', Buffer.from([123, 255, 13, 10, 125]));
  await expect(playground.file).toContainText('small.json');
  expect(await saved()).toEqual(['small.json', Buffer.from([123, 255, 13, 10, 125])]);
});

test('if the file has changed on the disk, the page says so, and keeps the learner’s text', async ({
  playground,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'big-file-'));
  try {
    const path = join(folder, 'big.json');
    writeFileSync(path, generated());
    await playground.browser.locator('pp-config input[type=file]').setInputFiles(path);
    await expectHits(playground, RECORDS / 3);
    writeFileSync(path, '{"another": "file"}');
    await playground.button('Save config').click();
    await expect(playground.status).toContainText(
      'big.json cannot be saved: the file has been changed or moved',
    );
    await playground.flag('cache').click();
    await expect(playground.browser.locator('pp-results')).toContainText(
      'The file could not be read',
    );
    await expect(playground.browser.locator('pp-results')).toContainText(
      'It has been changed, moved or deleted on your disk since you opened it',
    );
    // Without a run there are no edits.
    await expect(playground.flag('cache')).toHaveAttribute('aria-disabled', 'true');
    await playground.flag('cache').click({ force: true });
    await expect(playground.status).toHaveText(
      'The last run did not finish. Run the file again to flip its flags here.',
    );
    await playground.browser.locator('pp-config input[type=file]').setInputFiles(path);
    await expect(playground.summary).toContainText('"records_in": 0');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a flip that waits for a run is dropped with it, and the next one works', async ({
  page,
  complaints: _,
}) => {
  await tamper(page, 'stall');
  const playground = new Playground(page);
  await playground.open();
  const drop = async () => {
    await playground.drop('big.json', Buffer.from(generated().replace('{', '{"please": 1, ')));
    await expect(page.getByRole('progressbar')).toBeVisible();
  };
  await drop();
  // Closed meanwhile: the flip is not one of the learner's text.
  await clickAtOnce(playground, ['[name=validate]', 'pp-file button:last-child']);
  await expect(playground.summary).toContainText('"records_in": 6');
  await expect(playground.flag('validate')).toBeChecked();
  await playground.expectText(sample);
  await drop();
  await playground.flag('cache').click();
  // The next worker works.
  await page.unroute(/worker-.*\.js$/);
  await playground.button('Cancel').click();
  await expect(page.locator('pp-results')).toContainText('Cancelled');
  await expect(playground.flag('cache')).toBeChecked();
  await expect(playground.flag('cache')).toHaveAttribute('aria-disabled', 'true');
  await playground.button('Run again').click();
  await expectHits(playground, RECORDS / 3);
  await playground.flag('cache').click();
  await expectHits(playground, 0);
});
