/**
 * Links that were once made, and what is in them: they are read for ever. Entries are added, never changed. For a new one
 * leave the `link` empty: the test fails and says what it is.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LinkState } from '../../../www/src/links/index.ts';
import { found, numbers, parts, stages, views } from '../../../www/src/links/state.ts';
import { expect, type LinkCodec, linkOf, test, unpacked } from './codec.ts';

/** Of a long text, how long it is, and a hash. */
type GoldenText = string | { readonly length: number; readonly sha256: string };
type GoldenState = Omit<LinkState, 'text'> & { readonly text?: GoldenText };

interface Golden {
  readonly name: string;
  readonly link: string;
  readonly state: GoldenState;
  /** It was not made by this page: what is in it, line by line. */
  readonly lines?: readonly string[];
}

/** The newest. Links of older ones are only read. */
const VERSION = '1';

const golden: Golden[] = JSON.parse(readFileSync(join(__dirname, 'golden.json'), 'utf8'));

function shortened({ text, ...open }: LinkState): GoldenState {
  if (text === undefined) return open;
  if (text.length < 5000) return { text, ...open };
  const sha256 = createHash('sha256').update(text).digest('hex');
  return { text: { length: text.length, sha256 }, ...open };
}

test('links that were once made are read for ever, and made as then', async ({ codec }) => {
  for (const { name, link, state, lines } of golden) {
    if (!link) throw new Error(`the link of “${name}” is ${await made(codec, state, lines)}`);
    const [decoded] = await codec.decode(link);
    if (decoded?.kind !== 'link') throw new Error(`${name}: ${JSON.stringify(decoded)}`);
    expect.soft(shortened(decoded.state), name).toEqual(state);
    // Engines do not compress alike, so what is in the links is compared.
    if (link.startsWith(VERSION) && !lines)
      expect.soft(unpacked(await codec.linkTo(decoded.state)), name).toBe(unpacked(link));
  }
});

async function made(codec: LinkCodec, { text, ...open }: GoldenState, lines?: readonly string[]) {
  if (lines) return linkOf(...lines);
  return codec.linkTo(typeof text === 'string' ? { text, ...open } : open);
}

test('every name that a link can hold is in a golden link', () => {
  const names = (of: (state: GoldenState) => readonly string[] | string | undefined) =>
    new Set(golden.flatMap(({ state }) => of(state) ?? []));
  expect(names(({ view }) => view)).toEqual(new Set(Object.keys(views)));
  expect(names(({ stage }) => stage)).toEqual(new Set(Object.keys(stages)));
  expect(names((state) => state.found)).toEqual(new Set(Object.keys(found)));
  expect(names(({ number }) => number)).toEqual(new Set(Object.keys(numbers)));
  expect(names(({ show }) => show)).toEqual(new Set(Object.keys(parts)));
});
