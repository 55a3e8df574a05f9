/** A wrapped line goes on below its first character, not below its indentation. */
import { countColumn, type Range } from '@codemirror/state';
import { Decoration } from '@codemirror/view';
import { inViewport } from './in-viewport.ts';

/** The most columns, so that a narrow editor keeps room for the text. */
const MOST = 12;

/** Decorations of a line, by its indentation. The padding of other lines is 6px. */
const indented = Array.from({ length: MOST + 1 }, (_, columns) =>
  Decoration.line({
    attributes: {
      style: `padding-inline-start:calc(6px + ${columns}ch);text-indent:-${columns}ch`,
    },
  }),
);

export const wrappedIndent = inViewport(({ state, viewport }) => {
  const ranges: Range<Decoration>[] = [];
  for (let at = viewport.from; at <= viewport.to; ) {
    const { from, to, text } = state.doc.lineAt(at);
    const columns = countColumn(text, state.tabSize, text.search(/\S|$/));
    const line = indented[Math.min(columns, MOST)];
    if (columns && line) ranges.push(line.range(from));
    at = to + 1;
  }
  return Decoration.set(ranges);
});
