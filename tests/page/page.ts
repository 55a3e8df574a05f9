/**
 * The page object of the tests: what can be done with the page, and what can be read from it. Every test gets a page
 * that is ready. It fails if the page logs an error or a warning, throws, or sends a request to another server.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Page as Browser, test as bare, expect, type Locator } from '@playwright/test';
import { FIREFOX_SAYS, insertText, isFirefox } from './engines.ts';

export {
  againIn,
  allowClipboard,
  emulateMedia,
  expectNotLoaded,
  goBack,
  insertText,
  isFirefox,
  keepBefore,
  savedFile,
} from './engines.ts';
export { expect };

/** The course's sample, the first text of the playground in most tests. */
export const sample = readFileSync(join(__dirname, '../sample_input.json'), 'utf8');
/** The sample with every outcome. */
export const everything = readFileSync(
  join(__dirname, '../../www/src/state/samples/everything.json'),
  'utf8',
);

/** The exact texts of the open view. */
interface Shown {
  summary: string | null;
  exception: string | null;
  logs: (string | null)[][];
}

export class Playground {
  readonly browser: Browser;
  /** The page, or one of several playgrounds in it. */
  readonly root: Browser | Locator;

  constructor(browser: Browser, root: Browser | Locator = browser) {
    this.browser = browser;
    this.root = root;
  }

  get editor() {
    return this.root.getByRole('textbox', { name: 'Config, JSON text' });
  }
  get summary() {
    return this.root.locator('pp-summary:not([past]) pre');
  }
  get exception() {
    return this.root.locator('pp-exception');
  }
  get logLines() {
    return this.root.locator('pp-log li');
  }
  get status() {
    return this.root.getByRole('status');
  }
  /** What is said about the open file. */
  get file() {
    return this.root.locator('pp-config .file');
  }
  /** The part of the text that is marked as an exception's position. */
  get mark() {
    return this.root.locator('.cm-exception, .cm-exception-point');
  }
  flag(stage: string) {
    return this.root.getByRole('checkbox', { name: stage, exact: true });
  }
  tab(view: string) {
    return this.root.getByRole('tab', { name: view });
  }
  button(name: string | RegExp) {
    return this.root.getByRole('button', { name, exact: typeof name === 'string' });
  }

  async open(): Promise<void> {
    await openWith(this.browser);
    await expect(this.summary).toBeVisible();
  }

  /** Opens a part of the playground by its tab. */
  async show(view: string): Promise<void> {
    await this.tab(view).click();
    await expect(this.tab(view)).toHaveAttribute('aria-selected', 'true');
  }

  /** Loads a sample from the menu, and waits until it is in the editor. */
  async load(name: string): Promise<void> {
    await this.choose(name);
    await expect(this.status).toContainText(
      `${name === 'Start over' ? 'The first text' : name} is in the editor.`,
    );
  }

  /** Chooses a sample from the menu, which may take a moment to come. */
  async choose(name: string): Promise<void> {
    await this.showConfig();
    await this.button('Samples').click();
    await this.button(new RegExp(`^${name}`)).click();
  }

  /** Replaces the whole text, in one paste. */
  async fill(text: string): Promise<void> {
    await this.showConfig();
    await this.editor.click();
    await this.browser.keyboard.press('Control+a');
    if (text) await insertText(this.browser, text);
    else await this.browser.keyboard.press('Delete');
  }

  /** Opens the config, which has its own tab in one column. */
  async showConfig(): Promise<void> {
    if ((await this.tab('Config').count()) > 0) await this.show('Config');
  }

  /** Replaces the whole text with each of the given ones in turn. Returns what the open view shows for each. */
  async pasteAll(texts: string[]): Promise<Shown[]> {
    return this.editor.evaluate(async (content, texts) => {
      const results = document
        .querySelector('pipeline-playground')
        ?.shadowRoot?.querySelector('pp-playground')
        ?.shadowRoot?.querySelector('pp-results')?.shadowRoot;
      const inner = (element: string) => results?.querySelector(element)?.shadowRoot;
      const answers: Shown[] = [];
      for (const text of texts) {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', text);
        content.dispatchEvent(
          new KeyboardEvent('keydown', { key: 'a', keyCode: 65, ctrlKey: true }),
        );
        const paste = new ClipboardEvent('paste', { cancelable: true });
        // Firefox empties what the constructor is given.
        Object.defineProperty(paste, 'clipboardData', { value: clipboardData });
        content.dispatchEvent(paste);
        do await new Promise((resolve) => setTimeout(resolve, 5));
        while (results?.querySelector('.outcome[aria-busy=true]'));
        const lines = inner('pp-log')?.querySelectorAll('li') ?? [];
        answers.push({
          summary: inner('pp-summary:not([past])')?.querySelector('pre')?.textContent ?? null,
          exception: inner('pp-exception')?.querySelector('.error')?.textContent ?? null,
          logs: [...lines].map(
            (
              line, // After the level and the message comes the record's place, which Python does not print.
            ) => [...line.children].slice(0, 2).map((part) => part.textContent),
          ),
        });
      }
      return answers;
    }, texts);
  }

  /** The text of the editor, if it is short enough to be visible as a whole: only visible lines are in the page. */
  async text(): Promise<string> {
    return (await this.root.locator('.cm-line').allTextContents()).join('\n');
  }

  /** Compares the exact summary. Playwright's own comparison collapses white space. */
  async expectSummary(expected: string): Promise<void> {
    await expect.poll(() => this.summary.textContent()).toBe(expected);
  }

  async expectText(expected: string): Promise<void> {
    await expect.poll(() => this.text()).toBe(expected);
  }

  /** Drags a file over the editor and drops it. */
  async drop(name: string, bytes: Buffer): Promise<void> {
    await this.showConfig();
    await this.#drag(['dragenter', 'dragover', 'drop'], name, bytes);
  }

  /** Holds a file over the editor. */
  async hover(name: string): Promise<void> {
    await this.#drag(['dragenter', 'dragover'], name, Buffer.from(''));
  }

  async #drag(types: string[], name: string, bytes: Buffer): Promise<void> {
    const dataTransfer = await this.browser.evaluateHandle(
      async ({ name, base64 }) => {
        const transfer = new DataTransfer();
        const bytes = Uint8Array.from(atob(base64), (unit) => unit.charCodeAt(0));
        transfer.items.add(new File([bytes], name));
        return transfer;
      },
      { name, base64: bytes.toString('base64') },
    );
    for (const type of types) await this.editor.dispatchEvent(type, { dataTransfer });
  }
}

const ONE = '<pipeline-playground whole-page storage="pipeline-playground"></pipeline-playground>';

/**
 * Opens the page with other elements instead of its one playground, like a host page that embeds several. Each starts
 * with the course's sample.
 */
export async function openWith(page: Browser, elements = ONE): Promise<void> {
  await withSample(page, elements);
  await page.goto('./');
}

/** The same, before the page is opened. */
export async function withSample(page: Browser, elements = ONE): Promise<void> {
  const script = `<script type="application/json">${sample}</script>`;
  const all = elements.replaceAll('></pipeline-playground>', `>${script}</pipeline-playground>`);
  await page.route('./', async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(
      /<pipeline-playground [\s\S]*<\/pipeline-playground>/,
      all,
    );
    await route.fulfill({ response, body });
  });
}

interface Fixtures {
  /**
   * The browser finds the time to load parts before they are opened. Otherwise each is loaded when it is opened, which is
   * the harder case, and takes a tenth less of the time of all tests.
   */
  idle: boolean;
  playground: Playground;
  complaints: string[];
}

export const test = bare.extend<Fixtures>({
  idle: [false, { option: true }],
  complaints: async ({ page, context, baseURL, idle }, use) => {
    if (!idle)
      await context.addInitScript(() => {
        window.requestIdleCallback = () => 0;
      });
    const complaints: string[] = [];
    const note = (words: string) => {
      if (!isFirefox(page) || !FIREFOX_SAYS.test(words)) complaints.push(words);
    };
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) note(message.text());
    });
    page.on('pageerror', (error) => note(error.message));
    page.on('request', (request) => {
      if (!request.url().startsWith(baseURL ?? '')) complaints.push(`asked for ${request.url()}`);
    });
    await use(complaints);
    // What is still being loaded is not waited for.
    if (!page.isClosed()) await page.unrouteAll({ behavior: 'ignoreErrors' });
    expect(complaints, 'console errors, and requests to other servers').toEqual([]);
  },
  playground: async ({ page, complaints: _ }, use) => {
    const playground = new Playground(page);
    await playground.open();
    await use(playground);
  },
});
