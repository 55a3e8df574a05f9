/** No words are in the sources of the page, where no translation would reach them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';

const SRC = join(__dirname, '../../../www/src');
/** Attributes and properties that are shown or read out. */
const SHOWN =
  /\s[.?]?(aria-[a-z]+|title|placeholder|alt|label|heading|text|action)=("[^"]*"|'[^']*')/g;
/** Those of them that are not words. */
const NOT_WORDS =
  /^\s(aria-(hidden|live|haspopup|current|atomic|modal|labelledby|describedby|controls|autocomplete|orientation)|\.text)=/;
const WORD = /\p{L}{2}/u;
/** Three words of letters. */
const SENTENCE = /^\p{L}[\p{L}’']*( [\p{L}’']+){2,}[.…?!:]?$/u;

interface Node {
  readonly type: string;
  readonly [part: string]: unknown;
}

/** What looks like words in the code of a file. */
function* wordsIn(node: unknown, tagOf: (node: Node) => string): Generator<string> {
  if (Array.isArray(node)) for (const one of node) yield* wordsIn(one, tagOf);
  if (!isNode(node) || node.type === 'ImportExpression' || isError(node)) return;
  if (node.type === 'TaggedTemplateExpression') {
    const { quasis, expressions } = node.quasi as { quasis: Quasi[]; expressions: unknown };
    if (['html', 'svg'].includes(tagOf(node.tag as Node))) yield* wordsOfTemplate(quasis);
    yield* wordsIn(expressions, tagOf);
    return;
  }
  const text = node.type === 'Literal' ? node.value : (node.value as Quasi['value'])?.cooked;
  if (typeof text === 'string' && SENTENCE.test(text.trim())) yield text;
  for (const [name, part] of Object.entries(node))
    if (name !== 'source') yield* wordsIn(part, tagOf);
}

interface Quasi {
  readonly value: { readonly cooked: string };
}

function* wordsOfTemplate(quasis: readonly Quasi[]): Generator<string> {
  const template = quasis.map(({ value }) => value.cooked).join('$');
  const texts = template.replace(/<!--.*?-->/gs, '').split(/<[^>]*>/);
  yield* texts.filter((text) => WORD.test(text)).map((text) => text.trim());
  for (const [attribute] of template.matchAll(SHOWN))
    if (!NOT_WORDS.test(attribute) && WORD.test(attribute.split('=')[1] ?? '')) yield attribute;
}

const isNode = (node: unknown): node is Node =>
  typeof node === 'object' && node !== null && 'type' in node;

const isError = ({ type, callee }: Node): boolean =>
  type === 'NewExpression' && /Error$/.test(String((callee as { name?: string }).name));

async function wordsInCode(code: string): Promise<string[]> {
  const { parseAst } = await import('../../../www/node_modules/vite/dist/node/index.js');
  const tagOf = ({ start, end }: Node) => code.slice(start as number, end as number);
  return [...wordsIn(parseAst(code, { lang: 'ts' }), tagOf)];
}

test('no words in templates, attributes and other texts', async () => {
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' });
  // Messages of the engine's own errors are technical, as the browser's are.
  const shown = files.filter((name) => /^(?!strings|engine).*(?<!\.d)\.ts$/.test(name));
  expect(shown.length).toBeGreaterThan(100);
  for (const name of shown)
    expect(await wordsInCode(readFileSync(join(SRC, name), 'utf8')), name).toEqual([]);
});

test('words in the code would be found', async () => {
  const value = (name: string) => ['$', `{${name}}`].join('');
  for (const code of [
    `html\`<p>${value('a')} records</p>\``,
    `html\`<p>${value('a ? html`<b>No records</b>` : b')}</p>\``,
    'html`<button aria-label="Open file">x</button>`',
    `html\`<input placeholder="${value('a')} or name">\``,
    'html`<pp-message .heading="Wrong">`',
    `say('The text was changed.')`,
    `say(\`It is not ${value('a')}\`)`,
  ])
    expect(await wordsInCode(code), code).toHaveLength(1);
  for (const code of [
    `html\`<p class="two words">${value('a')} · ${value('b')}</p>\``,
    `throw new Error('this should not happen')`,
    'css`a b c { color: red }`',
  ])
    expect(await wordsInCode(code), code).toEqual([]);
});
