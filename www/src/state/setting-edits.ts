import type { TextEdit } from '../engine/protocol.ts';
import type { PlaygroundEvents } from './events.ts';
import type { Source } from './state.ts';
import type { Store } from './store.ts';

type Change = PlaygroundEvents['pp-setting'];

/** The config, which the edits are applied to. */
interface Editable {
  /** `joined`: undo reverts the edit together with the one before. */
  apply(edit: TextEdit, joined: boolean): void;
}

/** The changes up to the `final` one. They are many edits, and one undo step. */
interface Gesture {
  key: Change['key'];
  begun: boolean;
}

interface Wish {
  readonly gesture: Gesture;
  change: Change;
  /** The text that the learner saw when they made the change. */
  about: Source;
}

/**
 * Turns the values of a slider or a field into edits of the text, one at a time. While the engine computes an edit,
 * only the newest value of a gesture waits. If something else changes the text meanwhile, that change stays, and the
 * values from before it are dropped.
 */
export class SettingEdits {
  #store: Store;
  #config: Editable;
  #queue: Wish[] = [];
  #gesture: Gesture | undefined;
  /** The input of the newest change. */
  #left: Source | undefined;

  constructor(store: Store, config: Editable) {
    this.#store = store;
    this.#config = config;
  }

  change(change: Change): void {
    const about = this.#store.state.source;
    if (about !== this.#left) this.#gesture = undefined;
    this.#left = about;
    const { key, final } = change;
    const gesture = this.#gesture?.key === key ? this.#gesture : { key, begun: false };
    this.#gesture = final ? undefined : gesture;
    const waiting = this.#queue.slice(1).at(-1);
    if (waiting?.gesture === gesture) waiting.change = change;
    else if (this.#queue.push({ gesture, change, about }) === 1) void this.#work();
  }

  async #work(): Promise<void> {
    for (let next = this.#queue[0]; next; next = this.#queue[0]) {
      const { gesture, change, about } = next;
      const edit = await this.#store.settingEdit(change.key, change.value);
      if (about === this.#store.state.source) {
        if (edit === 'refused') change.refused();
        else if (edit) this.#apply(edit, gesture, about);
      }
      this.#queue.shift();
    }
  }

  #apply(edit: TextEdit, gesture: Gesture, before: Source): void {
    this.#config.apply(edit, gesture.begun);
    gesture.begun = true;
    const after = this.#store.state.source;
    // What waits was said about the text before, and is about this one just as well.
    for (const wish of this.#queue) if (wish.about === before) wish.about = after;
    if (this.#left === before) this.#left = after;
  }
}
