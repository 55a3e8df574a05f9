import type { TextEdit } from '../engine/protocol.ts';
import type { Wishes } from './events.ts';
import type { Source } from './state.ts';
import type { Store } from './store.ts';

type Change = Wishes['pp-setting'];

/** What takes the edits: the editor. */
interface Editable {
  /** `joined`: undo takes the edit back together with the one before. */
  apply(edit: TextEdit, joined: boolean): void;
}

/** What goes on from a change to the one that is `final`: many edits, of which undo makes one. */
interface Gesture {
  key: Change['key'];
  begun: boolean;
}

/**
 * Turns what a slider or a field passes on its way into edits of the text. One at a time: the engine makes an edit
 * for the text as it is, and while it does, only the newest of a gesture's values waits. Where something else changes
 * the text meanwhile, that counts, and what waits is forgotten.
 */
export class SettingEdits {
  #store: Store;
  #editor: () => Editable;
  #queue: { gesture: Gesture; change: Change }[] = [];
  #gesture: Gesture | undefined;
  /** The text as the last of these edits left it. */
  #left: Source | undefined;

  constructor(store: Store, editor: () => Editable) {
    this.#store = store;
    this.#editor = editor;
  }

  change(change: Change): void {
    if (this.#queue.length === 0 && this.#changedElsewhere) this.#gesture = undefined;
    const { key, final } = change;
    const gesture = this.#gesture?.key === key ? this.#gesture : { key, begun: false };
    this.#gesture = final ? undefined : gesture;
    const waiting = this.#queue.slice(1).at(-1);
    if (waiting?.gesture === gesture) waiting.change = change;
    else if (this.#queue.push({ gesture, change }) === 1) void this.#work();
  }

  get #changedElsewhere(): boolean {
    return this.#store.state.source !== this.#left;
  }

  async #work(): Promise<void> {
    this.#left = this.#store.state.source;
    for (let next = this.#queue[0]; next; next = this.#queue[0]) {
      const { gesture, change } = next;
      const edit = await this.#store.settingEdit(change.key, change.value);
      if (this.#changedElsewhere) {
        this.#queue = [];
        this.#gesture = undefined;
        return;
      }
      if (edit === 'refused') change.refused();
      else if (edit) {
        this.#editor().apply(edit, gesture.begun);
        gesture.begun = true;
        this.#left = this.#store.state.source;
      }
      this.#queue.shift();
    }
  }
}
