/** Marks records in the text: the one at the cursor, and those that a number of the summary counts. */
import {
  countColumn,
  type EditorState,
  type Range,
  StateEffect,
  StateField,
} from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';
import { inViewport } from './in-viewport.ts';

/** Places of records in the text: the start and the end of each, alternating. */
export interface Places {
  /** Records that a number of the summary counts. */
  counted: Uint32Array;
  /** Records that it does not count because a stage dropped them. */
  gone: Uint32Array;
}

/** The kinds of marks, each drawn over those before it. */
const KINDS = ['place', 'gone', 'current-record'] as const;

/** Offsets in the document. */
export type Marks = Record<
  (typeof KINDS)[number],
  readonly (readonly [from: number, to: number])[]
>;

const setMarks = StateEffect.define<Marks>();

const field = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    let next = marks.map(transaction.changes);
    for (const effect of transaction.effects)
      if (effect.is(setMarks)) next = all(effect.value, transaction.newDoc.length);
    return next;
  },
});

function all(marks: Marks, length: number): DecorationSet {
  const ranges = KINDS.flatMap((kind) => {
    const mark = Decoration.mark({ class: `cm-${kind}` });
    return marks[kind].flatMap(([from, to]) => {
      const [start, end] = [Math.max(from, 0), Math.min(to, length)];
      return start < end ? mark.range(start, end) : [];
    });
  });
  return Decoration.set(ranges, true);
}

/** What has its lines for itself is drawn as one shape. Else its part of each line is. Both without the indentation. */
const drawn = inViewport(({ state, viewport }) => {
  const ranges: Range<Decoration>[] = [];
  state.field(field).between(viewport.from, viewport.to, (from, to, mark) => {
    const column = columnOfShape(state, from, to);
    for (let at = Math.max(from, viewport.from); at < Math.min(to, viewport.to); ) {
      const line = state.doc.lineAt(at);
      const start = Math.max(from, line.from + line.text.search(/\S|$/));
      const end = Math.min(to, line.to);
      if (column !== undefined)
        ranges.push(slice(mark, column, from >= line.from, to <= line.to).range(line.from));
      else if (start < end) ranges.push(mark.range(start, end));
      at = line.to + 1;
    }
  });
  return Decoration.set(ranges, true);
});

/** The column at which a shape starts. Undefined if there is something else on its lines, or it has only one. */
function columnOfShape(
  { doc, tabSize }: EditorState,
  from: number,
  to: number,
): number | undefined {
  const [first, last] = [doc.lineAt(from), doc.lineAt(to)];
  if (last.from === first.from) return undefined;
  const before = first.text.slice(0, from - first.from);
  const alone = !before.trim() && /^[\s,\]}]*$/.test(last.text.slice(to - last.from));
  return alone ? countColumn(before, tabSize) : undefined;
}

/** A line of a shape. */
const slice = ({ spec }: Decoration, column: number, first: boolean, last: boolean): Decoration =>
  Decoration.line({
    class: `${spec.class} cm-shape ${first ? 'cm-first' : ''} ${last ? 'cm-last' : ''}`,
    attributes: { style: `--_column: ${column}ch` },
  });

/** Effects that replace all marks. */
export function mark(state: EditorState, marks: Marks): StateEffect<unknown>[] {
  if (state.field(field, false)) return [setMarks.of(marks)];
  return [
    StateEffect.appendConfig.of([field.init(() => all(marks, state.doc.length)), drawn, theme]),
  ];
}

const theme = EditorView.theme({
  ':is(.cm-current-record, .cm-place, .cm-gone):not(.cm-shape), .cm-shape::before, .cm-shape::after':
    { filter: 'var(--_old)' },
  '.cm-current-record': {
    backgroundColor: 'var(--_accent-soft)',
    boxShadow: '0 0 0 1px var(--_accent)',
    borderRadius: '2px',
  },
  '.cm-place': {
    backgroundColor: 'var(--_warning-soft)',
    borderBottom: '2px solid var(--_warning)',
  },
  '.cm-gone': {
    backgroundColor: 'var(--_danger-soft)',
    borderBottom: '2px dashed var(--_danger)',
  },
  // The parts of a shape are below the selection, which is at -2.
  '.cm-shape': { position: 'relative', background: 'none', border: 0, boxShadow: 'none' },
  '.cm-shape:is(.cm-place, .cm-gone)::before, .cm-shape.cm-current-record::after': {
    content: '""',
    position: 'absolute',
    zIndex: -3,
    insetBlock: 0,
    // A bar of 3px stands before the text, which the padding of the line moves by 6px.
    insetInline: 'calc(2px + var(--_column)) 0',
    pointerEvents: 'none',
  },
  '.cm-shape.cm-place::before': {
    backgroundColor: 'var(--_warning-soft)',
    borderInlineStart: '3px solid var(--_warning)',
  },
  '.cm-shape.cm-gone::before': {
    backgroundColor: 'var(--_danger-soft)',
    borderInlineStart: '3px dashed var(--_danger)',
  },
  '.cm-shape.cm-current-record::after': {
    border: '0 solid var(--_accent)',
    borderInlineWidth: '1px',
  },
  '.cm-shape.cm-current-record:not(.cm-place, .cm-gone)::after': {
    backgroundColor: 'var(--_accent-soft)',
  },
  '.cm-shape.cm-first::after': { borderBlockStartWidth: '1px' },
  '.cm-shape.cm-last::after': { borderBlockEndWidth: '1px' },
  '@media (forced-colors: active)': {
    '.cm-current-record:not(.cm-shape)': { outline: '1px solid Highlight' },
    '.cm-shape.cm-current-record::after': { borderColor: 'Highlight' },
  },
});
