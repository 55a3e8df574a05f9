import type { TextEdit } from '../engine/protocol.ts';

/** A text with edits, which are in order and do not overlap. */
export function editedText(text: string, edits: readonly TextEdit[]): string {
  let edited = text;
  // From the last one on, so that the offsets of the others stay right.
  for (const { start, end, insert } of [...edits].reverse())
    edited = edited.slice(0, start) + insert + edited.slice(end);
  return edited;
}
