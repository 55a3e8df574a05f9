/** Has the browser save a file, as a download under this name. */
export function saveFile(name: string, content: BlobPart[]): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob(content, { type: 'application/octet-stream' }));
  link.download = name;
  link.click();
  // The download has its own reference once the click has been handled.
  setTimeout(() => URL.revokeObjectURL(link.href));
}
