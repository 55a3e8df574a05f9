/** Writes the learner's text into the browser's storage, where `kept-text.ts` reads it. */
import type { KeptText } from './kept-text.ts';

/** Milliseconds without a change until the text is written. */
const PAUSE = 1000;
/** The most UTF-16 units to write: about what every browser has room for. More would also hold up the page. */
const MOST = 2_400_000;

type Take = () => [key: string, text: KeptText | undefined] | undefined;

export class Keeper {
  #take: Take;
  #onEnd: (kept: boolean) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** What has changed since the text was written. */
  #changed: 'text' | 'caret' | undefined;

  /** `take`: the text now, and its key. Undefined if it must not be written. `onEnd` is told whether it was. */
  constructor(take: Take, onEnd: (kept: boolean) => void) {
    this.#take = take;
    this.#onEnd = onEnd;
  }

  listen(): void {
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
    const taken = changed && this.#take();
    if (!taken) return;
    const [key, text] = taken;
    if (!text) return;
    clearTimeout(this.#timer);
    this.#changed = undefined;
    const here = put('sessionStorage', key, text);
    // Another tab may have a newer text by now, which the cursor of an older one must not replace.
    if (changed === 'text') this.#onEnd(put('localStorage', key, text) && here);
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
