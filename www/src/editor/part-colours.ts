/**
 * The colours of a part of a big file. A part can start anywhere, even within a string, which a parser of whole texts
 * takes for a text with errors. So its tokens are coloured one by one.
 */
import type { Range } from '@codemirror/state';
import { Decoration, EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { highlight } from './theme.ts';

/** A string, with the colon if it is a key; a number; a word; anything else. */
const TOKEN = /("(?:[^"\\\n]|\\.)*"?)(\s*:)?|(-?\d[\d.eE+-]*)|([-\w]+)|([[\]{},:])/g;

/** `inString`: the part starts within a string. */
export function partColours(text: string, inString: boolean) {
  const quote = inString ? '"' : '';
  const ranges: Range<Decoration>[] = [];
  for (const {
    index,
    1: string,
    2: colon,
    3: number,
    4: word,
    5: mark,
  } of `${quote}${text}`.matchAll(TOKEN)) {
    const tag = string
      ? colon
        ? tags.propertyName
        : tags.string
      : number
        ? tags.number
        : word
          ? tags.bool
          : tags.brace;
    const from = index - quote.length;
    const to = from + (string ?? number ?? word ?? mark ?? '').length;
    const style = Decoration.mark({ class: highlight.style([tag]) ?? '' });
    if (to > 0) ranges.push(style.range(Math.max(from, 0), to));
  }
  return EditorView.decorations.of(Decoration.set(ranges));
}
