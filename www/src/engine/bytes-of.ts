/**
 * The bytes of a file. Rejects if it cannot be read. Chromium refuses to read one that has changed since it was opened;
 * Firefox reads what is there by now, which at least is noticed if it is longer or shorter.
 */
export async function bytesOf(file: Blob): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes.length !== file.size)
    throw new DOMException('The file has another size by now.', 'NotReadableError');
  return bytes;
}
