import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { PlainText } from '../editor/config-text.ts';
import { readKept, textKey } from '../state/kept-text.ts';
import {
  DEFAULTS,
  type Preferences,
  readPreferences,
  storageKey,
  storePreferences,
} from '../state/preferences.ts';
import type { Store } from '../state/store.ts';
import type { Speaker } from '../strings/index.ts';
import type { Keeping } from './keeping.ts';
import type { Shown } from './shown.ts';

/** An element in a tag of the page. */
interface Framed extends HTMLElement {
  /** The tag, with its attributes. */
  readonly frame: HTMLElement;
  readonly number: number;
  readonly given: string | File;
}

/** What a playground remembers from one visit to the next: the preferences and the learner's text. */
export class Memory implements ReactiveController {
  preferences: Preferences = DEFAULTS;
  /** The text that the playground starts with, if none is kept. */
  given = '';
  /** The learner's own text of an earlier visit was found. */
  wasKept = false;
  #host: ReactiveControllerHost & Framed;
  #store: Store;
  #words: Speaker;
  #text: PlainText;
  #shown: Shown;
  /** The key under which preferences are stored. */
  #key: string | undefined;
  /** The key under which the text is kept. */
  #textKey: string | undefined;
  #isRead = false;
  /** Keeps the text. It is loaded after the page. */
  #keeping: Keeping | undefined;
  #notLoaded = false;

  constructor(
    host: ReactiveControllerHost & Framed,
    store: Store,
    words: Speaker,
    text: PlainText,
    shown: Shown,
  ) {
    this.#host = host;
    this.#store = store;
    this.#words = words;
    this.#text = text;
    this.#shown = shown;
    host.addController(this);
  }

  hostConnected(): void {
    // Not in the constructor: an element that a script creates has no attributes yet.
    if (!this.#isRead) this.#readPreferences();
    this.#textKey = this.#key && textKey(this.#key, this.#host.number);
    if (!this.#isRead) this.#readText();
    this.#isRead = true;
  }

  /** The text cannot be kept. */
  get failed(): boolean {
    return this.#notLoaded || this.#keeping?.failed === true;
  }

  /** What becomes of the text, and the setting. */
  render() {
    return this.#keeping?.render();
  }

  prefer(change: Partial<Preferences>): void {
    this.preferences = { ...this.preferences, ...change };
    if (this.preferences.keep) storePreferences(this.#key, change);
    this.#host.requestUpdate();
  }

  #readPreferences(): void {
    this.#key = storageKey(this.#host.frame);
    this.preferences = readPreferences(this.#host.frame, this.#key);
    const { view, stage } = this.preferences;
    this.#store.arrange({ view: this.#shown.first(view), stage });
  }

  /** Shows the kept text, and loads what keeps it. */
  #readText(): void {
    if (typeof this.#host.given === 'string') this.given = this.#host.given;
    const kept = this.preferences.keep && this.#textKey ? readKept(this.#textKey) : undefined;
    this.wasKept = kept !== undefined;
    this.#text.begin(kept ?? { doc: this.given });
    this.#store.setText(this.#text.text, '', 0);
    if (this.#key !== undefined || this.#shown.has('editor')) void this.#loadKeeping();
  }

  async #loadKeeping(): Promise<void> {
    try {
      const { Keeping } = await import('./keeping.ts');
      this.#keeping = new Keeping(this.#host, {
        store: this.#store,
        words: this.#words,
        preferencesKey: this.#key,
        start: this.#text.text,
        key: () => this.#textKey,
        text: this.#text,
        wanted: () => this.preferences.keep,
        want: (keep) => {
          this.preferences = { ...this.preferences, keep };
          this.#host.requestUpdate();
        },
      });
    } catch {
      this.#notLoaded = true;
      addEventListener(
        'beforeunload',
        (event) => this.#text.holder.typed && event.preventDefault(),
      );
    }
    this.#host.requestUpdate();
  }
}
