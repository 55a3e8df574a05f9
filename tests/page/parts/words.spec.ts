/** Every element uses the language of the nearest `lang` around it. */
import type { Page } from '@playwright/test';
import { expect, openWith, Playground, test } from '../page.ts';

const setLanguage = ({ browser }: Playground, selector: string, language: string) =>
  browser.evaluate(
    ([selector = '', language = '']) =>
      document.querySelector(selector)?.setAttribute('lang', language),
    [selector, language],
  );

async function expectLanguage({ root }: Playground, spanish: boolean): Promise<void> {
  const said = (own: string, english: string) => (spanish ? own : english);
  await expect(root.getByRole('heading', { level: 1 })).toHaveText(
    said('Laboratorio del pipeline', 'Pipeline playground'),
  );
  await expect(root.locator('pp-flow').getByRole('heading')).toHaveText(said('Flujo', 'Flow'));
  await expect(root.locator('.cm-content')).toHaveAttribute(
    'aria-label',
    said('Configuración, texto JSON', 'Config, JSON text'),
  );
}

test('follows the lang of the playground, and back', async ({ playground }) => {
  await setLanguage(playground, 'pipeline-playground', 'es');
  await expectLanguage(playground, true);
  await setLanguage(playground, 'pipeline-playground', 'en');
  await expectLanguage(playground, false);
});

test('follows the lang of the page, even with a region', async ({ playground }) => {
  await setLanguage(playground, 'html', 'es-MX');
  await expectLanguage(playground, true);
  await setLanguage(playground, 'pipeline-playground', 'en-GB');
  await expectLanguage(playground, false);
});

test('a language that is not available is replaced by English', async ({ playground }) => {
  await setLanguage(playground, 'html', 'constructor');
  await expectLanguage(playground, false);
});

test('a playground that is moved into another language uses it', async ({ playground }) => {
  await playground.browser.evaluate(() => {
    const outer = document.createElement('div');
    outer.lang = 'es';
    const shadow = outer.attachShadow({ mode: 'open' });
    document.body.append(outer);
    shadow.append(document.querySelector('pipeline-playground') ?? '');
  });
  await expectLanguage(playground, true);
});

test('steps, reasons and announcements are in the language too', async ({ playground }) => {
  await setLanguage(playground, 'pipeline-playground', 'es');
  await expectLanguage(playground, true);
  await playground.flag('reconcile').click();
  await expect(playground.status).toHaveText(
    'reconcile: desactivada. Entran 6 registros, salen 6.',
  );
  await playground.browser.locator('.cm-line', { hasText: '"uid"' }).first().click();
  const steps = playground.browser.locator('pp-journey').getByRole('listitem');
  await expect(steps.nth(0)).toContainText('✓ adaptado');
  await expect(steps.nth(2)).toContainText('no falta ningún campo obligatorio');
});

test('an open view, a number that is explained, and marks change their language', async ({
  playground,
}) => {
  const { browser } = playground;
  await playground.show('Time');
  await expect(browser.locator('pp-time')).toContainText('Freshness timeline');
  await setLanguage(playground, 'pipeline-playground', 'es');
  await expect(browser.locator('pp-time')).toContainText('Línea de tiempo de la vigencia');
  await expect(browser.locator('pp-time-table summary')).toHaveText('Como tabla');
  await playground.show('Registros');
  await expect(browser.locator('pp-records')).toContainText('6 registros de 2 fuentes');
  await setLanguage(playground, 'pipeline-playground', 'en');
  await expect(browser.locator('pp-records')).toContainText('6 records from 2 sources');
});

test('two playgrounds in one page have two languages', async ({ page, complaints: _ }) => {
  await openWith(
    page,
    '<pipeline-playground></pipeline-playground><div lang="es"><pipeline-playground></pipeline-playground></div>',
  );
  const [english, spanish] = [0, 1].map(
    (n) => new Playground(page, page.locator('pipeline-playground').nth(n)),
  ) as [Playground, Playground];
  for (const one of [english, spanish]) await expect(one.summary).toBeVisible();
  await expectLanguage(english, false);
  await expectLanguage(spanish, true);
  await english.flag('cache').click();
  await expect(english.status.last()).toContainText('cache switched off.');
  await spanish.flag('cache').click();
  await expect(spanish.status.last()).toContainText('cache: desactivada.');
  await spanish.show('Bitácora');
  await english.show('Log');
  await expect(spanish.root.locator('pp-log h2')).toHaveText('Bitácora');
  await expect(english.root.locator('pp-log h2')).toHaveText('Log');
});

test.describe('what is loaded', () => {
  /** The scripts with Spanish words that the page asks for. */
  function spanishScripts(page: Page): string[] {
    const found: string[] = [];
    page.on('response', async (response) => {
      if (!response.url().endsWith('.js')) return;
      const text = await response.text().catch(() => '');
      if (/registro|vigente|comilla/.test(text)) found.push(response.url());
    });
    return found;
  }

  test('an English page asks for nothing Spanish', async ({ page, complaints: _ }) => {
    const scripts = spanishScripts(page);
    const playground = new Playground(page);
    await playground.open();
    for (const view of ['Records', 'Time', 'Log']) await playground.show(view);
    await playground.fill('{');
    await playground.show('Summary');
    await expect(playground.exception).toContainText('What it means here');
    expect(scripts).toEqual([]);
    await setLanguage(playground, 'html', 'es');
    await expect(playground.exception).toContainText('Qué significa aquí');
    await expect.poll(() => scripts.length).toBeGreaterThan(1);
  });

  test('if Spanish cannot be loaded, the page stays English and works', async ({ page }) => {
    await page.route(/\bes-[^/]*\.js$/, (route) => route.abort());
    const playground = new Playground(page);
    await openWith(page, '<pipeline-playground lang="es"></pipeline-playground>');
    await expect(playground.summary).toBeVisible();
    await expectLanguage(playground, false);
    await playground.show('Records');
    await expect(page.locator('pp-records')).toContainText('6 records from 2 sources');
    await playground.fill('{');
    await playground.show('Summary');
    await expect(playground.exception).toContainText('What it means here');
  });

  test('while Spanish is being loaded, the page is English', async ({ page, complaints: _ }) => {
    const release: (() => void)[] = [];
    await page.route(/\/es-[^/]*\.js$/, async (route) => {
      await new Promise<void>((go) => release.push(go));
      await route.continue();
    });
    const playground = new Playground(page);
    await openWith(page, '<pipeline-playground lang="es"></pipeline-playground>');
    await expect(playground.summary).toBeVisible();
    await expectLanguage(playground, false);
    for (const go of release) go();
    await expectLanguage(playground, true);
  });
});
