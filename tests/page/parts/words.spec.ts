/** Every element uses the language of the nearest `lang` around it. */
import type { Strings } from '../../../www/src/strings/index.ts';
import { expect, type Playground, test } from '../page.ts';

/** Adds a language that is English except for a few words from different rooms. */
async function addLanguage({ browser }: Playground): Promise<void> {
  await browser.evaluate(() => {
    const playground = customElements.get('pp-playground');
    const { languages } = playground as unknown as { languages: Record<string, Strings> };
    const { en } = languages;
    if (!en) throw new Error('there is no English');
    languages.xx = {
      ...en,
      title: 'Xx title',
      config: { ...en.config, editor: 'Xx editor' },
      flow: { ...en.flow, heading: 'Xx flow' },
      results: { ...en.results, counts: () => 'Xx counts.' },
      reasons: {
        ...en.reasons,
        steps: { ...en.reasons.steps, adapted: { symbol: '✓', word: 'xx adapted' } },
        why: { ...en.reasons.why, nothing_missing: () => 'xx nothing missing' },
      },
    };
  });
}

const setLanguage = ({ browser }: Playground, selector: string, language: string) =>
  browser.evaluate(
    ([selector = '', language = '']) =>
      document.querySelector(selector)?.setAttribute('lang', language),
    [selector, language],
  );

async function expectLanguage({ browser }: Playground, xx: boolean): Promise<void> {
  const said = (own: string, english: string) => (xx ? own : english);
  await expect(browser.getByRole('heading', { level: 1 })).toHaveText(
    said('Xx title', 'Pipeline playground'),
  );
  await expect(browser.locator('pp-flow').getByRole('heading')).toHaveText(said('Xx flow', 'Flow'));
  await expect(browser.locator('.cm-content')).toHaveAttribute(
    'aria-label',
    said('Xx editor', 'Config, JSON text'),
  );
}

test('follows the lang of the playground, and back', async ({ playground }) => {
  await addLanguage(playground);
  await setLanguage(playground, 'pipeline-playground', 'xx');
  await expectLanguage(playground, true);
  await setLanguage(playground, 'pipeline-playground', 'en');
  await expectLanguage(playground, false);
});

test('follows the lang of the page, even with a region', async ({ playground }) => {
  await addLanguage(playground);
  await setLanguage(playground, 'html', 'xx-YY');
  await expectLanguage(playground, true);
  await setLanguage(playground, 'pipeline-playground', 'en-GB');
  await expectLanguage(playground, false);
});

test('a language that is not available is replaced by English', async ({ playground }) => {
  await setLanguage(playground, 'html', 'constructor');
  await expectLanguage(playground, false);
});

test('a playground that is moved into another language uses it', async ({ playground }) => {
  await addLanguage(playground);
  await playground.browser.evaluate(() => {
    const outer = document.createElement('div');
    outer.lang = 'xx';
    const shadow = outer.attachShadow({ mode: 'open' });
    document.body.append(outer);
    shadow.append(document.querySelector('pipeline-playground') ?? '');
  });
  await expectLanguage(playground, true);
  await playground.browser.locator('div[lang]').evaluate((outer) => {
    (outer as HTMLElement).lang = 'en';
  });
  await expectLanguage(playground, false);
});

test('steps, reasons and announcements are in the language too', async ({ playground }) => {
  await addLanguage(playground);
  await setLanguage(playground, 'pipeline-playground', 'xx');
  await playground.flag('reconcile').click();
  await expect(playground.status).toContainText('Xx counts.');
  await playground.browser.locator('.cm-line', { hasText: '"uid"' }).first().click();
  const steps = playground.browser.locator('pp-journey').getByRole('listitem');
  await expect(steps.nth(0)).toContainText('✓ xx adapted');
  await expect(steps.nth(2)).toContainText('xx nothing missing');
});
