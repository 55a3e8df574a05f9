/** Milliseconds until the bytes are released. The browser may ask the learner where to save them first. */
const RELEASE = 60_000;

/** Has the browser save a file, as a download under this name. */
export function saveFile(name: string, content: BlobPart[]): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob(content, { type: 'application/octet-stream' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), RELEASE);
}
