/** Writes the learner's text into the browser's storage. Loaded after the page, with which it shares `kept-text.ts`. */
import type { KeptText } from './kept-text.ts';

/** Milliseconds without a change until the text is written. */
const PAUSE = 1000;
/** The most UTF-16 units to write: about what every browser has room for. More would also hold up the page. */
const MOST = 2_400_000;

export class Keeper {
  #key: string;
  #take: () => KeptText | undefined;
  #onEnd: (kept: boolean) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** What has changed since the text was written. */
  #changed: 'text' | 'caret' | undefined;

  /** `take`: the text now. `onEnd` is told whether it could be written. */
  constructor(key: string, take: () => KeptText | undefined, onEnd: (kept: boolean) => void) {
    this.#key = key;
    this.#take = take;
    this.#onEnd = onEnd;
    // The last moments of a page, on phones too.
    document.addEventListener('visibilitychange', this.write);
    addEventListener('pagehide', this.write);
  }

  /** The text has changed. It is written at the next pause, not while the learner types. */
  changed(): void {
    this.#changed = 'text';
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.write, PAUSE);
  }

  /** Only the cursor has moved, which is written when the page closes. */
  moved(): void {
    this.#changed ??= 'caret';
  }

  write = (): void => {
    const changed = this.#changed;
    const text = changed && this.#take();
    if (!text) return;
    clearTimeout(this.#timer);
    this.#changed = undefined;
    const here = put('sessionStorage', this.#key, text);
    // Another tab may have a newer text by now, which the cursor of an older one must not replace.
    if (changed === 'text') this.#onEnd(put('localStorage', this.#key, text) && here);
  };

  stop(): void {
    this.write();
    document.removeEventListener('visibilitychange', this.write);
    removeEventListener('pagehide', this.write);
  }
}

/** Writes a text, without its history if there is no room for that. Returns whether it was written. */
function put(name: 'sessionStorage' | 'localStorage', key: string, text: KeptText): boolean {
  for (const history of [text.history, undefined]) {
    try {
      const written = JSON.stringify({ ...text, history });
      if (written.length > MOST) continue;
      window[name].setItem(key, written);
      return true;
    } catch {
      // No room, or the browser stores nothing.
    }
  }
  return false;
}
