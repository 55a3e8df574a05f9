/** Any text is a link, or it is said what is wrong with it. */
import { deflateRawSync } from 'node:zlib';
import type { Decoded, LinkState } from '../../../www/src/links/index.ts';
import { sample } from '../page.ts';
import { expect, linkOf, packed, test } from './codec.ts';

const state: LinkState = { text: sample, view: 'records', record: { source: 'alpha', index: 2 } };
const MOST = 10_000_000;
const tooLarge = { kind: 'error', why: { reason: 'tooLarge', most: MOST } };
const broken = { kind: 'error', why: { reason: 'broken' } };

/** What became of a link, in a word. */
const wordOf = (decoded: Decoded) => (decoded.kind === 'error' ? decoded.why.reason : decoded.kind);

test('a hash that begins with no version is not ours', async ({ codec }) => {
  const hashes = ['', '#', '#heading', '#a1', '#0', '#-1', '#_', '#/1', '##1', '# 1', '#é', '#١'];
  for (const decoded of await codec.decode(...hashes)) expect(decoded).toEqual({ kind: 'foreign' });
});

test('a link is read with and without its #', async ({ codec }) => {
  const hash = await codec.linkTo(state);
  expect(hash).toMatch(/^1[A-Za-z0-9_-]+$/);
  for (const decoded of await codec.decode(hash, `#${hash}`))
    expect(decoded).toEqual({ kind: 'link', state });
});

test('a link of a version that is not known yet is from the future', async ({ codec }) => {
  expect(await codec.decode('#2abc', '#9', '#2!')).toEqual([
    { kind: 'error', why: { reason: 'future', version: '2' } },
    { kind: 'error', why: { reason: 'future', version: '9' } },
    { kind: 'error', why: { reason: 'future', version: '2' } },
  ]);
});

test('a link that is cut anywhere is cut off', async ({ codec }) => {
  const digits = Array.from({ length: 4000 }, (_, n) => (n * n * 7919) % 10_007).join('');
  for (const one of [state, {}, { text: digits }]) {
    const hash = await codec.linkTo(one);
    const cut = Array.from({ length: Math.min(hash.length - 1, 500) }, (_, at) =>
      hash.slice(0, at + 1),
    );
    for (const decoded of await codec.decode(...cut, hash.slice(0, -1)))
      expect(decoded).toEqual({ kind: 'error', why: { reason: 'truncated' } });
  }
});

test('a link ends in a letter or a digit, which no program takes for punctuation', async ({
  codec,
}) => {
  const texts = Array.from(sample, (_, length) => sample.slice(0, length));
  const hashes = await codec.browser.evaluate(
    (texts) => Promise.all(texts.map((text) => globalThis.codec.encode({ text }))),
    texts,
  );
  const links = hashes.map((made) => (made.kind === 'link' ? made.hash : ''));
  for (const link of links) expect(link).toMatch(/[A-Za-z0-9]$/);
  // A version, groups of four, and a character that stands for nothing.
  const at = links.findIndex((link) => link.length % 4 === 2);
  const [stopped = ''] = links.slice(at);
  expect(stopped).toMatch(/[-_]x$/);
  const decoded = await codec.decode(stopped, stopped.slice(0, -1));
  const whole = { kind: 'link', state: { text: texts[at] } };
  expect(decoded).toEqual([whole, whole]);
});

test('a link that is changed anywhere opens as nothing else', async ({ codec }) => {
  const hash = await codec.linkTo(state);
  const pieces = ['', 'A', '_', '9', 'AAAA', '%20', '\ud800'];
  const changed: string[] = [];
  for (let at = 1; at <= hash.length; at += 3)
    for (const piece of pieces) {
      const others = [hash.slice(0, at) + piece + hash.slice(at)];
      others.push(hash.slice(0, at) + piece + hash.slice(at + 1));
      others.push(hash.slice(0, at) + piece + hash.slice(at + 9));
      others.push(hash.slice(0, at) + hash.slice(at).toLowerCase() + piece);
      changed.push(...others.filter((other) => other !== hash));
    }
  const kinds: Record<string, number> = {};
  for (const decoded of await codec.decode(...changed)) {
    const word = wordOf(decoded);
    kinds[word] = (kinds[word] ?? 0) + 1;
    if (decoded.kind === 'link') expect(decoded.state).toEqual(state);
  }
  const { broken: damaged = 0, truncated = 0, link = 0, ...others } = kinds;
  expect(others).toEqual({});
  expect(damaged).toBeGreaterThan(truncated);
  expect(link).toBeLessThan(changed.length / 1000);
});

test('any text has an answer', async ({ codec }) => {
  const seed = Math.floor(Math.random() * 2 ** 32);
  const kinds = await codec.browser.evaluate(async (seed) => {
    let last = seed;
    /** A whole number below `end`. */
    const random = (end: number) => {
      last = (Math.imul(last, 1664525) + 1013904223) >>> 0;
      return Math.floor((last / 2 ** 32) * end);
    };
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const kinds: Record<string, number> = {};
    for (let n = 0; n < 4000; n++) {
      const known = random(4) > 0;
      const unit = () =>
        known ? alphabet[random(64)] : String.fromCharCode(random(random(2) ? 128 : 65_536));
      const hash = `#${random(4) ? '1' : ''}${Array.from({ length: random(200) }, unit).join('')}`;
      const decoded = await globalThis.codec.decode(hash);
      const word = decoded.kind === 'error' ? decoded.why.reason : decoded.kind;
      kinds[word] = (kinds[word] ?? 0) + 1;
    }
    return kinds;
  }, seed);
  const all = new Set(['foreign', 'future', 'broken', 'truncated']);
  expect(new Set(Object.keys(kinds)), `seed ${seed}`).toEqual(all);
});

test('what is packed has to be what a version says', async ({ codec }) => {
  const text = JSON.stringify('{}');
  expect(await codec.decode(linkOf('{}', text))).toEqual([{ kind: 'link', state: { text: '{}' } }]);
  const others = [
    linkOf(),
    linkOf(''),
    linkOf('', text),
    linkOf('null'),
    linkOf('1', text),
    linkOf('{"v":"r"'),
    linkOf('{}', ''),
    linkOf('{}', '{}'),
    linkOf('{}', '["a"]'),
    linkOf('{}', '"a'),
    linkOf('{}', '"a" "b"'),
    linkOf(`{"d":"${'x'.repeat(1_000_000)}"}`),
    packed('{}'),
    packed(`abc\n{}\n${text}`),
    packed(Buffer.from([0xff, 0x0a, 0x7b, 0x7d])),
  ];
  for (const [at, decoded] of (await codec.decode(...others)).entries())
    expect(decoded, `number ${at}`).toEqual(broken);
});

test('members that cannot be understood are left out', async ({ codec }) => {
  const heads = [
    '[]',
    '{"v":"?","s":7,"f":null,"n":["i"],"r":"alpha[2]","p":"?"}',
    '{"v":"__proto__","s":"toString","r":[],"p":""}',
    '{"r":["alpha"]}',
    '{"r":["alpha",-1]}',
    '{"r":["alpha",1.5]}',
    '{"r":["alpha",1e300]}',
    '{"r":[1,1]}',
    '{"__proto__":{"v":"r"}}',
  ];
  for (const decoded of await codec.decode(...heads.map((head) => linkOf(head))))
    expect(decoded).toEqual({ kind: 'link', state: {} });
});

test('at most 10 MB are unpacked', async ({ codec }) => {
  const of = (size: number) => packed(Buffer.alloc(size));
  expect(await codec.decode(of(MOST), of(MOST + 1))).toEqual([broken, tooLarge]);
});

test('a link that explodes is not unpacked to its end', async ({ codec }) => {
  const bomb = deflateRawSync(Buffer.alloc(30 * MOST)).toString('base64url');
  expect(bomb.length).toBeGreaterThan(300_000);
  const { decoded, read } = await codec.browser.evaluate(async (bomb) => {
    let read = 0;
    const { write } = WritableStreamDefaultWriter.prototype;
    WritableStreamDefaultWriter.prototype.write = function (bytes) {
      read += bytes.length;
      return write.call(this, bytes);
    };
    return { decoded: await globalThis.codec.decode(`1${bomb}`), read };
  }, bomb);
  expect(decoded).toEqual(tooLarge);
  // A byte of it stands for a thousand.
  expect(read).toBeLessThan(12_000);
});

test('of what is unpacked, only a string or a short object is parsed', async ({ codec }) => {
  const long = `[${'{},'.repeat(1_000_000)}1]`;
  const parsed = await codec.browser.evaluate(
    async (hashes) => {
      const { parse } = JSON;
      const parsed: number[] = [];
      JSON.parse = (text) => {
        parsed.push(text.length);
        return parse(text);
      };
      for (const hash of hashes) await globalThis.codec.decode(hash);
      JSON.parse = parse;
      return parsed;
    },
    [linkOf(long), linkOf('{}', long), linkOf('{}', '""', long)],
  );
  expect(parsed).toEqual([2, 2, 2]);
});

test('a link of more characters than the largest text can have is not looked at', async ({
  codec,
}) => {
  const kinds = await codec.browser.evaluate(() =>
    Promise.all(['A', '_'].map((one) => globalThis.codec.decode(`#1${one.repeat(14_000_001)}`))),
  );
  expect(kinds).toEqual([tooLarge, tooLarge]);
});

test('of a state that is too large, no link is made', async ({ codec }) => {
  const kinds = await codec.browser.evaluate(async () => {
    const made = async (state: LinkState) => {
      const encoded = await globalThis.codec.encode(state);
      if (encoded.kind !== 'link') return encoded;
      const decoded = await globalThis.codec.decode(encoded.hash);
      return decoded.kind === 'link' && decoded.state.text === state.text;
    };
    return [
      await made({ text: 'a'.repeat(9_999_900) }),
      await made({ text: 'é'.repeat(4_999_900) }),
      await made({ text: 'a'.repeat(10_000_000) }),
      await made({ text: 'é'.repeat(5_000_000) }),
      await made({ text: 'a'.repeat(60_000_000) }),
      await made({ record: { source: 'a'.repeat(1_000_000), index: 0 } }),
    ];
  });
  expect(kinds).toEqual([true, true, tooLarge, tooLarge, tooLarge, tooLarge]);
});
