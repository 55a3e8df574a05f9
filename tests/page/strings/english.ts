/** Finds English words in a page that is in another language. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';

const FROM = join(__dirname, '../../../www/messages');

type Tree = { readonly [key: string]: Tree | string };

/** The texts of all messages of a language, in order. */
function textsOf(language: string): string[] {
  const folder = join(FROM, language);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const trees = files
    .filter((name) => name.endsWith('.json'))
    .map((name): Tree => JSON.parse(readFileSync(join(folder, name), 'utf8')));
  const all = (tree: Tree): string[] =>
    Object.values(tree).flatMap((one) => (typeof one === 'string' ? one : all(one)));
  return trees.flatMap(all);
}

interface Token {
  readonly type: string;
  readonly value?: string;
  readonly cases?: readonly { readonly tokens: readonly Token[] }[];
}

/** The words of messages, in pieces: between their arguments, and in each plural and choice. */
async function piecesOf(language: string): Promise<Set<string>> {
  const { parse } = await import('../../../www/scripts/messages.mjs');
  const words = (tokens: readonly Token[]): string[] =>
    tokens.flatMap(({ value, cases = [] }) =>
      value === undefined ? cases.flatMap((one) => words(one.tokens)) : plain(value),
    );
  const all = textsOf(language).flatMap((text) => words(parse(text)));
  return new Set(all.filter((piece) => /\p{L}{2}/u.test(piece)));
}

/** Without symbols and numbers around it. */
const plain = (text: string): string => text.trim().replace(/^[^\p{L}“]+|[^\p{L}”]+$/gu, '');

/** All of the page that can be read or is read out, except data, which is not translated. */
const readable = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const names = ['aria-label', 'title', 'placeholder', 'alt', 'data-other', 'label'];
    const found: string[] = [];
    const look = (node: Node): void => {
      if (node instanceof Text) found.push(node.data);
      if (node instanceof Element) {
        if (node.matches('style, script, [translate=no], .cm-content')) {
          found.push(...names.slice(0, 2).map((name) => node.getAttribute(name) ?? ''));
          return;
        }
        found.push(...names.map((name) => node.getAttribute(name) ?? ''));
        if (node.shadowRoot) look(node.shadowRoot);
      }
      for (const child of node.childNodes) look(child);
    };
    look(document.body);
    return found.filter((text) => text.trim());
  });

/** Finds the English words in a page. `native`: the language that it should be in. */
export async function englishFinder(native: string) {
  const own = await piecesOf(native);
  const english = new Set([...(await piecesOf('en'))].filter((piece) => !own.has(piece)));
  const long = [...english].filter((piece) => piece.split(' ').length > 2);
  return async (page: Page): Promise<string[]> =>
    (await readable(page))
      .map(plain)
      .filter((text) => english.has(text) || long.some((piece) => text.includes(piece)));
}
