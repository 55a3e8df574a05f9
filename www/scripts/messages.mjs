/**
 * Compiles the words of the page. The messages in `www/messages/<language>/<group>/*.json`, in ICU MessageFormat, become
 * a module for each language and group, `www/src/strings/compiled/<group>.<language>.ts`: a message without arguments is
 * a string, any other a function. Their types are English's, so a message has the same arguments in every language. What
 * a translation lacks, or has that English does not, is an error.
 */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import MessageFormat from '@messageformat/core';
import compileModule from '@messageformat/core/compile-module.js';
import { parse } from '@messageformat/parser';

export { parse };

const FROM = fileURLToPath(new URL('../messages', import.meta.url));
const TO = fileURLToPath(new URL('../src/strings/compiled', import.meta.url));
const ENGLISH = 'en';

/** Our formatters, in `src/strings/formatters.ts`, and the type of what each formats. */
const FORMATTERS = { data: 'string', size: 'number', duration: 'number' };
/** What a message does with an argument, and the argument's type. */
const TYPES = { text: 'string', number: 'number', boolean: 'boolean', ...FORMATTERS };

/** MessageFormat makes JavaScript, with types that are right by the checks here. */
const HEAD = '// @ts-nocheck\n// Made by scripts/messages.mjs.\n';

const customFormatters = Object.fromEntries(
  Object.keys(FORMATTERS).map((id) => [
    id,
    { id, arg: 'string', formatter: String, module: '../formatters.ts' },
  ]),
);

/** Compiles all messages. Rewrites no file that stays the same. Throws an error that lists all that is wrong. */
export async function compileMessages(from = FROM, to = TO) {
  const problems = [];
  const english = await readLanguage(from, ENGLISH, problems);
  const languages = new Map([[ENGLISH, english]]);
  for (const language of await folders(from)) {
    if (language === ENGLISH) continue;
    languages.set(language, await readLanguage(from, language, problems));
    compare(language, languages.get(language), english, problems);
  }
  if (problems.length > 0) throw new Error(`messages:\n${problems.join('\n')}`);
  const files = new Map();
  for (const [language, groups] of languages)
    for (const [group, { messages }] of groups)
      files.set(join(to, `${group}.${language}.ts`), moduleOf(language, group, messages));
  await write(to, files);
}

/** The groups of a language: their messages, and what each message does with its arguments, by its path. */
async function readLanguage(from, language, problems) {
  const groups = new Map();
  for (const group of await folders(join(from, language))) {
    const messages = {};
    const uses = new Map();
    for (const file of (await readdir(join(from, language, group))).sort()) {
      const name = `${language}/${group}/${file}`;
      const tree = JSON.parse(await readFile(join(from, name), 'utf8'));
      for (const key of Object.keys(tree))
        if (key in messages) problems.push(`${name}: another file has ${key} too`);
      Object.assign(messages, tree);
      for (const [path, text] of leaves(tree)) {
        const wrong = (what) => problems.push(`${name}: ${path} ${what}`);
        uses.set(path, { name: `${name}: ${path}`, uses: usesOf(language, text, wrong) });
      }
    }
    groups.set(group, { messages, uses });
  }
  return groups;
}

/**
 * What a message does with its arguments, by their names: the name of a formatter, `number`, `boolean` or `text`.
 * @param {string} language
 * @param {string} text
 * @param {(what: string) => void} wrong
 * @returns {Map<string, string>}
 */
export function usesOf(language, text, wrong = () => {}) {
  const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
  const uses = new Map();
  try {
    collect(parse(text, { cardinal: pluralCategories }));
  } catch (error) {
    wrong(`cannot be read: ${error.message}`);
  }
  return uses;

  function collect(tokens) {
    for (const token of tokens) {
      const use = useOf(token);
      if (use === undefined) continue;
      if (!(use in TYPES)) wrong(`has {${token.arg}, ${use}}: there is no formatter of this name`);
      const known = uses.get(token.arg);
      if (known !== undefined && known !== use)
        wrong(`uses ${token.arg} as ${known} and as ${use}`);
      uses.set(token.arg, use);
      const keys = token.cases?.map(({ key }) => key) ?? [];
      const lacking = pluralCategories.filter((one) => !keys.includes(one));
      if (token.type === 'plural' && lacking.length > 0)
        wrong(`has no plural ${lacking.join(', ')} of ${token.arg}`);
      for (const { tokens: inner } of token.cases ?? []) collect(inner);
    }
  }
}

/** What a part of a message does with its argument. */
function useOf({ type, key, cases }) {
  if (type === 'argument') return 'text';
  if (type === 'function') return key;
  if (type === 'plural') return 'number';
  if (type !== 'select') return undefined;
  return cases.every((one) => ['true', 'false', 'other'].includes(one.key)) ? 'boolean' : 'text';
}

function compare(language, groups, english, problems) {
  for (const [group, { uses: wanted }] of english) {
    const { uses: found = new Map() } = groups.get(group) ?? {};
    for (const [path, { name, uses }] of found) {
      const original = wanted.get(path);
      if (!original) problems.push(`${name} is not in English`);
      else if (said(uses) !== said(original.uses))
        problems.push(`${name} has ${said(uses)}; in English it has ${said(original.uses)}`);
    }
    for (const path of wanted.keys())
      if (!found.has(path)) problems.push(`${language}/${group}: ${path} is missing`);
  }
  for (const group of groups.keys())
    if (!english.has(group)) problems.push(`${language}/${group} is not in English`);
}

const said = (uses) =>
  [...uses]
    .map(([name, use]) => `{${name}, ${use}}`)
    .sort()
    .join(' ') || 'no argument';

/** A module of messages. English has the types. */
function moduleOf(language, group, messages) {
  const compiler = new MessageFormat(language, { customFormatters });
  const [imports, tree] = compileModule(compiler, messages).split('export default ');
  // MessageFormat makes a function of every message; those without arguments are strings here.
  const strings = tree.replaceAll(/: \(\) => (?=")/g, ': ');
  const type =
    language === ENGLISH
      ? `export interface Messages ${typeOf(messages, '')}\n`
      : `import type { Messages } from './${group}.${ENGLISH}.ts';\n`;
  return `${HEAD}${ourNumber(imports)}\n${type}\nexport const messages: Messages = ${strings};\n`;
}

/** Numbers are written by our formats, which do not need the browser's for most of them. */
const ourNumber = (imports) =>
  imports.replace(
    /^import \{ number(?:, )?(.*)\} from ("@messageformat\/runtime";)$/m,
    (_, others, runtime) =>
      `import { number } from "../format.ts";${others.trim() && `\nimport { ${others}} from ${runtime}`}`,
  );

function typeOf(tree, indent) {
  if (typeof tree === 'string') {
    const fields = [...usesOf(ENGLISH, tree)].map(([name, use]) => `${name}: ${TYPES[use]}`);
    return fields.length > 0 ? `(of: { ${fields.join('; ')} }) => string` : 'string';
  }
  const inner = `${indent}  `;
  const members = Object.entries(tree).map(
    ([key, value]) => `${inner}readonly ${JSON.stringify(key)}: ${typeOf(value, inner)};\n`,
  );
  return `{\n${members.join('')}${indent}}`;
}

/** Every message with its path. */
export function* leaves(tree, path = '') {
  for (const [key, value] of Object.entries(tree)) {
    const inner = path ? `${path}.${key}` : key;
    if (typeof value === 'string') yield [inner, value];
    else yield* leaves(value, inner);
  }
}

async function folders(path) {
  const entries = await readdir(path, { withFileTypes: true });
  return entries.filter((one) => one.isDirectory()).map(({ name }) => name);
}

async function write(to, files) {
  const old = await readdir(to, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const one of old.filter((one) => one.isFile())) {
    const path = join(one.parentPath, one.name);
    if (!files.has(path)) await rm(path);
  }
  for (const [path, text] of files) {
    if ((await readFile(path, 'utf8').catch(() => undefined)) === text) continue;
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) void compileMessages();
