/** Marks records in the text: the one at the cursor, and those that a number of the summary counts. */
import { type Range, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';

/** Places of records in the text: the start and the end of each, alternating. */
export interface Places {
  /** Records that a number of the summary counts. */
  counted: Uint32Array;
  /** Records that it does not count because a stage dropped them. */
  gone: Uint32Array;
}

export interface Marks {
  /** All three are offsets in the document. */
  places: Iterable<readonly [from: number, to: number]>;
  /** Records that a stage dropped. They are marked differently. */
  gone: Iterable<readonly [from: number, to: number]>;
  current: readonly [from: number, to: number] | undefined;
}

export const setMarks = StateEffect.define<Marks>();

const place = Decoration.mark({ class: 'cm-place' });
const gone = Decoration.mark({ class: 'cm-gone' });
const current = Decoration.mark({ class: 'cm-current-record' });

const field = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    let next = marks.map(transaction.changes);
    for (const effect of transaction.effects)
      if (effect.is(setMarks)) next = decorate(effect.value, transaction.newDoc.length);
    return next;
  },
  provide: (marks) => EditorView.decorations.from(marks),
});

function decorate(marks: Marks, length: number): DecorationSet {
  const ranges: Range<Decoration>[] = [];
  const add = (kind: Decoration, [from, to]: readonly [number, number]) => {
    const [start, end] = [Math.max(from, 0), Math.min(to, length)];
    if (start < end) ranges.push(kind.range(start, end));
  };
  for (const one of marks.places) add(place, one);
  for (const one of marks.gone) add(gone, one);
  if (marks.current) add(current, marks.current);
  return Decoration.set(ranges, true);
}

export const marks = [
  field,
  EditorView.theme({
    '.cm-current-record, .cm-place, .cm-gone': { filter: 'var(--_old)' },
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
    '@media (forced-colors: active)': {
      '.cm-current-record': { outline: '1px solid Highlight' },
    },
  }),
];
