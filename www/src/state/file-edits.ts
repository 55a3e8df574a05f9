/**
 * Edits of a file that is too big for the editor. Its bytes are not copied: the edited file is put together from parts
 * of the opened one and from what was inserted. Each version of a file knows the ones before and after it.
 */
import type { TextEdit } from '../engine/protocol.ts';
import type { OpenFile, Piece, Version } from './files.ts';

/** The version after an edit. `joined`: undo reverts it together with the edit before. */
export function edited(file: OpenFile, edit: TextEdit, joined: boolean): Version {
  const { start, end, insert, bytes } = edit;
  if (!bytes) throw new TypeError('an edit of a file needs its place in the bytes');
  const pieces = joinInserted([
    ...part(file.pieces, 0, bytes.start),
    new TextEncoder().encode(insert),
    ...part(file.pieces, bytes.end, Number.POSITIVE_INFINITY),
  ]);
  // Python reads a CRLF as one character.
  const growth = insert.replaceAll('\r\n', '\n').length - (end - start);
  const { original, undo } = file;
  const after: OpenFile = {
    ...file,
    pieces,
    size: pieces.map(lengthOf).reduce((sum, length) => sum + length, 0),
    // Always parts of the opened file, never parts of parts, however many edits there were.
    bytes: new Blob(
      pieces.map((piece) => (isInserted(piece) ? piece : original.slice(piece.start, piece.end))),
    ),
    undo: joined && undo ? { ...undo, growth: undo.growth + growth } : { file, start, growth },
    redo: undefined,
  };
  return { file: after, start, growth };
}

/** The version before the newest edit, which can be redone then. */
export function undone(file: OpenFile): Version | undefined {
  const { undo } = file;
  return undo && { ...undo, file: { ...undo.file, redo: { ...undo, file } }, growth: -undo.growth };
}

/** The version after the newest undone edit. */
export function redone(file: OpenFile): Version | undefined {
  const { redo } = file;
  return redo && { ...redo, file: { ...redo.file, undo: { ...redo, file } } };
}

const isInserted = (piece: Piece): piece is Uint8Array<ArrayBuffer> => piece instanceof Uint8Array;
const lengthOf = (piece: Piece): number =>
  isInserted(piece) ? piece.length : piece.end - piece.start;

/** The pieces from one byte to another. */
function part(pieces: readonly Piece[], from: number, to: number): Piece[] {
  let end = 0;
  return pieces.flatMap((piece) => {
    const start = end;
    end += lengthOf(piece);
    const [first, last] = [Math.max(from, start) - start, Math.min(to, end) - start];
    if (first >= last) return [];
    return isInserted(piece)
      ? piece.slice(first, last)
      : { start: piece.start + first, end: piece.start + last };
  });
}

/** Makes one piece of neighbours that were inserted, so that many edits of one number are one piece. */
function joinInserted(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last && isInserted(last) && isInserted(piece))
      joined[joined.length - 1] = Uint8Array.of(...last, ...piece);
    else if (lengthOf(piece) > 0) joined.push(piece);
  }
  return joined;
}
