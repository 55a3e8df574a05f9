/** A text that is kept for the next visit, as a state of the editor. */
import { history, historyField, redo, undo } from '@codemirror/commands';
import { EditorState, type Extension } from '@codemirror/state';
import type { KeptText } from '../state/kept-text.ts';

const fields = { history: historyField };

export const written = (state: EditorState, withHistory: boolean): KeptText =>
  state.toJSON(withHistory ? fields : undefined);

/** The state of a text. A history or a cursor that does not fit the text is left out. */
export function stateOf(kept: KeptText, extensions: Extension): EditorState {
  try {
    const state = EditorState.fromJSON(kept, { extensions }, fields);
    // The history is not checked when it is read, so all of it is tried, on a state with nothing else.
    for (const step of [undo, redo]) {
      let at = EditorState.fromJSON(kept, { extensions: history() }, fields);
      while (step({ state: at, dispatch: ({ state }) => (at = state) }));
    }
    return state;
  } catch {
    return EditorState.create({ doc: kept.doc, extensions });
  }
}
