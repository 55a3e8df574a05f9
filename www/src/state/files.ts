/** A file that the learner opened or dropped: its bytes for the engine, its text for the editor. */

/** A file of more bytes than this is slow to edit in a page, so only its beginning is shown. */
const EDITABLE = 2_000_000;
const HEAD = 20_000;

export interface OpenFile {
  readonly name: string;
  readonly size: number;
  readonly bytes: Blob;
  /** What the editor shows at first: all of the file, or its beginning. */
  readonly text: string;
  readonly whole: boolean;
  /** The file as it was opened. An edited one consists of parts of it, and of what was inserted: its pieces, in order. */
  readonly original: Blob;
  readonly pieces: readonly Piece[];
  /** The versions before the newest edit, and after the newest undone one. */
  readonly undo?: Version | undefined;
  readonly redo?: Version | undefined;
}

/** Bytes of the opened file, or inserted ones. */
export type Piece = { readonly start: number; readonly end: number } | Uint8Array<ArrayBuffer>;

/** A version of an edited file, and what an edit changed: from where on, and how much longer the text became. */
export interface Version {
  readonly file: OpenFile;
  /** In UTF-16 units. */
  readonly start: number;
  readonly growth: number;
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
  const bytes = whole ? new Blob([shown]) : file;
  return { name, size, bytes, text, whole, original: bytes, pieces: [{ start: 0, end: size }] };
}
