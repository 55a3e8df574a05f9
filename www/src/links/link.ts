/**
 * A link: what stands behind the `#` of the playground's own address. It is a character for the version, and the packed
 * state; all characters are `[A-Za-z0-9_-]`, which no program escapes.
 *
 * A version is a digit from 1 to 9, and every hash that begins with one is read as a link, so that a link that was cut
 * after two characters is told as well. All others (`#heading`) are not ours. A heading's id could be `#1-introduction`,
 * so only a playground that is its whole page reads and writes the hash: an embed leaves its host's alone.
 */
import { type LinkError, MOST_BYTES, type TooLarge, tooLarge } from './error.ts';
import { pack, unpack } from './pack.ts';
import type { LinkState } from './state.ts';
import { read, write } from './version-1.ts';

const VERSION = '1';

export type Encoded =
  /** `hash`: without the `#`. */
  | { readonly kind: 'link'; readonly hash: string }
  | { readonly kind: 'error'; readonly why: TooLarge };

export type Decoded =
  | { readonly kind: 'link'; readonly state: LinkState }
  /** Not a link of ours, which is no reason to say anything. */
  | { readonly kind: 'foreign' }
  | { readonly kind: 'error'; readonly why: LinkError };

export async function encode(state: LinkState): Promise<Encoded> {
  const text = fits(state) ? write(state) : undefined;
  return text === undefined || new Blob([text]).size > MOST_BYTES
    ? { kind: 'error', why: tooLarge }
    : { kind: 'link', hash: VERSION + (await pack(text)) };
}

/** A text has at least as many bytes as UTF-16 units. A much larger one is not even written. */
const fits = ({ text = '' }: LinkState): boolean => text.length <= MOST_BYTES;

/** `hash`: with or without the `#`. Any text has an answer; this never rejects. */
export async function decode(hash: string): Promise<Decoded> {
  const link = hash.replace(/^#/, '');
  const [version = ''] = link;
  if (!/[1-9]/.test(version)) return { kind: 'foreign' };
  if (version !== VERSION) return { kind: 'error', why: { reason: 'future', version } };
  const text = await unpack(link.slice(1));
  if (typeof text !== 'string') return { kind: 'error', why: text };
  const state = read(text);
  return state ? { kind: 'link', state } : { kind: 'error', why: { reason: 'broken' } };
}
