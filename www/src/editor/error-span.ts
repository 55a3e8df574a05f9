import type { Text } from '@codemirror/state';
import type { RunError } from '../engine/protocol.ts';

/** What shows nothing, or a gap that is no plain space. The editor draws a dot for each. */
const INVISIBLE = /(?![\t\n ])[\p{Cc}\p{Cf}\p{Zs}]/u;

/**
 * The part of the document that an exception is about. It ends with its first line, since underlining a whole config
 * does not help. Undefined if the exception has no position, or one outside the document, which starts at offset `base`
 * of the text.
 */
export function errorSpan(
  doc: Text,
  error: RunError,
  base: number,
): { from: number; to: number } | undefined {
  if (error.start === undefined || error.end === undefined) return undefined;
  const [start, end] = [error.start - base, error.end - base];
  if (start < 0 || start > doc.length) return undefined;
  const line = doc.lineAt(start);
  // An empty span ("something is missing here") is extended by one character to be visible. So is one that ends with an
  // invisible character: the editor draws a dot for it, which cannot be marked.
  const seen = Math.max(end, start + 1);
  const dot = INVISIBLE.test(doc.sliceString(seen - 1, seen));
  const to = Math.min(dot ? seen + 1 : seen, line.to);
  return { from: start, to: Math.max(start, to) };
}
