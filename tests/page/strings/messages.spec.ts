/** The messages of all languages: none is missing, each takes what English takes, and each says something. */
import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { messages as enFirst } from '../../../www/src/strings/compiled/first.en.ts';
import { messages as esFirst } from '../../../www/src/strings/compiled/first.es.ts';
import { messages as enFrame } from '../../../www/src/strings/compiled/frame.en.ts';
import { messages as esFrame } from '../../../www/src/strings/compiled/frame.es.ts';
import { messages as enHelp } from '../../../www/src/strings/compiled/help.en.ts';
import { messages as esHelp } from '../../../www/src/strings/compiled/help.es.ts';
import { messages as enHints } from '../../../www/src/strings/compiled/hints.en.ts';
import { messages as esHints } from '../../../www/src/strings/compiled/hints.es.ts';
import { messages as enLater } from '../../../www/src/strings/compiled/later.en.ts';
import { messages as esLater } from '../../../www/src/strings/compiled/later.es.ts';
import { messages as enParts } from '../../../www/src/strings/compiled/parts.en.ts';
import { messages as esParts } from '../../../www/src/strings/compiled/parts.es.ts';
import { stringsIn } from '../../../www/src/strings/index.ts';
import { laterIn } from '../../../www/src/strings/later.ts';
import { partsIn } from '../../../www/src/strings/parts.ts';
import { languageFor, languages } from '../../../www/src/strings/translations.ts';

const script = import('../../../www/scripts/messages.mjs');

const FROM = join(__dirname, '../../../www/messages');
const COMPILED = {
  en: {
    first: enFirst,
    frame: enFrame,
    help: enHelp,
    hints: enHints,
    later: enLater,
    parts: enParts,
  },
  es: {
    first: esFirst,
    frame: esFrame,
    help: esHelp,
    hints: esHints,
    later: esLater,
    parts: esParts,
  },
};
type Language = keyof typeof COMPILED;
const LANGUAGES = Object.keys(COMPILED) as Language[];

type Tree = { readonly [key: string]: Tree | string };
interface Message {
  readonly path: string;
  readonly text: string;
  readonly said: string | ((of: Record<string, unknown>) => string);
}

/** The messages of a language, as they are written and as they are compiled. */
async function messagesOf(language: Language): Promise<Message[]> {
  const { leaves } = await script;
  const all: Message[] = [];
  for (const [group, compiled] of Object.entries(COMPILED[language])) {
    const made = [...found(compiled)];
    for (const file of await readdir(join(FROM, language, group))) {
      const tree: Tree = JSON.parse(await readFile(join(FROM, language, group, file), 'utf8'));
      const written = [...leaves(tree)] as [string, string][];
      for (const [path, text] of written) {
        const said = made.find(([name]) => name === path)?.[1] as Message['said'];
        all.push({ path: `${group}/${file} ${path}`, text, said });
      }
    }
  }
  return all;
}

function* found(tree: object, path = ''): Generator<[string, unknown]> {
  for (const [key, value] of Object.entries(tree)) {
    const inner = path ? `${path}.${key}` : key;
    if (typeof value === 'object') yield* found(value, inner);
    else yield [inner, value];
  }
}

/** Numbers of every plural category of every language. */
const NUMBERS = [0, 1, 2, 5, 11, 1234, 12_345, 1_000_000, 1.5];
const TEXT = 'xyzzy';

/** What is left of a value that is missing. */
const UNFILLED = /undefined|\[object|\bNaN$/;

const VALUES: Record<string, readonly unknown[]> = {
  text: [TEXT, 'id', 'value', 'fresh', 'above', 'not_above'],
  data: [TEXT],
  boolean: [true, false],
};
const valuesOf = (use: string): readonly unknown[] => VALUES[use] ?? NUMBERS;

/** What a message says, with each value of each argument. */
function saidBy({ said }: Message, uses: Map<string, string>): string[] {
  if (typeof said === 'string') return [said];
  const first = Object.fromEntries([...uses].map(([name, use]) => [name, valuesOf(use)[0]]));
  return [...uses].flatMap(([name, use]) =>
    valuesOf(use).map((value) => said({ ...first, [name]: value })),
  );
}

test('every message of every language says something, whatever its arguments are', async () => {
  const { usesOf } = await script;
  for (const language of LANGUAGES)
    for (const message of await messagesOf(language)) {
      const { path, text } = message;
      const all = saidBy(message, usesOf(language, text));
      expect(all.length, path).toBeGreaterThan(0);
      // Braces in quotes are meant.
      const wrong = /'[{}]/.test(text) ? UNFILLED : /[{}]/;
      for (const one of all)
        if (!/\S/.test(one) || UNFILLED.test(one) || wrong.test(one))
          expect(one, `${language} ${path}`).toBe('a text without gaps');
    }
});

test('every argument makes a difference', async () => {
  const { usesOf } = await script;
  for (const language of LANGUAGES)
    for (const { path, text, said } of await messagesOf(language)) {
      if (typeof said === 'string') continue;
      const uses = [...usesOf(language, text)];
      const first = Object.fromEntries(uses.map(([name, use]) => [name, valuesOf(use)[0]]));
      for (const [name, use] of uses) {
        const all = valuesOf(use).map((value) => said({ ...first, [name]: value }));
        if (use === 'data') all.push(said({ ...first, [name]: 'other' }));
        expect(new Set(all).size, `${language} ${path} {${name}}`).toBeGreaterThan(1);
      }
    }
});

/** What is the same in every language: names of files, Python's words, and units. */
const SAME = [
  'file.name',
  'searchPhrases.regexp',
  'help.where.index',
  'download.files.summary',
  'download.files.log',
  'download.files.records',
  'units.min',
  'explanation.rules.hit_rate',
  'inspector.columns.timestamp',
  'inspector.freshness.timestamp',
  'inspector.freshness.maxAge',
  'links.embed.hosts.docusaurus',
  'links.embed.hosts.html',
  'links.embed.hosts.mdbook',
  'links.embed.hosts.starlight',
];

test('nothing is left in English', async () => {
  const english = new Map((await messagesOf('en')).map(({ path, text }) => [path, text]));
  expect(english.size).toBeGreaterThan(500);
  for (const language of LANGUAGES.filter((one) => one !== 'en')) {
    const same = (await messagesOf(language)).filter(
      ({ path, text }) =>
        text === english.get(path) && /\p{L}{3}/u.test(text.replace(/\{[^{}]*\}/g, '')),
    );
    expect(same.map(({ path }) => path.split(' ')[1]).sort()).toEqual(SAME.toSorted());
  }
});

test('plurals are those of Intl', async () => {
  for (const [language, forms] of Object.entries({
    en: { one: 'key', other: 'keys' },
    es: { one: 'clave', many: 'de claves', other: 'claves' },
  })) {
    const { reconciliation } = wordsOf(language as Language);
    const rules = new Intl.PluralRules(language);
    const { format } = new Intl.NumberFormat(language);
    for (const n of [...NUMBERS, 3, 100, 1_000_001, 2_000_000, 1e9, 0.5]) {
      const form = (forms as Partial<Record<Intl.LDMLPluralRule, string>>)[rules.select(n)];
      expect(reconciliation.keys(n, n)).toBe(`${format(n)} ${form}`);
    }
  }
});

test('numbers, lists and plurals are each language’s', async () => {
  const english = wordsOf('en');
  const spanish = wordsOf('es');
  const said = ({ number, pieces, layout, file, reconciliation, units }: typeof english) => [
    [1234, 12_345, 1_234_567].map(number),
    pieces.names({ first: ['a', 'b'], count: 12_347 }).replace(/[\u2066-\u2069]/g, ''),
    pieces.seconds('1000000'),
    units.y({ value: '3' }),
    layout.ready({ took: 1.25, records: 1 }),
    layout.ready({ took: 0.0123, records: 2_000_000 }),
    layout.memory({ memory: 1234 }),
    layout.memory({ memory: 1 }),
    file.percent({ part: 12 }),
    [1, 2, 1_000_000].map((all) => reconciliation.keys(all, all)),
  ];
  expect(said(english)).toEqual([
    ['1,234', '12,345', '1,234,567'],
    'a, b and 12,345 more',
    '1000000 s (11.6 d)',
    '3 y',
    '1.3 ms · 1 record',
    '0.012 ms · 2,000,000 records',
    '1.2 kB of memory',
    '1 byte of memory',
    '12 %',
    ['1 key', '2 keys', '1,000,000 keys'],
  ]);
  expect(said(spanish)).toEqual([
    ['1234', '12.345', '1.234.567'],
    'a, b y 12.345 más',
    '1000000 s (11,6 d)',
    '3 a',
    '1,3 ms · 1 registro',
    '0,012 ms · 2.000.000 de registros',
    '1,2 kB de memoria',
    '1 byte de memoria',
    '12 %',
    ['1 clave', '2 claves', '1.000.000 de claves'],
  ]);
});

/** All words of a language. */
function wordsOf(language: Language) {
  const { first: messages, parts, later } = COMPILED[language];
  const first = stringsIn({ language, messages });
  const some = { ...first, ...partsIn(parts, first) };
  return { ...some, ...laterIn(later, some) };
}

test('a tag gets the best available language', () => {
  expect(languages).toEqual(LANGUAGES);
  for (const tag of ['en', 'EN-gb', 'tlh', '', 'toString']) expect(languageFor(tag)).toBe('en');
  for (const tag of ['es', 'ES', 'es-MX', 'es-419']) expect(languageFor(tag)).toBe('es');
});

test.describe('a build fails, and says where, if', () => {
  /** Compiles two languages, of which English has `{ rows: { more: '… and {n, number} more' } }`. */
  async function problemsOf(spanish: object): Promise<string> {
    const { compileMessages } = await script;
    const folder = await mkdtemp(join(tmpdir(), 'messages-'));
    const english = { rows: { more: '… and {n, number} more' } };
    for (const [language, messages] of Object.entries({ en: english, es: spanish })) {
      await mkdir(join(folder, 'from', language, 'first'), { recursive: true });
      const file = join(folder, 'from', language, 'first/page.json');
      await writeFile(file, JSON.stringify(messages));
    }
    return compileMessages(join(folder, 'from'), join(folder, 'to')).then(
      () => '',
      ({ message }) => message as string,
    );
  }
  const more = (text: string) => ({ rows: { more: text } });

  test('nothing is wrong', async () => {
    expect(await problemsOf(more('… y {n, plural, one {1} many {#} other {#}} más'))).toBe('');
  });

  for (const [what, spanish, problem] of [
    ['a message is missing', { rows: {} }, 'es/first: rows.more is missing'],
    ['a key is misspelt', { rows: { mroe: 'más' } }, 'page.json: rows.mroe is not in English'],
    ['an argument is missing', more('más'), 'has no argument; in English it has {n, number}'],
    [
      'an argument is misspelt',
      more('{m, number}'),
      'has {m, number}; in English it has {n, number}',
    ],
    ['a number is used as text', more('{n}'), 'has {n, text}; in English it has {n, number}'],
    ['a plural form is missing', more('{n, plural, one {#} other {#}}'), 'has no plural many of n'],
    [
      'a plural form does not exist',
      more('{n, plural, few {#} other {#}}'),
      'cannot be read: The plural case few',
    ],
    ['a brace is not closed', more('{n, number'), 'es/first/page.json: rows.more cannot be read'],
    ['a formatter does not exist', more('{n, nmber}'), 'there is no formatter of this name'],
  ] as const)
    test(what, async () => {
      expect(await problemsOf(spanish)).toContain(problem);
    });
});
