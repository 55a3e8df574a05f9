/** The attributes that the tag reads are those that the drift check of the command line knows, with the same values. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { ATTRIBUTES } from '../../../www/src/embed/attributes.ts';
import { PARTS, readSetup } from '../../../www/src/shell/setup.ts';
import { DEFAULTS, SIZES } from '../../../www/src/state/preferences.ts';
import { VIEWS } from '../../../www/src/state/views.ts';

const root = join(__dirname, '../../..');
const { attributes } = JSON.parse(
  readFileSync(join(root, 'src/bin/pipeline/docs/attributes.json'), 'utf8'),
) as { attributes: Record<string, { value: string; of?: string[] }> };

/** The names that the sources read. */
function read(): string[] {
  const src = join(root, 'www/src');
  const files = ['shell/setup.ts', 'state/preferences.ts'].concat(
    readdirSync(join(src, 'embed')).map((name) => `embed/${name}`),
  );
  const sources = files.map((name) => readFileSync(join(src, name), 'utf8')).join('');
  const names = [...sources.matchAll(/(?:[gs]etAttribute|hasAttribute|words)\('([a-z-]+)'\)/g)];
  return [...names.map(([, name = '']) => name), ...Object.keys(DEFAULTS)];
}

test('all are known', () => {
  expect([...new Set(read())].sort()).toEqual(Object.keys(attributes).sort());
});

test('those for authors are in the documentation, and are traits of the widget', () => {
  const page = readFileSync(join(root, 'docs/pages/embedding.md'), 'utf8');
  const table = page.slice(page.indexOf('| attribute |'), page.indexOf('embed.css'));
  const documented = [...table.matchAll(/^\| `([a-z-]+)`/gm)].map(([, name]) => name);
  const preferences = ['keep', 'shortcuts', 'size', 'split', 'table', 'whole-page'];
  const known = Object.keys(attributes).filter((name) => !preferences.includes(name));
  expect(documented.sort()).toEqual(known.sort());
  expect([...ATTRIBUTES].sort()).toEqual(known);
});

for (const [name, values] of Object.entries({
  show: PARTS,
  view: VIEWS,
  size: SIZES.map(String),
  theme: ['auto', 'light', 'dark'],
  loading: ['lazy', 'eager', 'click'],
}))
  test(`the values of ${name} are the same`, () => {
    expect(attributes[name]?.of).toEqual([...values]);
  });

test('lists, flags and records are read in the same forms', () => {
  const tag = (given: Record<string, string>) =>
    readSetup({
      getAttribute: (name: string) => given[name] ?? null,
      hasAttribute: (name: string) => name in given,
    } as unknown as Element);
  expect([...(tag({ show: 'summary,flow nonsense' }).show ?? [])]).toEqual(['flow', 'summary']);
  expect(tag({ show: ' ' }).show).toBeUndefined();
  expect(tag({ flags: 'cache=off,\n freshness=on adapt=1' }).flags).toEqual([
    { stage: 'cache', on: false },
    { stage: 'freshness', on: true },
  ]);
  expect(tag({ record: 'a[b][12]' }).record).toEqual({ source: 'a[b]', index: 12 });
  expect(tag({ record: 'alpha[x]' }).record).toBeUndefined();
});
