/** How a playground is set up: by its attributes, else by what the last visit stored, else by the defaults. */
import type { Page } from '@playwright/test';
import { expect, keepBefore, openWith, Playground, test } from '../page.ts';

function at(page: Page, id: string): Playground {
  return new Playground(page, page.locator(`#${id}`));
}

async function expectView(playground: Playground, view: string): Promise<void> {
  await expect(playground.tab(view)).toHaveAttribute('aria-selected', 'true');
}

const stored = (page: Page) => page.evaluate(() => ({ ...localStorage }));

test('attributes take precedence over stored values, and those over the defaults', async ({
  page,
  complaints: _,
}) => {
  await keepBefore(page, {
    view: 'time',
    theme: 'light',
    stage: 'validate',
    split: 60,
    table: true,
  });
  await openWith(
    page,
    `<pipeline-playground id="one" storage="pipeline-playground" view="records" stage="cache" theme="dark" table="false"></pipeline-playground>
    <pipeline-playground id="other" storage="pipeline-playground" theme="bright" split="0"></pipeline-playground>`,
  );
  const [one, other] = [at(page, 'one'), at(page, 'other')];
  await expectView(one, 'Records');
  await expect(page.locator('#one pp-playground')).toHaveCSS('color-scheme', 'dark');
  await expect(one.root.locator('pp-records')).toContainText('cache');
  await expect(one.root.locator('pp-flow-table')).toBeHidden();
  await expect(one.root.getByRole('separator')).toHaveAttribute('aria-valuenow', '60');
  // An invalid value of an attribute is ignored.
  await expectView(other, 'Time');
  await expect(page.locator('#other pp-playground')).toHaveCSS('color-scheme', 'light');
  // The attribute stays as the page wrote it.
  await expect(page.locator('#other')).toHaveAttribute('theme', 'bright');
  await expect(other.root.locator('pp-flow-table')).toBeVisible();
  await expect(other.root.getByRole('separator')).toHaveAttribute('aria-valuenow', '60');
});

test('the attributes of an element that a script creates are read too', async ({ playground }) => {
  await playground.browser.evaluate(() => {
    const element = document.createElement('pipeline-playground');
    element.id = 'made';
    element.setAttribute('view', 'log');
    document.body.append(element);
  });
  await expectView(at(playground.browser, 'made'), 'Log');
});

test('each storage key has its own preferences, and without a key nothing is stored', async ({
  page,
  complaints: _,
}) => {
  const elements = ['storage="a"', 'storage="b"', 'storage="none"', 'storage=""', '']
    .map(
      (storage, index) =>
        `<pipeline-playground id="at${index}" loading="eager" ${storage}></pipeline-playground>`,
    )
    .join('');
  await openWith(page, elements);
  await at(page, 'at0').show('Time');
  await at(page, 'at1').show('Records');
  await at(page, 'at2').show('Log');
  await at(page, 'at3').show('Compare');
  await at(page, 'at4').show('Time');
  expect(Object.keys(await stored(page)).sort()).toEqual(['a', 'b']);
  await page.reload();
  await expectView(at(page, 'at0'), 'Time');
  await expectView(at(page, 'at1'), 'Records');
  await expectView(at(page, 'at2'), 'Summary');
  await expectView(at(page, 'at3'), 'Summary');
  await expectView(at(page, 'at4'), 'Summary');
});

test('the page keeps its preferences', async ({ playground }) => {
  await playground.show('Time');
  const kept = (await stored(playground.browser))['pipeline-playground'] ?? '';
  expect(JSON.parse(kept)).toMatchObject({ view: 'time', stage: 'adapt' });
});
