/** What the dialog makes for other pages. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Embedded,
  embeddable,
  HOSTS,
  type HostName,
  snippetFor,
  tagOf,
} from '../../../www/src/share/snippets.ts';
import { caseNamed } from '../conformance.ts';
import { openHost } from '../embed/host.ts';
import { everything, expect, type Playground, sample, test } from '../page.ts';

const course = caseNamed('course_sample').summary ?? '';
const awkward = `{
  "sources": {},

  \t
  "html": "</script><!-- <b> & \`\${1}\` \\\\",
  "lone": "\ud800"
}`;

const embedded = (config: string | undefined, more: Partial<Embedded> = {}): Embedded => ({
  folder: 'https://example.org/play/',
  attributes: [['show', 'summary']],
  config,
  outcome: `{\n  "a<b": "&\`\${1}\`"\n}`,
  hash: '1abc',
  ...more,
});

const escaped = (one: string): string => `&#${one.charCodeAt(0)};`;

/** What a program for pages makes of a snippet: the HTML in it. */
const HTML: Partial<Record<HostName, (place: string) => string>> = {
  html: (place) => place.replace(/^<script.*<\/script>/, ''),
  myst: (place) => place.replace(/^```.*\n|\n```$/g, ''),
  rst: (place) => place.replace(/^\.\. raw:: html\n\n/, '').replace(/^ {3}/gm, ''),
  // As JavaScript reads the texts, and React writes them.
  docusaurus: (place) =>
    place.replace(/(<\w+[^>]*>)\{(`(?:\\.|[^`\\])*`)\}/gs, (_, start: string, template: string) => {
      const text: string = new Function(`return ${template}`)();
      return start + (start.startsWith('<pre') ? text.replace(/[&<>]/g, escaped) : text);
    }),
  starlight: (place) => place,
  mkdocs: (place) => place,
  mdbook: (place) => place,
};

test('every snippet has the same config and summary', async ({ page }) => {
  for (const config of [sample, everything, awkward])
    for (const [host, htmlOf] of Object.entries(HTML)) {
      const made = embedded(config);
      const html = htmlOf(snippetFor(host as HostName, made).place);
      const found = await page.evaluate((html) => {
        const parsed = new DOMParser().parseFromString(html, 'text/html');
        const tag = parsed.querySelector('div > pipeline-playground');
        return {
          shown: tag?.getAttribute('show'),
          config: tag?.querySelector('script[type="application/json"]')?.textContent,
          outcome: tag?.querySelector('pre')?.textContent,
          others: parsed.querySelectorAll('body > :not(div), b').length,
        };
      }, html);
      expect(JSON.parse(found.config ?? ''), host).toEqual(JSON.parse(config));
      expect(found, host).toMatchObject({ shown: 'summary', outcome: made.outcome, others: 0 });
    }
});

test('the example site of Docusaurus has the tag as it is made here', () => {
  const site = readFileSync(join(__dirname, '../../hosts/docusaurus/docs/index.mdx'), 'utf8');
  const attributes = [['show', 'flow summary']] as const;
  const { place } = snippetFor('docusaurus', {
    ...embedded(sample.trim()),
    attributes,
    outcome: course,
  });
  expect(site).toContain(place);
});

test('no line in a snippet is blank, and nothing ends its script', () => {
  for (const config of [sample, awkward]) {
    const tag = tagOf(embedded(config));
    expect(tag).not.toMatch(/\n\s*\n/);
    expect(tag.match(/<\/script/g)).toHaveLength(1);
    expect(tag).not.toContain('<!--');
    expect(tag).not.toMatch(/\p{Surrogate}/u);
    expect(JSON.parse(embeddable(config))).toEqual(JSON.parse(config));
  }
});

test('attributes hold any text', async ({ page }) => {
  const record = 'a"b<c>&\n[x][2]';
  const tag = tagOf(embedded('{}', { attributes: [['record', record]] }));
  await page.setContent(tag);
  expect(await page.locator('pipeline-playground').getAttribute('record')).toBe(record);
});

test('an iframe gets the attributes as parameters, and the config by a link', () => {
  const { place } = snippetFor('iframe', embedded('{}', { attributes: [['record', 'a&b[1]']] }));
  expect(place).toContain('src="https://example.org/play/frame.html?record=a%26b%5B1%5D#1abc"');
  expect(place).toContain('<script src="https://example.org/play/resize.js">');
});

test('each program is told where the script comes from', () => {
  for (const host of HOSTS.filter((one) => one !== 'iframe')) {
    const { site, place } = snippetFor(host, embedded('{}'));
    expect(site?.text ?? place).toContain('https://example.org/play/embed.js');
  }
});

/** Opens the dialog at what it makes for other pages. */
async function embed(playground: Playground) {
  await playground.button('Share').click();
  const dialog = playground.root.getByRole('dialog', { name: 'Share', exact: true });
  await dialog.getByText('Put it into a page').click();
  await expect(dialog.getByRole('textbox', { name: 'In the page' })).toHaveValue(
    /pipeline-playground/,
  );
  return dialog;
}

test('a snippet works in a page, and is what is previewed', async ({ playground, page }) => {
  await playground.fill(sample);
  const dialog = await embed(playground);
  await dialog.getByRole('checkbox', { name: 'Summary' }).check();
  await dialog.getByRole('checkbox', { name: 'Flow' }).check();
  await dialog.getByLabel('The page is made with').selectOption('MkDocs Material or Zensical');
  await dialog.getByLabel('Load it').selectOption('with the page');
  const place = dialog.getByRole('textbox', { name: 'In the page' });
  await expect(place).toHaveValue(/show="flow summary" loading="eager"/);
  await expect(dialog.getByRole('textbox', { name: 'Once, in mkdocs.yml' })).toHaveValue(
    /embed\.js\n {4}type: module/,
  );

  let told = 0;
  await page.exposeFunction('tell', () => told++);
  await page.evaluate(() =>
    document.addEventListener('pipeline-run', () => (window as unknown as { tell(): void }).tell()),
  );
  await dialog.locator('summary', { hasText: 'Preview' }).click();
  const preview = dialog.locator('.preview');
  await expect.poll(() => preview.locator('pp-summary pre').textContent()).toBe(course);
  await expect(preview.locator('pp-flow')).toBeVisible();
  await expect(preview.locator('pp-config')).toHaveCount(0);
  // The page is told of its own runs only.
  expect(told).toBe(0);
  // What is changed in the preview stays there.
  await preview.getByRole('checkbox', { name: 'cache' }).click();
  await expect(preview.locator('pp-summary pre')).toContainText('"hits": 0');
  await expect(page.locator('pp-split pp-summary pre')).toHaveText(course);

  const text = await place.inputValue();
  const other = await openHost(page, text);
  await other.expectSummary(course);
  await expect(other.root.locator('pp-flow')).toBeVisible();
  await expect(page.locator('pipeline-playground > pre')).toHaveText(course);
});

test('what is open goes along', async ({ playground }) => {
  await playground.button(/^records_out/).click();
  const dialog = await embed(playground);
  await expect(dialog.getByRole('textbox', { name: 'In the page' })).toHaveValue(
    /number="records_out"/,
  );
  await dialog.getByRole('checkbox', { name: 'Log' }).check();
  await expect(dialog.getByRole('textbox', { name: 'In the page' })).not.toHaveValue(/number=/);
});

test('an exception is prerendered as a text', async ({ playground }) => {
  await playground.fill('[1]');
  const dialog = await embed(playground);
  await expect(dialog.getByRole('textbox', { name: 'In the page' })).toHaveValue(
    /<pre>AttributeError: 'list' object has no attribute 'get'<\/pre>/,
  );
});

test('a big file is to be put beside the page', async ({ playground }) => {
  await playground.drop('big.json', Buffer.from(JSON.stringify({ a: 'x'.repeat(2_100_000) })));
  await expect(playground.summary).toContainText('"records_in": 0');
  const dialog = await embed(playground);
  await expect(dialog.getByRole('textbox', { name: 'In the page' })).toHaveValue(
    /src="config\.json"/,
  );
  await expect(dialog).toContainText('Put the file beside the page, as config.json.');
});
