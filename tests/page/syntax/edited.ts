import type { TextEdit } from '../../../www/src/engine/protocol.ts';

/** The text with the edits made, which are in order. */
export function edited(text: string, edits: readonly TextEdit[]): string {
  let [result, at] = ['', 0];
  for (const { start, end, insert } of edits) {
    if (start < at) throw new Error('edits overlap, or are not in order');
    result += text.slice(at, start) + insert;
    at = end;
  }
  return result + text.slice(at);
}
