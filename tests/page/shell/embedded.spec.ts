/** A playground in a page of others, which have keys, events and scripts of their own. */
import { caseNamed } from '../conformance.ts';
import { emulateMedia, expect, openWith, Playground, sample, test } from '../page.ts';

const course = caseNamed('course_sample').summary ?? '';

/** Counts what reaches the document, by the type of the event. */
async function listen({ browser }: Playground): Promise<() => Promise<string[]>> {
  await browser.evaluate(() => {
    const heard = Object.assign(window, { heard: [] as string[] }).heard;
    for (const type of ['keydown', 'keypress', 'keyup'])
      document.addEventListener(type, () => heard.push(type));
    const { dispatchEvent } = EventTarget.prototype;
    // Every name that an inner element sends.
    EventTarget.prototype.dispatchEvent = function (event) {
      if (event.type.startsWith('pp-')) {
        const sent = Object.assign(window, { sent: true });
        sent.sent = true;
        document.addEventListener(event.type, () => heard.push(event.type), { once: true });
      }
      return dispatchEvent.call(this, event);
    };
  });
  return () => browser.evaluate(() => (window as unknown as { heard: string[] }).heard);
}

test('its keys and its inner events do not reach the page', async ({ page, complaints: _ }) => {
  await openWith(page, '<pipeline-playground></pipeline-playground>');
  const playground = new Playground(page);
  await expect(playground.summary).toBeVisible();
  const heard = await listen(playground);
  const { keyboard } = page;
  await playground.editor.click();
  await keyboard.type('{"sources"/ ');
  await keyboard.press('Escape');
  await expect(playground.exception).toBeVisible();
  await keyboard.press('Control+z');
  await playground.show('Records');
  await playground.root.getByRole('searchbox', { name: 'Find' }).pressSequentially('s/p');
  await playground.flag('cache').focus();
  for (const key of [' ', '/', 'ArrowRight', 'ArrowLeft', 'p', '?']) await keyboard.press(key);
  await expect(playground.root.getByRole('dialog')).toBeVisible();
  for (const key of ['Escape', 'm', 's']) await keyboard.press(key);
  await expect(playground.flag('cache')).not.toBeChecked();
  expect(await page.evaluate(() => 'sent' in window)).toBe(true);
  expect(await heard()).toEqual([]);
  // Keys outside are the page's.
  await page.evaluate(() => {
    let focused = document.activeElement as HTMLElement;
    while (focused.shadowRoot?.activeElement)
      focused = focused.shadowRoot.activeElement as HTMLElement;
    focused.blur();
  });
  await keyboard.press('l');
  expect(await heard()).toEqual(['keydown', 'keypress', 'keyup']);
  await expect(playground.tab('Summary')).toHaveAttribute('aria-selected', 'true');
});

for (const [theme, on, name, dark, light] of [
  ['Material for MkDocs', 'body', 'data-md-color-scheme', 'slate', 'default'],
  ['Furo', 'body', 'data-theme', 'dark', 'light'],
  ['Docusaurus', 'html', 'data-theme', 'dark', 'light'],
  ['mdBook', 'html', 'class', 'js navy sidebar-visible', 'js rust sidebar-visible'],
] as const)
  test(`its colours follow the page: ${theme}`, async ({ page, complaints: _ }) => {
    await emulateMedia(page, { colorScheme: 'dark' });
    await openWith(page, '<pipeline-playground></pipeline-playground>');
    const playground = new Playground(page);
    await expect(playground.summary).toBeVisible();
    const set = (value: string) =>
      page
        .locator(on)
        .evaluate((one, [name, value]) => one.setAttribute(name, value), [name, value] as const);
    const ground = () =>
      page.locator('pp-playground').evaluate((one) => getComputedStyle(one).backgroundColor);
    const [DARK, LIGHT] = ['rgb(14, 19, 24)', 'rgb(243, 245, 248)'];
    expect(await ground()).toBe(DARK);
    for (const [value, colour] of [
      [light, LIGHT],
      [dark, DARK],
      [light, LIGHT],
      ['auto', DARK],
    ] as const) {
      await set(value);
      await expect.poll(ground, value).toBe(colour);
    }
    // What the learner chose comes first.
    await page.getByRole('combobox', { name: 'Colours' }).selectOption('light');
    await set(dark);
    await expect.poll(ground).toBe(LIGHT);
  });

test('its script can be loaded twice', async ({ page, complaints: _ }) => {
  await openWith(page, '<pipeline-playground></pipeline-playground>');
  const playground = new Playground(page);
  await expect(playground.summary).toBeVisible();
  await page.evaluate(async () => {
    const script = document.querySelector<HTMLScriptElement>('script[type=module]');
    await import(`${script?.src}?again`);
  });
  await playground.flag('cache').click();
  await expect(playground.summary).toContainText('"hits": 0');
});

test.describe('for the scripts of a page', () => {
  type Element = HTMLElement & { config: string; readonly summary: string | undefined };

  test('a config is given and read, and each run is told', async ({ page, complaints: _ }) => {
    await page.addInitScript(() => {
      const told = Object.assign(window, { told: [] as unknown[] }).told;
      for (const name of ['pipeline-run', 'pipeline-error'])
        document.addEventListener(name, (event) =>
          told.push([name, (event as CustomEvent).detail]),
        );
    });
    await openWith(page, '<pipeline-playground></pipeline-playground>');
    const playground = new Playground(page);
    await playground.expectSummary(course);
    const told = () =>
      page.evaluate(() => (window as unknown as { told: unknown[] }).told.splice(0));
    expect(await told()).toEqual([['pipeline-run', { summary: course }]]);
    const ask = () =>
      page
        .locator('pipeline-playground')
        .evaluate((one) => [(one as Element).config, (one as Element).summary]);
    expect(await ask()).toEqual([sample, course]);
    const give = (text: string) =>
      page.locator('pipeline-playground').evaluate((one, text) => {
        (one as Element).config = text;
        return [(one as Element).config, (one as Element).summary];
      }, text);
    // A small text is run at once.
    expect(await give('{}')).toEqual(['{}', caseNamed('empty_object').summary]);
    await playground.expectText('{}');
    expect(await told()).toHaveLength(1);
    await give('[1]');
    await expect(playground.exception).toBeVisible();
    expect(await told()).toEqual([
      [
        'pipeline-error',
        { type: 'AttributeError', message: "'list' object has no attribute 'get'" },
      ],
    ]);
    expect(await ask()).toEqual(['[1]', undefined]);
    await playground.editor.press('Control+z');
    await playground.expectText('{}');
  });

  test('a config that is given before the element is in the page comes first', async ({
    page,
    complaints: _,
  }) => {
    await openWith(page, '<pipeline-playground></pipeline-playground>');
    const first = new Playground(page, page.locator('pipeline-playground').first());
    await first.fill('{"kept": 1}');
    await page.evaluate(() => {
      document.querySelector('pipeline-playground')?.remove();
      const one = Object.assign(document.createElement('pipeline-playground'), {
        config: '{"given": 1}',
      });
      if (one.config !== '{"given": 1}') throw new Error('it cannot be read');
      document.querySelector('main')?.append(one);
    });
    await new Playground(page).expectText('{"given": 1}');
  });
});
