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

/**
 * Turns the values of a slider or a field into edits of the text, one at a time. While the engine computes an edit,
 * only the newest value of a gesture waits. If something else changes the text meanwhile, that change stays, and the
 * waiting values are dropped.
 */
export class SettingEdits {
  #store: Store;
  #config: Editable;
  #queue: { gesture: Gesture; change: Change }[] = [];
  #gesture: Gesture | undefined;
  /** The input after the last of these edits. */
  #left: Source | undefined;

  constructor(store: Store, config: Editable) {
    this.#store = store;
    this.#config = config;
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
        this.#config.apply(edit, gesture.begun);
        gesture.begun = true;
        this.#left = this.#store.state.source;
      }
      this.#queue.shift();
    }
  }
}
