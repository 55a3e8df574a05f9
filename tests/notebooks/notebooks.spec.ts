/** The playground in notebooks, as an anywidget: what happens in it reaches Python, and what is typed reaches its editor. */
import { expect, type Page, test } from '@playwright/test';
import { Playground } from '../page/page.ts';

const playgroundOf = (page: Page) => new Playground(page, page.locator('pipeline-playground'));

/** Types what a notebook has keys for. The config is no JSON then. */
async function typeKeys({ editor, browser }: Playground): Promise<void> {
  await editor.click();
  await browser.keyboard.press('Control+Home');
  await browser.keyboard.type('{"ddabxz/');
  await browser.keyboard.press('Escape');
  await expect(editor).toContainText('{"ddabxz/');
}

test('marimo', async ({ page }) => {
  await page.goto('http://localhost:8974/');
  const playground = playgroundOf(page);
  await expect(playground.summary).toContainText('"misses": 1');
  await expect(page.getByText('Python has: {')).toContainText('"misses": 1');
  await playground.flag('cache').click();
  await expect(page.getByText('Python has: {')).toContainText('"misses": 0');
  await typeKeys(playground);
  await expect(page.getByText('Python has: JSONDecodeError')).toBeVisible();
});

test('Jupyter', async ({ page }) => {
  await page.goto('http://localhost:8975/lab/tree/jupyter.ipynb');
  const cells = page.locator('.jp-Notebook .jp-CodeCell');
  const run = async (i: number) => {
    await cells.nth(i).locator('.jp-InputArea .cm-content').click();
    await page.keyboard.press('Control+Enter');
  };
  // A cell that is run before the kernel is there asks for one.
  await expect(page.getByText('Python 3 (ipykernel) | Idle')).toBeVisible({ timeout: 60_000 });
  await run(0);
  const playground = playgroundOf(page);
  await expect(playground.summary).toContainText('"misses": 1', { timeout: 60_000 });
  await run(1);
  const printed = cells.nth(1).locator('.jp-OutputArea');
  await expect(printed).toContainText('"misses": 1');
  await playground.flag('cache').click();
  await expect(playground.summary).toContainText('"misses": 0');
  await run(1);
  await expect(printed).toContainText('"misses": 0');
  await typeKeys(playground);
  await run(1);
  await expect(printed).toContainText('Python has: JSONDecodeError');
});
