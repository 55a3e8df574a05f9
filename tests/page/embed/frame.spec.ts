/** The page in an iframe. */
import type { Page } from '@playwright/test';
import { caseNamed } from '../conformance.ts';
import { everything, expect, Playground, sample, test } from '../page.ts';
import { linkTo } from '../share/visit.ts';

const course = caseNamed('course_sample').summary ?? '';
const HEIGHT = 'pipeline-playground:height';

/** Opens `frame.html` by itself. */
async function openFrame(page: Page, parameters: string, link = ''): Promise<Playground> {
  await page.goto(`./frame.html?${parameters}${link && `#${link}`}`);
  return new Playground(page);
}

test('its parameters are the attributes of the tag', async ({ page, complaints: _ }) => {
  const playground = await openFrame(
    page,
    'show=summary,flow&flags=freshness=off&theme=dark&lang=en&whole-page=&onclick=alert(1)',
    linkTo(sample),
  );
  await expect(playground.summary).toContainText('"stale_records": 0');
  await expect(playground.flag('freshness')).not.toBeChecked();
  await expect(playground.root.locator('pp-config, pp-header')).toHaveCount(0);
  const tag = page.locator('pipeline-playground');
  expect(await tag.evaluate((one) => one.getAttributeNames())).toEqual([
    'flags',
    'show',
    'theme',
    'lang',
  ]);
});

test('a link brings the config and what is open', async ({ page, complaints: _ }) => {
  const open = { v: 'r', s: 'v', r: ['beta', 1], p: 'rs' };
  const playground = await openFrame(page, '', linkTo(sample, open));
  await expect(playground.root.locator('pp-record h3')).toContainText('beta[1]');
  await expect(playground.root.locator('pp-config')).toHaveCount(0);
  // Another link is opened too.
  await page.evaluate(
    (link) => {
      location.hash = link;
    },
    linkTo('{}', { p: 's' }),
  );
  await playground.expectSummary(caseNamed('empty_object').summary ?? '');
});

test('src is a config by its address', async ({ page, complaints: _ }) => {
  await page.route('**/one.json', (route) => route.fulfill({ body: sample }));
  const playground = await openFrame(page, 'show=summary&src=one.json');
  await playground.expectSummary(course);
});

test('a link that cannot be opened is told above the playground', async ({
  page,
  complaints: _,
}) => {
  const playground = await openFrame(page, 'show=summary', linkTo(sample).slice(0, 99));
  await expect(page.getByRole('alert')).toContainText('This link is cut off');
  await expect(playground.summary).toBeVisible();
});

test('it leads to the whole page', async ({ page, context, complaints: _ }) => {
  const playground = await openFrame(page, 'show=summary', linkTo('{"now": 4}'));
  const opened = context.waitForEvent('page');
  await playground.root.getByRole('link', { name: 'Open in full' }).click();
  await new Playground(await opened).expectText('{"now": 4}');
});

/** Opens a page of another origin with iframes in it. */
async function openParent(page: Page, baseURL: string, body: string): Promise<void> {
  const { port } = new URL(baseURL);
  const address = `http://127.0.0.1:${port}/parent.html`;
  await page.route(address, (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: `<!doctype html><html lang="en"><title>Course</title><script src="${baseURL}resize.js"></script>${body}`,
    }),
  );
  await page.context().grantPermissions(['local-network-access'], {
    origin: new URL(address).origin,
  });
  await page.goto(address);
}

test.describe('in a page of another origin', () => {
  const heightOf = async (page: Page, id: string) =>
    (await page.locator(`#${id}`).boundingBox())?.height ?? 0;
  const iframe = (id: string, src: string) =>
    `<iframe id="${id}" src="${src}" width="600" height="150" frameborder="0"></iframe>`;

  test('an iframe is as high as what is in it', async ({ page, baseURL: base }) => {
    const baseURL = base ?? '';
    const messages: unknown[] = [];
    await page.exposeFunction('tell', (message: unknown) => messages.push(message));
    await page.addInitScript(() => {
      if (parent === window)
        addEventListener('message', ({ data }) =>
          (window as unknown as { tell(data: unknown): void }).tell(data),
        );
    });
    const link = linkTo(everything);
    await openParent(
      page,
      baseURL,
      iframe('one', `${baseURL}frame.html?show=summary#${link}`) +
        iframe('two', `${baseURL}frame.html?show=log#${link}`),
    );
    for (const id of ['one', 'two']) {
      const inside = page.frameLocator(`#${id}`).locator('html');
      const needs = () => inside.evaluate((root) => root.getBoundingClientRect().height);
      await expect(page.frameLocator(`#${id}`).locator('pp-results')).toBeVisible();
      await expect
        .poll(async () => Math.abs((await needs()) - (await heightOf(page, id))))
        .toBeLessThan(1);
    }
    expect(await heightOf(page, 'one')).toBeGreaterThan(400);
    expect(await heightOf(page, 'two')).not.toBe(await heightOf(page, 'one'));
    // Nothing else is told.
    expect(messages.length).toBeGreaterThan(0);
    for (const message of messages)
      expect(message).toEqual({ type: HEIGHT, height: expect.any(Number) });
  });

  for (const width of [600, 1000])
    test(`all parts find a height, ${width} px wide`, async ({ page, baseURL: base }) => {
      const baseURL = base ?? '';
      await page.setViewportSize({ width: 1280, height: 900 });
      const src = `${baseURL}frame.html#${linkTo(everything)}`;
      await openParent(page, baseURL, iframe('one', src).replace('600', String(width)));
      await expect(page.frameLocator('#one').locator('pp-results')).toBeAttached();
      await expect.poll(() => heightOf(page, 'one')).toBeGreaterThan(400);
      await page.waitForTimeout(1000);
      const first = await heightOf(page, 'one');
      await page.waitForTimeout(1000);
      expect(await heightOf(page, 'one')).toBe(first);
      expect(first).toBeLessThan(1200);
    });

  test('a forged message changes nothing', async ({ page, baseURL: base }) => {
    const baseURL = base ?? '';
    const forge = `parent.postMessage({ type: '${HEIGHT}', height: 7777 }, '*')`;
    await page.route('**/forged/*', (route) =>
      route.fulfill({ contentType: 'text/html', body: `<script>${forge}</script>` }),
    );
    const { origin } = new URL(baseURL);
    await openParent(
      page,
      baseURL,
      iframe('real', `${baseURL}frame.html?show=summary#${linkTo(sample)}`) +
        // The origin is right, the page is not.
        iframe('other', `${origin}/forged/other.html`) +
        // It says that it is the right page, but was sent elsewhere.
        iframe('moved', `${baseURL}frame.html?show=log`) +
        `<iframe id="inline" height="150" srcdoc="<script>${forge}</script>"></iframe>`,
    );
    await expect.poll(() => heightOf(page, 'real')).toBeGreaterThan(300);
    const real = await heightOf(page, 'real');
    // The page itself says so.
    await page.evaluate(`window.${forge}`);
    for (const height of ['7777', -5, Number.NaN, 1e9, undefined])
      await page
        .frameLocator('#real')
        .locator('html')
        .evaluate((_, message) => parent.postMessage(message, '*'), {
          type: 'pipeline-playground:height',
          height,
        });
    await page.locator('#moved').evaluate(
      (one, to) => {
        (one as HTMLIFrameElement).contentWindow?.location.replace(to);
      },
      `http://127.0.0.1:${new URL(baseURL).port}/forged/moved.html`,
    );
    await expect
      .poll(() => page.frames().some((one) => one.url().endsWith('/forged/moved.html')))
      .toBe(true);
    await page.waitForTimeout(500);
    expect(await heightOf(page, 'real')).toBe(real);
    for (const id of ['other', 'inline']) expect(await heightOf(page, id)).toBeLessThan(160);
    expect(await heightOf(page, 'moved')).toBeLessThan(7000);
  });
});
