/** The learner's text is there again after a reload, Back and a closed tab, and is never lost without a warning. */
import type { Page } from '@playwright/test';
import { inEveryLook } from '../accessible.ts';
import {
  everything,
  expect,
  expectNotLoaded,
  openWith,
  Playground,
  sample,
  test,
} from '../page.ts';

const own = '{"now": 7}';

/** The dialogs with which the browser asks before it leaves. All are accepted. */
function warnings(page: Page): string[] {
  const types: string[] = [];
  page.on('dialog', (dialog) => {
    types.push(dialog.type());
    void dialog.accept();
  });
  return types;
}

async function reload({ browser, editor }: Playground): Promise<void> {
  await browser.reload();
  await expect(editor).toBeVisible();
}

const status = ({ root }: Playground) => root.locator('pp-status');
const keys = (page: Page) =>
  page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)]);
const isText = (key: string) => key.includes(':text:');

test('a reload keeps the text, its undo and redo, the cursor and the view', async ({
  playground,
}) => {
  const { browser } = playground;
  const asked = warnings(browser);
  await playground.show('Time');
  await playground.fill('{"now": 8}');
  await playground.fill(own);
  await playground.fill('{"now": 9}');
  await browser.keyboard.press('Control+z');
  await browser.keyboard.press('Home');
  await browser.keyboard.press('ArrowRight');
  await reload(playground);
  await playground.expectText(own);
  await expect(playground.tab('Time')).toHaveAttribute('aria-selected', 'true');
  await playground.show('Summary');
  await expect(playground.summary).toContainText('"records_in": 0');
  await playground.editor.focus();
  await browser.keyboard.press('Control+y');
  await playground.expectText('{"now": 9}');
  for (const text of [own, '{"now": 8}', sample]) {
    await browser.keyboard.press('Control+z');
    await playground.expectText(text);
  }
  await browser.keyboard.press('Control+y');
  await reload(playground);
  await playground.expectText('{"now": 8}');
  await playground.editor.focus();
  await browser.keyboard.press('End');
  await browser.keyboard.press('ArrowLeft');
  await reload(playground);
  await playground.editor.focus();
  await browser.keyboard.type('0');
  await playground.expectText('{"now": 80}');
  expect(asked).toEqual([]);
});

test('a flip of a flag is kept too', async ({ playground }) => {
  await playground.flag('cache').click();
  await expect(playground.flag('cache')).not.toBeChecked();
  await reload(playground);
  await expect(playground.flag('cache')).not.toBeChecked();
  await playground.expectText(sample.replace('"cache": true', '"cache": false'));
});

test('Back from another page keeps the text', async ({ playground }) => {
  await playground.fill(own);
  await playground.browser.goto('about:blank');
  await playground.browser.goBack();
  await playground.expectText(own);
  await playground.editor.press('End');
  await playground.browser.keyboard.type(' ');
  await playground.expectText(`${own} `);
});

test('a page that the browser has set aside works on after Back', async ({ playground }) => {
  await playground.fill(own);
  await playground.browser.evaluate(() => {
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  });
  await playground.editor.press('End');
  await playground.browser.keyboard.type(' ');
  await playground.flag('cache').click();
  await expect(playground.flag('cache')).not.toBeChecked();
  const text = await playground.text();
  await reload(playground);
  await playground.expectText(text);
});

for (const last of ['pagehide', 'visibilitychange'])
  test(`what was typed last is written in the last moment of the page: ${last}`, async ({
    playground,
  }) => {
    await playground.fill(own);
    // Within a frame or two, so that no pause comes first.
    const written = await playground.editor.evaluate(async (content, last) => {
      document.execCommand('insertText', false, '"last"');
      await new Promise(requestAnimationFrame);
      content.ownerDocument.dispatchEvent(new Event(last, { bubbles: true }));
      return [...Object.values(localStorage), ...Object.values(sessionStorage)].join();
    }, last);
    expect(written).toContain('\\"last\\"');
  });

test('a new tab has the newest text, and two tabs keep their own', async ({ playground }) => {
  const context = playground.browser.context();
  await playground.fill(own);
  await expect.poll(async () => (await keys(playground.browser)).filter(isText).length).toBe(2);
  const second = new Playground(await context.newPage());
  await second.open();
  await second.expectText(own);
  await second.fill('{"now": 2}');
  await second.browser.evaluate(() => window.dispatchEvent(new Event('pagehide')));
  // The cursor of the first tab is newer, but not its text.
  await playground.editor.press('Home');
  await reload(playground);
  await playground.expectText(own);
  await reload(second);
  await second.expectText('{"now": 2}');
  await playground.browser.close();
  await second.browser.close();
  const third = new Playground(await context.newPage());
  await third.browser.goto('./');
  await third.expectText('{"now": 2}');
});

test('each element keeps its own text, and so does each page', async ({ page, complaints: _ }) => {
  const elements = ['storage="p"', 'storage="p"', 'storage="a"']
    .map((attribute, i) => `<pipeline-playground id="at${i}" ${attribute}></pipeline-playground>`)
    .join('');
  const at = (i: number) => new Playground(page, page.locator(`#at${i}`));
  await openWith(page, elements);
  for (const i of [0, 1, 2]) await at(i).fill(`{"now": ${i}}`);
  await page.reload();
  for (const i of [2, 1, 0]) {
    // An element is loaded when it is near the part of the page that is seen, so the last one can be the first.
    await page.locator(`#at${i}`).scrollIntoViewIfNeeded();
    await at(i).expectText(`{"now": ${i}}`);
  }
  // A page that puts a new element in the place of an old one.
  await page.evaluate(() => {
    const old = document.querySelector('#at1');
    old?.remove();
    const made = document.createElement('pipeline-playground');
    made.id = 'at1';
    made.setAttribute('storage', 'p');
    made.setAttribute('loading', 'eager');
    document.body.append(made);
  });
  await at(1).expectText('{"now": 1}');
  await page.unroute('./');
  await page.goto('./?lesson=2');
  await new Playground(page).expectText(everything);
});

test('while a file is open, the learner’s own text is kept', async ({ playground }) => {
  await playground.fill(own);
  await playground.drop('one.json', Buffer.from('{"now": 1}'));
  await playground.drop('two.json', Buffer.from('{"now": 2}'));
  await playground.expectText('{"now": 2}');
  await reload(playground);
  await playground.expectText(own);
  await playground.drop('not-utf8.json', Buffer.from([0x22, 0xe9, 0x22]));
  await expect(playground.exception).toContainText('UnicodeDecodeError');
  await reload(playground);
  await playground.expectText(own);
});

test('“Start over” brings the first sample, and can be undone, even after a reload', async ({
  playground,
}) => {
  await playground.fill(own);
  await playground.drop('one.json', Buffer.from('{"now": 1}'));
  await playground.load('Start over');
  await playground.expectText(sample);
  await expect(playground.status).toContainText('Undo brings your text back.');
  await expect(playground.editor).toBeFocused();
  await reload(playground);
  await playground.expectText(sample);
  await playground.editor.press('Control+z');
  await playground.expectText('{"now": 1}');
  await playground.browser.keyboard.press('Control+z');
  await playground.expectText(own);
});

for (const [what, kept, text] of [
  ['no JSON', '{"doc": "{', sample],
  ['another value', '[1]', sample],
  ['no text', '{"doc": 1}', sample],
  ['no cursor', '{"doc": "{}"}', '{}'],
  [
    'a cursor outside',
    '{"doc":"{}","selection":{"main":0,"ranges":[{"anchor":9,"head":9}]}}',
    '{}',
  ],
  [
    'a history of another text',
    '{"doc":"{}","selection":{"main":0,"ranges":[{"anchor":0,"head":0}]},"history":{"done":[{"changes":[[50,"x"]],"startSelection":{"main":0,"ranges":[{"anchor":0,"head":0}]},"selectionsAfter":[]}],"undone":[]}}',
    '{}',
  ],
  ['a history that is none', '{"doc":"{}","history":7}', '{}'],
] as const)
  test(`what cannot be read back does not break the page: ${what}`, async ({
    page,
    complaints: _,
  }) => {
    await page.addInitScript((kept) => {
      if (location.protocol !== 'http:') return;
      const key = `pipeline-playground:text:${location.pathname}${location.search}:1`;
      sessionStorage.setItem(key, kept);
    }, kept);
    const playground = new Playground(page);
    await openWith(page);
    await playground.expectText(text);
    await expect(playground.summary).toBeVisible();
    await playground.editor.press('Control+z');
    await playground.editor.press('Control+End');
    await page.keyboard.type(' ');
    await playground.expectText(`${text} `);
  });

test('a setting forgets all, in other tabs too, and can be taken back', async ({ playground }) => {
  const { browser } = playground;
  const asked = warnings(browser);
  const other = new Playground(await browser.context().newPage());
  await other.open();
  await playground.show('Time');
  await playground.fill(own);
  await expect.poll(async () => (await keys(browser)).filter(isText).length).toBe(2);
  await expect(status(playground)).toContainText('Your text is kept in this browser.');
  await playground.button('Forget all').click();
  await expect(playground.status).toContainText('forgotten');
  await expect(status(playground)).toContainText('Your text is not kept.');
  // In Firefox only the foremost tab has the focus.
  await browser.bringToFront();
  await expect(playground.button('Keep it')).toBeFocused();
  expect(await keys(browser)).toEqual(['pipeline-playground']);
  await playground.fill('{"now": 9}');
  await playground.show('Log');
  await other.fill('{"now": 10}');
  await expect(status(other)).toContainText('Your text is not kept.');
  expect((await keys(other.browser)).filter(isText)).toEqual([]);
  const stored = () => browser.evaluate(() => localStorage.getItem('pipeline-playground'));
  expect(await stored()).toBe('{"keep":false}');
  await reload(playground);
  expect(asked).toEqual(['beforeunload']);
  await playground.expectText(sample);
  expect(await keys(browser)).toEqual(['pipeline-playground']);
  await playground.button('Keep it').click();
  await playground.fill(own);
  await reload(playground);
  await playground.expectText(own);
});

test('the edits of a big file are not kept, so the page warns before it is left', async ({
  playground,
}) => {
  test.slow();
  const { browser } = playground;
  const asked = warnings(browser);
  const big = sample.replace(/}\s*$/, `, "note": "${'x'.repeat(2_100_000)}"}`);
  const drop = async () => {
    await playground.drop('big.json', Buffer.from(big));
    await expect(browser.locator('pp-file')).toContainText('is loaded.');
  };
  await drop();
  await reload(playground);
  expect(asked).toEqual([]);
  await drop();
  await playground.flag('cache').click();
  await expect(browser.locator('pp-file')).toContainText('is loaded and edited.');
  await reload(playground);
  expect(asked).toEqual(['beforeunload']);
});

for (const why of ['too long', 'full', 'blocked'])
  test(`if the text cannot be kept, the page says so, and warns before it is left: ${why}`, async ({
    page,
    complaints: _,
  }) => {
    if (why !== 'too long')
      await page.addInitScript((why) => {
        Storage.prototype.setItem = () => {
          throw new DOMException(why, 'QuotaExceededError');
        };
        if (why === 'blocked') Object.defineProperty(window, 'localStorage', { get: () => null });
      }, why);
    const asked = warnings(page);
    const playground = new Playground(page);
    await playground.open();
    await reload(playground);
    expect(asked).toEqual([]);
    if (why === 'too long') {
      // Firefox warns only if somebody has used the page.
      await playground.editor.click();
      await playground.pasteAll([`["${'"},{"'.repeat(300)}",\n`.repeat(2000)]);
    } else await playground.fill(own);
    await expect(page.locator('pp-config .note')).toContainText('Your text cannot be kept');
    await expect(playground.status).toContainText('Your text cannot be kept');
    await page.reload();
    expect(asked).toEqual(['beforeunload']);
  });

test('an element without a key keeps nothing, says so, and warns', async ({
  page,
  complaints: _,
}) => {
  const asked = warnings(page);
  await openWith(page, '<pipeline-playground whole-page storage="none"></pipeline-playground>');
  const playground = new Playground(page);
  await expect(playground.summary).toBeVisible();
  await expect(playground.button('Forget all')).toHaveCount(0);
  await expect(status(playground)).not.toContainText('Your text');
  await playground.fill(own);
  await expect(status(playground)).toContainText('Your text is not kept.');
  expect(await keys(page)).toEqual([]);
  await page.reload();
  expect(asked).toEqual(['beforeunload']);
  await playground.expectText(sample);
  await page.reload();
  expect(asked).toHaveLength(1);
});

test('if the part that keeps the text cannot be loaded, that is said too', async ({
  page,
  complaints,
}) => {
  await page.route(/keeping-.*\.js$/, (route) => route.fulfill({ status: 503, body: '' }));
  const asked = warnings(page);
  const playground = new Playground(page);
  await playground.open();
  await playground.fill(own);
  await expect(page.locator('pp-config .note')).toContainText('Your text cannot be kept');
  await page.reload();
  expect(asked).toEqual(['beforeunload']);
  expectNotLoaded(page, complaints);
});

test('a history that is too long is not kept, but the text that it would bring back is', async ({
  playground,
}) => {
  await playground.fill(own);
  await playground.pasteAll([`[${'1,\n'.repeat(90_000)}1]`, own]);
  await playground.load('Every outcome');
  await playground.load('Course sample');
  await reload(playground);
  await playground.expectText(own);
});

inEveryLook({
  'a text that cannot be kept': async (playground) => {
    await playground.browser.evaluate(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await playground.fill(own);
    await expect(playground.root.locator('pp-config .note')).toBeVisible();
  },
  'a file that is not UTF-8': async (playground) => {
    await playground.drop('old.json', Buffer.from('{"id": "café"}', 'latin1'));
    await expect(playground.button('Edit as Windows-1252')).toBeVisible();
  },
  'all is forgotten': async (playground) => {
    await playground.button('Forget all').click();
    await expect(playground.button('Keep it')).toBeVisible();
  },
  'the menu of samples': async (playground) => {
    await playground.showConfig();
    await playground.button('Samples').click();
    await expect(playground.button(/^Start over/)).toBeVisible();
  },
});
