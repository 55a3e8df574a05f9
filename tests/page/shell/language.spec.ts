/** The language of a page that is only a playground: the learner's choice, or else the browser's. */
import { expect, openWith, Playground, test } from '../page.ts';

const menu = ({ root }: Playground) => root.getByRole('combobox', { name: /Language|Idioma/ });
const heading = ({ root }: Playground) => root.locator('pp-header h1');
const said = ({ browser }: Playground) => browser.locator('html').getAttribute('lang');

test('without a choice, English is the language of an English browser', async ({ playground }) => {
  expect(await said(playground)).toBe('en');
  await expect(menu(playground)).toHaveValue('English');
  await expect(playground.browser).toHaveTitle('Pipeline playground');
});

test('the learner chooses a language, which is kept for the next visit', async ({ playground }) => {
  const { browser } = playground;
  await menu(playground).selectOption('Español');
  await expect(heading(playground)).toHaveText('Laboratorio del pipeline');
  await expect(browser).toHaveTitle('Laboratorio del pipeline');
  expect(await said(playground)).toBe('es');
  await browser.reload();
  await expect(heading(playground)).toHaveText('Laboratorio del pipeline');
  await expect(menu(playground)).toHaveValue('Español');
  await menu(playground).selectOption('English');
  await expect(heading(playground)).toHaveText('Pipeline playground');
  await browser.reload();
  await expect(heading(playground)).toHaveText('Pipeline playground');
  expect(await said(playground)).toBe('en');
});

test('the menu is used by keyboard, and keeps the focus', async ({ playground }) => {
  await menu(playground).focus();
  await playground.browser.keyboard.press('e');
  await playground.browser.keyboard.press('ArrowDown');
  await expect(heading(playground)).toHaveText('Laboratorio del pipeline');
  await expect(menu(playground)).toBeFocused();
});

test.describe('in a browser of another language', () => {
  test.use({ locale: 'es-MX' });

  test('the page is in it, from its first announcement on', async ({ page, complaints: _ }) => {
    const playground = new Playground(page);
    await openWith(page);
    await expect(playground.status).toHaveText('Entran 6 registros, salen 6.');
    await expect(heading(playground)).toHaveText('Laboratorio del pipeline');
    expect(await said(playground)).toBe('es');
  });

  test('an embed is in the language of its page, and has no menu', async ({
    page,
    complaints: _,
  }) => {
    const playground = new Playground(page);
    await openWith(page, '<pipeline-playground loading="eager"></pipeline-playground>');
    await expect(playground.summary).toBeVisible();
    await expect(heading(playground)).toHaveText('Pipeline playground');
    await expect(menu(playground)).toHaveCount(0);
    expect(await said(playground)).toBe('en');
  });
});

test.describe('in a browser of a language that there is not', () => {
  test.use({ locale: 'tlh' });

  test('the page is English', async ({ playground }) => {
    await expect(heading(playground)).toHaveText('Pipeline playground');
  });
});
