import type { ReactiveControllerHost } from 'lit';
import type { Keeper } from '../state/keeper.ts';
import { type KeptText, leaveKey, readKept, takeKey } from '../state/kept-text.ts';

/** Keeps the learner's text over a reload, Back and a closed tab, and warns before it would be lost. */
export class Keeping {
  /** The text cannot be kept. */
  failed = false;
  #host: ReactiveControllerHost;
  #take: () => KeptText | undefined;
  #key: string | undefined;
  #keeper: Keeper | undefined;
  #loading = false;
  /** The text has changed before the keeper was loaded. */
  #waiting = false;

  /** `take`: the text now. */
  constructor(host: ReactiveControllerHost, take: () => KeptText | undefined) {
    this.#host = host;
    this.#take = take;
  }

  /** Begins to keep the text. `key`: that of the preferences. Returns the text that was kept. */
  start(key: string): KeptText | undefined {
    this.#key ??= takeKey(key);
    void this.#load(this.#key);
    return readKept(this.#key);
  }

  stop(): void {
    this.#keeper?.stop();
    this.#keeper = undefined;
    if (this.#key) leaveKey(this.#key);
    this.#key = undefined;
    this.failed = false;
  }

  /** The text has changed, or only the cursor has moved. */
  changed(how: 'changed' | 'moved'): void {
    if (this.#keeper) this.#keeper[how]();
    else if (how === 'changed' && this.#key) {
      this.#waiting = true;
      void this.#load(this.#key);
    }
  }

  /** Whether the browser asks before it leaves the page. */
  warn(on: boolean): void {
    if (on) addEventListener('beforeunload', ask);
    else removeEventListener('beforeunload', ask);
  }

  async #load(key: string): Promise<void> {
    if (this.#loading) return;
    this.#loading = true;
    try {
      const { Keeper } = await import('../state/keeper.ts');
      if (key !== this.#key) return;
      this.#keeper = new Keeper(key, this.#take, (kept) => this.#end(kept));
      if (this.#waiting) this.#keeper.changed();
      this.#waiting = false;
    } catch {
      this.#end(false);
    } finally {
      this.#loading = false;
    }
  }

  #end(kept: boolean): void {
    if (this.failed !== kept) return;
    this.failed = !kept;
    this.#host.requestUpdate();
  }
}

function ask(event: BeforeUnloadEvent): void {
  event.preventDefault();
  // Older browsers look at this only.
  event.returnValue = true;
}
