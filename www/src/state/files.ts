/** A file that the learner opened or dropped: its bytes for the engine, its text for the editor. */
import { bytesOf } from '../engine/bytes-of.ts';

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
  /** The encoding that it probably has, if it is not UTF-8 as Python expects. */
  readonly encoding?: Encoding;
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

export type Encoding = 'windows-1252' | 'utf-16le' | 'utf-16be';

/** Throws if the file cannot be read. A folder is an example. */
export async function openFile(file: File): Promise<OpenFile> {
  const { name, size } = file;
  const whole = size <= EDITABLE;
  const shown = await bytesOf(file.slice(0, whole ? size : HEAD));
  // Invalid UTF-8 is shown as U+FFFD; the engine gets the bytes and answers as Python does. A byte order mark is kept,
  // since Python refuses it. `stream` leaves out a character that the end of the head cuts in two.
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(shown, { stream: !whole });
  // A small file is copied, since it may change on the disk while it is open here.
  const bytes = whole ? new Blob([shown]) : file;
  const encoding = whole ? encodingOf(shown) : undefined;
  return {
    name,
    size,
    bytes,
    text: withLf(text),
    whole,
    ...(encoding && { encoding }),
    original: bytes,
    pieces: [{ start: 0, end: size }],
  };
}

/** The text of a file in an encoding. */
export async function decoded({ bytes }: OpenFile, encoding: Encoding): Promise<string> {
  return withLf(new TextDecoder(encoding).decode(await bytes.arrayBuffer()));
}

/** The editor has one kind of line end, and an edit of the text must have the offsets of the editor. */
const withLf = (text: string): string => text.replace(/\r\n?/g, '\n');

/** Undefined for UTF-8. Otherwise a guess: UTF-16 begins with a byte order mark on Windows. */
function encodingOf(bytes: Uint8Array): Encoding | undefined {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return undefined;
  } catch {
    const [first, second] = bytes;
    if (first === 0xff && second === 0xfe) return 'utf-16le';
    return first === 0xfe && second === 0xff ? 'utf-16be' : 'windows-1252';
  }
}
