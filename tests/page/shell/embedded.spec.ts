/** A playground in a page of others, which have keys, events and scripts of their own. */
import { expect, openWith, Playground, test } from '../page.ts';

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
  for (const key of [' ', '/', 'ArrowRight', 'ArrowLeft', 'p', '?', 'Escape', 'm', 's'])
    await keyboard.press(key);
  await expect(playground.flag('cache')).not.toBeChecked();
  expect(await page.evaluate(() => 'sent' in window)).toBe(true);
  expect(await heard()).toEqual([]);
  // Keys outside are the page's.
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await keyboard.press('l');
  expect(await heard()).toEqual(['keydown', 'keypress', 'keyup']);
  await expect(playground.tab('Summary')).toHaveAttribute('aria-selected', 'true');
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
