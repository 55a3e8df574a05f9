/** Texts packed into the characters of a link: deflate-raw, then base64url without padding. The browser does both. */
import { type LinkError, MOST_BYTES, tooLarge } from './error.ts';

/** More characters than the largest text takes if it cannot be compressed. */
const MOST_PACKED = 14_000_000;

/**
 * So many bytes are unpacked at a time. An engine may unpack all that it gets before it hands out anything, and a byte of
 * deflate stands for at most 1,032: so there are never more than MOST_BYTES and another MB.
 */
const SLICE = 1024;

export async function pack(text: string): Promise<string> {
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return toBase64(new Uint8Array(await new Response(packed).arrayBuffer()));
}

export async function unpack(packed: string): Promise<string | LinkError> {
  if (/[^\w-]/.test(packed)) return { reason: 'broken' };
  if (packed.length > MOST_PACKED) return tooLarge;
  return inflate(fromBase64(packed));
}

async function inflate(bytes: Uint8Array<ArrayBuffer>): Promise<string | LinkError> {
  const { readable, writable } = new DecompressionStream('deflate-raw');
  const writer = writable.getWriter();
  const reader = readable.getReader();
  /** All bytes could be read. What is wrong after that is that there are no more. */
  let all = false;
  const write = async (): Promise<void> => {
    for (let at = 0; at < bytes.length; at += SLICE)
      await writer.write(bytes.subarray(at, at + SLICE));
    all = true;
    await writer.close();
  };
  // The reader gets the error too.
  write().catch(() => {});
  // What is not UTF-8 becomes U+FFFD, which the check in the text finds out.
  const decoder = new TextDecoder();
  let text = '';
  try {
    for (let size = 0; ; ) {
      const { done, value } = await reader.read();
      if (done) return text + decoder.decode();
      size += value.length;
      if (size > MOST_BYTES) {
        reader.cancel().catch(() => {});
        return tooLarge;
      }
      text += decoder.decode(value, { stream: true });
    }
  } catch {
    return { reason: all ? 'truncated' : 'broken' };
  }
}

/** A multiple of three, so that the pieces of base64 need no padding. */
const PIECE = 3 * 4096;

/**
 * Follows a `-` or `_` at the end, and stands for no byte. Where an address is written in a text, many programs take such
 * an end for punctuation, and leave it out of the link.
 */
const STOP = 'x';

/** `Uint8Array.prototype.toBase64` does it at once, but browsers have it only since 2025. */
function toBase64(bytes: Uint8Array): string {
  let base64 = '';
  for (let at = 0; at < bytes.length; at += PIECE)
    base64 += btoa(String.fromCharCode(...bytes.subarray(at, at + PIECE)));
  const own = base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  return own + (/[-_]$/.test(own) ? STOP : '');
}

function fromBase64(own: string): Uint8Array<ArrayBuffer> {
  // Four characters are three bytes. Of what remains, two or three are bytes too, and one is a STOP, or cut.
  const end = own.length - (own.length % 4 === 1 ? 1 : 0);
  const binary = atob(own.slice(0, end).replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
  return bytes;
}
