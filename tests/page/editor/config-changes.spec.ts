/** Files, samples, flips and settings change the config. The learner's own text is kept, and the newest wish wins. */
import { everything, expect, type Playground, sample, test } from '../page.ts';
import { holdFiles, holdQuestion, release, untilHeld } from '../slow.ts';

const file = (now: number) => Buffer.from(JSON.stringify({ now }));
const own = '{"now": 7}';
/** More text than is run on the page's own thread. */
const long = (now: number) =>
  `{"now": ${now}, "flags": {}, "x": [${`"${'-'.repeat(900)}",\n`.repeat(60)}1]}`;

async function expectLoaded(playground: Playground, name: string): Promise<void> {
  await expect(playground.file).toContainText(name);
}

async function goBack(playground: Playground): Promise<void> {
  await playground.button('Back to your text').click();
  await playground.expectText(own);
  await expect(playground.file).toHaveCount(0);
  await expect(playground.editor).toBeFocused();
}

test.describe('“Back to your text” brings the learner’s own text', () => {
  test.beforeEach(async ({ playground }) => {
    await playground.fill('{"now": 8}');
    await playground.fill(own);
    await playground.browser.keyboard.press('ArrowLeft');
  });

  test('after two files, with its history and cursor', async ({ playground }) => {
    for (const name of ['one.json', 'two.json']) {
      await playground.drop(name, file(1));
      await expectLoaded(playground, name);
    }
    await goBack(playground);
    await playground.browser.keyboard.type('0');
    await playground.expectText('{"now": 70}');
    for (const text of [own, '{"now": 8}', sample]) {
      await playground.browser.keyboard.press('Control+z');
      await playground.expectText(text);
    }
  });

  test('after a file, a sample and a file', async ({ playground }) => {
    await playground.drop('one.json', file(1));
    await playground.load('Every outcome');
    await playground.drop('two.json', file(2));
    await goBack(playground);
  });

  test('after a small file and a big one', async ({ playground }) => {
    await playground.drop('small.json', file(1));
    const big = Buffer.from(`[${'1,'.repeat(1_100_000)}1]`);
    await playground.drop('big.json', big);
    await expectLoaded(playground, 'big.json');
    await goBack(playground);
    await expect(playground.summary).toContainText('"records_in": 0');
  });

  test('after a file and undo, which is the text already', async ({ playground }) => {
    await playground.drop('one.json', file(1));
    await expectLoaded(playground, 'one.json');
    await playground.editor.press('Control+z');
    await playground.expectText(own);
    await playground.browser.keyboard.type(' ');
    await playground.browser.keyboard.press('Backspace');
    await playground.drop('two.json', file(2));
    await goBack(playground);
  });

  test('that of an edited file, since the edits are the learner’s', async ({ playground }) => {
    await playground.drop('one.json', file(1));
    await expectLoaded(playground, 'one.json');
    await playground.editor.press('Control+End');
    await playground.browser.keyboard.type(' ');
    await playground.drop('two.json', file(2));
    await playground.button('Back to your text').click();
    await playground.expectText('{"now":1} ');
    await playground.browser.keyboard.press('Control+z');
    await playground.browser.keyboard.press('Control+z');
    await playground.expectText(own);
  });
});

test('without a text of their own, the last sample is the learner’s text', async ({
  playground,
}) => {
  await playground.drop('one.json', file(1));
  await playground.load('Every outcome');
  await playground.drop('two.json', file(2));
  await expectLoaded(playground, 'two.json');
  await playground.button('Back to your text').click();
  await playground.expectText(everything);
});

test.describe('the newest wish wins', () => {
  test('of two files, even if the older one is read more slowly', async ({ playground }) => {
    await holdFiles(playground.browser);
    await playground.drop('slow.json', file(1));
    await playground.drop('fast.json', file(2));
    await expectLoaded(playground, 'fast.json');
    await release(playground.browser);
    await playground.expectText('{"now":2}');
    await expectLoaded(playground, 'fast.json');
    // Nothing is said about the older one.
    await playground.browser.evaluate(() => new Promise((done) => setTimeout(done, 200)));
    await expect(playground.status).not.toContainText('slow.json');
  });

  test('a sample that is loaded while a file is read', async ({ playground }) => {
    await holdFiles(playground.browser);
    await playground.drop('slow.json', file(1));
    await playground.load('Every outcome');
    await playground.expectText(everything);
    await release(playground.browser);
    await playground.expectText(everything);
  });

  test('text that is typed while a file is read, and the page says so', async ({ playground }) => {
    await holdFiles(playground.browser);
    await playground.drop('slow.json', file(1));
    await playground.fill(own);
    await release(playground.browser);
    await playground.expectText(own);
    await expect(playground.status).toHaveText(
      'slow.json was not loaded: the text was changed meanwhile.',
    );
  });

  test('a file that is loaded while a flip is worked out', async ({ playground }) => {
    await playground.fill(long(1));
    await expect(playground.summary).toContainText('"records_in": 0');
    await holdQuestion(playground.browser, 'editFlag');
    await playground.flag('cache').click();
    await playground.drop('two.json', Buffer.from(long(2)));
    await expectLoaded(playground, 'two.json');
    await expect(playground.summary).toContainText('"records_in": 0');
    await release(playground.browser);
    await expectLoaded(playground, 'two.json');
    await expect(playground.flag('cache')).toBeChecked();
  });

  test('of two flips of one flag, even if the first is worked out more slowly', async ({
    playground,
  }) => {
    await playground.fill(long(1));
    await expect(playground.summary).toContainText('"records_in": 0');
    await holdQuestion(playground.browser, 'editFlag');
    await playground.flag('cache').click();
    await untilHeld(playground.browser);
    await playground.flag('cache').click();
    await release(playground.browser);
    await expect(playground.flag('cache')).toBeChecked();
    await expect(playground.browser.locator('pp-flow .cache')).not.toHaveClass(/off/);
  });

  test('a setting that is changed after a flip, while an older change is worked out', async ({
    playground,
  }) => {
    await playground.fill(long(1));
    await playground.show('Time');
    await holdQuestion(playground.browser, 'editSetting');
    const field = playground.browser.getByRole('textbox', { name: 'now' });
    await field.fill('2');
    await untilHeld(playground.browser);
    await playground.flag('cache').click();
    await expect(playground.flag('cache')).not.toBeChecked();
    await field.fill('34');
    await field.press('Tab');
    await release(playground.browser);
    await expect(field).toHaveValue('34');
    await expect(playground.flag('cache')).not.toBeChecked();
    await playground.editor.press('Control+Home');
    await expect(playground.editor).toContainText('{"now": 34, "flags": {"cache": false}');
  });

  test('of two places of a big file, even if the first is found more slowly', async ({
    playground,
  }) => {
    const records = Array.from(
      { length: 40_000 },
      (_, i) => `\n{"id": ${i}, "value": "${'-'.repeat(40)}"}`,
    );
    await playground.drop(
      'big.json',
      Buffer.from(`{"now": 1, "sources": {"gamma": {"records": [${records.join(',')}]}}}`),
    );
    await expect(playground.summary).toContainText('"records_in": 40000');
    await playground.show('Records');
    await holdQuestion(playground.browser, 'window');
    const rows = playground.browser.locator('pp-records [role=row]');
    await playground.button('Later part').click();
    await rows.nth(3).click();
    await release(playground.browser);
    await expect(playground.editor).toContainText('"id": 2,');
  });

  test('a closed file, even if a part of it is found later', async ({ playground }) => {
    await playground.fill(long(1));
    await playground.drop('big.json', Buffer.from(`[${'1,\n'.repeat(800_000)}1]`));
    await expect(playground.exception).toBeVisible();
    await holdQuestion(playground.browser, 'window');
    await playground.button('Later part').click();
    await untilHeld(playground.browser);
    await playground.button('Back to your text').click();
    await release(playground.browser);
    await playground.editor.press('Control+Home');
    await expect(playground.editor).toContainText('"now": 1,');
    await playground.browser.keyboard.type('x');
    await expect(playground.exception).toContainText('char 0');
  });
});
