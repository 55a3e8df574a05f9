/** The page in Spanish: every view, every dialog, and what can go wrong. */
import type { Page } from '@playwright/test';
import { expectNoViolations } from '../accessible.ts';
import { please, tamper } from '../faults.ts';
import { test as english, everything, expect, openWith, Playground } from '../page.ts';
import { englishFinder } from './english.ts';

const ONE = '<pipeline-playground whole-page lang="es"></pipeline-playground>';

/** The playground by its Spanish names. */
class Laboratorio extends Playground {
  override get editor() {
    return this.root.getByRole('textbox', { name: 'Configuración, texto JSON' });
  }
  override async open(): Promise<void> {
    await openWith(this.browser, ONE);
    await expect(this.browser.getByRole('heading', { level: 1 })).toHaveText(
      'Laboratorio del pipeline',
    );
    await expect(this.summary).toBeVisible();
  }
  override async showConfig(): Promise<void> {
    await this.see('Configuración');
  }
  /** Opens a part that has a tab in one column only. */
  async see(view: string): Promise<void> {
    if ((await this.tab(view).count()) > 0) await this.show(view);
  }
}

const test = english.extend<{ laboratorio: Laboratorio; english: () => Promise<string[]> }>({
  laboratorio: async ({ page, complaints: _ }, use) => {
    const laboratorio = new Laboratorio(page);
    await laboratorio.open();
    await use(laboratorio);
  },
  english: async ({ page }, use) => {
    const find = await englishFinder('es');
    await use(() => find(page));
  },
});

/** Chooses each row of the view's first list in turn. */
async function chooseRows(page: Page, view: string, most: number): Promise<void> {
  const rows = page.locator(`${view} .shown [role=row]`);
  await expect(rows.first()).toBeVisible();
  for (let i = 0; i < Math.min(most, await rows.count()); i += 1)
    await rows.nth(i).getByRole('gridcell').first().click();
}

const BAD = [
  '{"now": True}',
  '{"sources": []}',
  '{"sources": {"alpha": {"records": [1]}}}',
  '',
  '{',
];
/** What hints are about. */
const ODD = `{"flag": {}, "now": 1700000600000, "flags": {"cache": "off"}, "required_fields": "id",
  "sources": {"alpa": {"records": [{"id": 1, "value": "é", "timestamp": 1800000000}]}}}`;

/** What the page can show, and how to get there. */
const STATES: Record<string, (laboratorio: Laboratorio) => Promise<void>> = {
  'the first sight': async () => {},
  'all samples': async (laboratorio) => {
    await laboratorio.button('Ejemplos').click();
    await expect(laboratorio.button(/^Empezar de nuevo/)).toBeVisible();
  },
  'a flag that was flipped': async (laboratorio) => {
    await laboratorio.flag('reconcile').click();
    await expect(laboratorio.status).toHaveText(
      'reconcile: desactivada. Entran 6 registros, salen 6.',
    );
  },
  'the flow as a table': async (laboratorio) => {
    await laboratorio.fill(everything);
    await laboratorio.see('Etapas');
    await laboratorio.browser
      .locator('pp-flow')
      .getByRole('button', { name: 'Como tabla' })
      .click();
    await expect(laboratorio.browser.locator('pp-flow-table')).toContainText('se ejecutó');
  },
  'a number and its records': async (laboratorio) => {
    await laboratorio.fill(everything);
    await laboratorio.show('Resumen');
    await laboratorio.browser.locator('pp-summary pre').getByRole('button').nth(1).click();
    await expect(laboratorio.browser.locator('pp-explanation')).toContainText(
      'registros que salieron',
    );
  },
  'the records at each stage': async (laboratorio) => {
    const { browser } = laboratorio;
    await laboratorio.fill(everything);
    await laboratorio.show('Registros');
    for (const stage of ['adapt', 'cache', 'validate', 'freshness', 'reconcile']) {
      await browser.locator('pp-records .stages').getByRole('button', { name: stage }).click();
      await chooseRows(browser, 'pp-records', 3);
    }
  },
  'no record': async (laboratorio) => {
    await laboratorio.show('Registros');
    await laboratorio.browser.getByRole('searchbox', { name: 'Buscar' }).fill('nowhere');
    await expect(laboratorio.browser.locator('pp-records')).toContainText('Ningún registro cumple');
  },
  'keys and their values': async (laboratorio) => {
    await laboratorio.fill(everything);
    await laboratorio.show('Conciliación');
    await chooseRows(laboratorio.browser, 'pp-reconciliation', 4);
  },
  'the time': async (laboratorio) => {
    await laboratorio.fill(everything);
    await laboratorio.show('Tiempo');
    await laboratorio.browser.locator('pp-time').getByText('Como tabla').click();
    await laboratorio.browser
      .locator('pp-time')
      .getByRole('button', { name: /^Lista de/ })
      .first()
      .click();
    await expect(laboratorio.browser.locator('pp-bucket')).toContainText('de edad');
  },
  'the log': async (laboratorio) => {
    await laboratorio.show('Bitácora');
    await expect(laboratorio.logLines.first()).toBeVisible();
  },
  'nothing to compare with': async (laboratorio) => {
    await laboratorio.show('Comparar');
    await expect(laboratorio.browser.locator('pp-compare')).toContainText(
      'No hay ninguna ejecución',
    );
  },
  'a comparison': async (laboratorio) => {
    await laboratorio.show('Comparar');
    await laboratorio.browser.locator('pp-compare').getByRole('button', { name: 'Fijar' }).click();
    await laboratorio.fill(everything);
    await laboratorio.show('Comparar');
    await chooseRows(laboratorio.browser, 'pp-compared', 3);
  },
  'a comparison with an exception': async (laboratorio) => {
    await laboratorio.show('Comparar');
    await laboratorio.browser.locator('pp-compare').getByRole('button', { name: 'Fijar' }).click();
    await laboratorio.fill('{"sources": []}');
    await laboratorio.show('Comparar');
    await expect(laboratorio.browser.locator('pp-compared')).toContainText('AttributeError');
  },
  hints: async (laboratorio) => {
    await laboratorio.fill(ODD);
    await laboratorio.show('Resumen');
    await expect(laboratorio.browser.locator('pp-hints').first()).toContainText('¿Querías decir');
  },
  'the shortcuts': async (laboratorio) => {
    await laboratorio.button('Atajos de teclado').click();
    await expect(laboratorio.browser.getByRole('dialog')).toContainText(
      'activar o desactivar cache',
    );
  },
  'the search of the editor': async (laboratorio) => {
    await laboratorio.editor.press('Control+f');
    await expect(laboratorio.browser.locator('.cm-search')).toContainText('reemplazar');
  },
  'a file that is not UTF-8': async (laboratorio) => {
    await laboratorio.drop('a.json', Buffer.from('{"ni\xf1o": 1}', 'latin1'));
    await expect(laboratorio.file).toContainText('No está en UTF-8');
  },
  'a big file': async (laboratorio) => {
    const records = `{"uid": "a", "data": 1},\n`.repeat(100_000);
    const text = `{"sources": {"alpha": {"records": [\n${records}{"uid": "b"}]}}}`;
    await laboratorio.drop('big.json', Buffer.from(text));
    await expect(laboratorio.file).toContainText('Abajo están las líneas');
    await laboratorio.show('Registros');
    await expect(laboratorio.browser.locator('pp-records .counted')).toHaveText(
      '100.001 registros',
    );
  },
  'a crash': async (laboratorio) => {
    await tamper(laboratorio.browser, 'trap');
    await laboratorio.drop(...please());
    await expect(laboratorio.browser.locator('pp-results')).toContainText('El motor falló');
  },
  'a run that is cancelled': async (laboratorio) => {
    await tamper(laboratorio.browser, 'stall');
    await laboratorio.drop(...please());
    await laboratorio.button('Cancelar').click();
    await expect(laboratorio.browser.locator('pp-results')).toContainText(
      'Se canceló la ejecución',
    );
  },
};
for (const text of BAD)
  STATES[`an exception: ${text}`] = async (laboratorio) => {
    await laboratorio.fill(text);
    await laboratorio.show('Resumen');
    await expect(laboratorio.exception).toContainText('Qué significa aquí');
  };

for (const [name, reach] of Object.entries(STATES))
  test(`no word is English: ${name}`, async ({ laboratorio, english }) => {
    await reach(laboratorio);
    await expect.poll(english).toEqual([]);
  });

test('English words in the page would be found', async ({ playground, english }) => {
  await playground.show('Records');
  const found = await english();
  for (const word of ['Records', 'Open file', 'No run is pinned']) expect(found).toContain(word);
  expect(found.length).toBeGreaterThan(60);
});

/** The states whose words need the most room. */
const LONG = [
  'the first sight',
  'the flow as a table',
  'a number and its records',
  'the records at each stage',
  'keys and their values',
  'the time',
  'the log',
  'a comparison',
  'hints',
  'the shortcuts',
  'a big file',
  'an exception: {"now": True}',
];

for (const [width, names] of [
  [320, LONG],
  [390, LONG],
  [1280, ['the first sight', 'the records at each stage', 'the time']],
] as const)
  test.describe(`${width} px wide`, () => {
    test.use({ viewport: { width, height: 800 } });
    for (const name of names)
      test(`${name}: no axe violations, no sideways scrolling`, async ({ laboratorio }) => {
        await STATES[name]?.(laboratorio);
        await expectNoViolations(laboratorio);
      });
  });
