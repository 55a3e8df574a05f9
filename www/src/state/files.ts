/** A file that the learner opened or dropped: its bytes for the engine, its text for the editor. */

/** A file of more bytes than this is slow to edit in a page, so only its beginning is shown. */
const EDITABLE = 2_000_000;
const HEAD = 20_000;

export interface OpenFile {
  readonly name: string;
  readonly size: number;
  readonly bytes: Blob;
  /** What the editor shows: all of the file, or its beginning. */
  readonly text: string;
  readonly whole: boolean;
}

/** Throws if the file cannot be read. A folder is an example. */
export async function openFile(file: File): Promise<OpenFile> {
  const { name, size } = file;
  const whole = size <= EDITABLE;
  const shown = new Uint8Array(await file.slice(0, whole ? size : HEAD).arrayBuffer());
  // Invalid UTF-8 is shown as U+FFFD; the engine gets the bytes and answers as Python does. A byte order mark is kept,
  // since Python refuses it. `stream` leaves out a character that the end of the head cuts in two.
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(shown, { stream: !whole });
  // A small file is copied, since it may change on the disk while it is open here.
  return { name, size, bytes: whole ? new Blob([shown]) : file, text, whole };
}
