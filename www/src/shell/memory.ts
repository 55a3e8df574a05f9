import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { PpEditor } from '../editor/pp-editor.ts';
import { type KeptText, leaveKey, readKept, takeKey } from '../state/kept-text.ts';
import {
  DEFAULTS,
  type Preferences,
  readPreferences,
  storageKey,
  storePreferences,
} from '../state/preferences.ts';
import { first, startText } from '../state/samples.ts';
import type { Store } from '../state/store.ts';
import type { Speaker } from '../strings/index.ts';
import type { Keeping } from './keeping.ts';

/** What a playground remembers from one visit to the next: the preferences and the learner's text. */
export class Memory implements ReactiveController {
  preferences: Preferences = DEFAULTS;
  /** The first text: the kept one, or the one that the playground starts with. */
  start: KeptText = { doc: first };
  /** The text that the page gave the element before it was first connected. */
  given: string | undefined;
  #host: ReactiveControllerHost & HTMLElement;
  #store: Store;
  #words: Speaker;
  #editor: () => PpEditor | undefined;
  /** The key under which preferences are stored. */
  #key: string | undefined;
  /** The key under which the text is kept, while the element is connected. */
  #textKey: string | undefined;
  #isRead = false;
  /** Keeps the text. It is loaded after the page. */
  #keeping: Keeping | undefined;
  #notLoaded = false;

  constructor(
    host: ReactiveControllerHost & HTMLElement,
    store: Store,
    words: Speaker,
    editor: () => PpEditor | undefined,
  ) {
    this.#host = host;
    this.#store = store;
    this.#words = words;
    this.#editor = editor;
    host.addController(this);
  }

  hostConnected(): void {
    // Not in the constructor: an element that a script creates has no attributes yet.
    if (!this.#isRead) this.#readPreferences();
    this.#textKey = this.#key && takeKey(this.#key);
    if (!this.#isRead) this.#readText();
    this.#isRead = true;
  }

  hostDisconnected(): void {
    if (this.#textKey) leaveKey(this.#textKey);
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
    this.#key = storageKey(this.#host);
    this.preferences = readPreferences(this.#host, this.#key);
    const { view, stage } = this.preferences;
    this.#store.arrange({ view, stage });
  }

  /** Shows the kept text, and loads what keeps it. */
  #readText(): void {
    const { given } = this;
    const key = given === undefined && this.preferences.keep ? this.#textKey : undefined;
    const kept = key === undefined ? undefined : readKept(key);
    this.start = kept ?? { doc: given ?? startText(this.#host) };
    this.given = undefined;
    if (this.start.doc !== first) this.#store.setText(this.start.doc, '', 0);
    void this.#loadKeeping();
  }

  async #loadKeeping(): Promise<void> {
    try {
      const { Keeping } = await import('./keeping.ts');
      this.#keeping = new Keeping(this.#host, {
        store: this.#store,
        words: this.#words,
        preferencesKey: this.#key,
        start: this.start.doc,
        key: () => this.#textKey,
        editor: this.#editor,
        wanted: () => this.preferences.keep,
        want: (keep) => {
          this.preferences = { ...this.preferences, keep };
          this.#host.requestUpdate();
        },
      });
    } catch {
      this.#notLoaded = true;
      addEventListener('beforeunload', (event) => this.#editor()?.typed && event.preventDefault());
    }
    this.#host.requestUpdate();
  }
}
