/** The codec in the browser, which packs and unpacks: bundled alone, since no page is needed. And links made by hand. */
import { join } from 'node:path';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { test as bare, expect, type Page } from '@playwright/test';
import type * as Codec from '../../../www/src/links/index.ts';
import type { Decoded, Encoded, LinkState } from '../../../www/src/links/index.ts';

export { expect };

declare global {
  /** In the browser. */
  var codec: typeof Codec;
}

const entry = join(__dirname, '../../../www/src/links/index.ts');

async function bundled(): Promise<string> {
  const { build } = await import('../../../www/node_modules/vite/dist/node/index.js');
  const output = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: false, lib: { entry, formats: ['iife'], name: 'codec' } },
  });
  const [first] = [output].flat();
  if (!first || !('output' in first)) throw new Error('Vite has built nothing');
  return first.output[0].code;
}

/** Texts go to and from the browser as JSON, which carries lone surrogates. */
export class LinkCodec {
  readonly browser: Page;

  constructor(browser: Page) {
    this.browser = browser;
  }

  async decode(...hashes: readonly string[]): Promise<Decoded[]> {
    const decoded = await this.browser.evaluate(
      async (json) =>
        JSON.stringify(await Promise.all(JSON.parse(json).map(globalThis.codec.decode))),
      JSON.stringify(hashes),
    );
    return JSON.parse(decoded);
  }

  encode(state: LinkState): Promise<Encoded> {
    return this.browser.evaluate(
      (json) => globalThis.codec.encode(JSON.parse(json)),
      JSON.stringify(state),
    );
  }

  /** A link that must be possible. */
  async linkTo(state: LinkState): Promise<string> {
    const encoded = await this.encode(state);
    if (encoded.kind !== 'link') throw new Error(encoded.why.reason);
    return encoded.hash;
  }
}

export const test = bare.extend<{ codec: LinkCodec }, { script: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a pattern.
  script: [async ({}, use) => use(await bundled()), { scope: 'worker' }],
  codec: async ({ page, script }, use) => {
    // A promise that is rejected and not handled is one of these.
    const problems: string[] = [];
    page.on('pageerror', (problem) => problems.push(String(problem)));
    await page.goto('about:blank');
    await page.addScriptTag({ content: script });
    await use(new LinkCodec(page));
    expect(problems).toEqual([]);
  },
});

/** What is in a link, as zlib unpacks it. */
export const unpacked = (hash: string): string =>
  inflateRawSync(Buffer.from(hash.slice(1), 'base64url')).toString();

export const packed = (content: string | Buffer): string =>
  `1${deflateRawSync(content).toString('base64url')}`;

/** A link of the first version with these lines after the check. */
export const linkOf = (...lines: string[]): string =>
  packed(`${check(lines.join('\n'))}\n${lines.join('\n')}`);

function check(text: string): string {
  let hash = 2166136261n;
  for (let at = 0; at < text.length; at++)
    hash = ((hash ^ BigInt(text.charCodeAt(at))) * 16777619n) % 2n ** 32n;
  return hash.toString(36);
}
