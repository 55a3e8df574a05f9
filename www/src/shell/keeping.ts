/**
 * Keeps the learner's text over a reload, Back and a closed tab, warns before it would be lost, and forgets all if the
 * learner wants that. Loaded after the page, which reads the kept text itself.
 */
import { html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit';
import type { PlainText } from '../editor/config-text.ts';
import { Keeper } from '../state/keeper.ts';
import { type KeptText, prefixOf } from '../state/kept-text.ts';
import { readStored, storePreferences } from '../state/preferences.ts';
import type { Source } from '../state/state.ts';
import type { Store } from '../state/store.ts';
import type { Speaker } from '../strings/index.ts';

/** What the element that keeps its text is asked, and told. */
export interface Keeps {
  readonly store: Store;
  readonly words: Speaker;
  /** The key of the preferences. Undefined if nothing may be stored. */
  readonly preferencesKey: string | undefined;
  /** The text that was shown at first. */
  readonly start: string;
  /** The key of the text. */
  key(): string | undefined;
  readonly text: PlainText;
  /** Whether the learner wants the text and the preferences to be kept. */
  wanted(): boolean;
  want(keep: boolean): void;
}

export class Keeping implements ReactiveController {
  /** The text cannot be kept. */
  failed = false;
  #host: ReactiveControllerHost & HTMLElement;
  #of: Keeps;
  #keeper: Keeper;
  /** The newest text. */
  #source: Source;

  constructor(host: ReactiveControllerHost & HTMLElement, of: Keeps) {
    this.#host = host;
    this.#of = of;
    this.#source = of.store.state.source;
    this.#keeper = new Keeper(
      () => this.#text(),
      (kept) => this.#end(kept),
    );
    this.#forgotten();
    if (this.#source.text !== of.start && !this.#source.linked) this.#keeper.changed();
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.addEventListener('pp-caret', this.#moved);
    this.#keeper.listen();
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('pp-caret', this.#moved);
    this.#keeper.stop();
    removeEventListener('beforeunload', ask);
  }

  hostUpdated(): void {
    const { store } = this.#of;
    const { source } = store.state;
    // The text of a link is not the learner's own, and the link brings it back.
    if (this.#source !== source && !source.linked) this.#keeper.changed();
    this.#source = source;
    const unkept = this.#of.text.holder.typed && (this.failed || !this.#wanted);
    if (unkept || store.bigFile?.undo) addEventListener('beforeunload', ask);
    else removeEventListener('beforeunload', ask);
  }

  /** What becomes of the text, and the setting. */
  render() {
    const { words, text, preferencesKey } = this.#of;
    const { kept, notKept, keep, forget } = words.strings.layout;
    const wanted = this.#wanted;
    if (preferencesKey === undefined)
      return text.holder.typed ? html`<span>${notKept}</span>` : nothing;
    return html`<span>
      ${this.failed ? '' : wanted ? kept : notKept}
      <button type="button" class="plain" @click=${() => this.#choose(!wanted)}>
        ${wanted ? forget : keep}
      </button>
    </span>`;
  }

  get #wanted(): boolean {
    return this.#of.preferencesKey !== undefined && this.#of.wanted();
  }

  #moved = (): void => this.#keeper.moved();

  /** The text to keep, and its key. Undefined if it must not be kept. */
  #text(): [key: string, text: KeptText | undefined] | undefined {
    const { store } = this.#of;
    // Another tab may have been asked to forget all.
    if (this.#wanted && this.#forgotten()) this.#of.want(false);
    const key = this.#of.key();
    if (key === undefined || !this.#wanted) return undefined;
    const { file, linked = false } = store.state.source;
    return [key, this.#of.text.holder.kept(file !== undefined || linked)];
  }

  /** Whether a tab was asked to forget all. Each tab has a storage of its own, which only it can empty. */
  #forgotten(): boolean {
    const { preferencesKey } = this.#of;
    if (preferencesKey === undefined || readStored(preferencesKey).keep !== false) return false;
    forgetAll(preferencesKey);
    return true;
  }

  /** Keeps the text and the preferences from now on, or forgets them. */
  #choose(keep: boolean): void {
    const { words, preferencesKey = '', store } = this.#of;
    const { kept, forgotten } = words.strings.layout;
    this.#of.want(keep);
    if (keep) {
      storePreferences(preferencesKey, { keep });
      this.#keeper.changed();
    } else {
      this.#end(true);
      forgetAll(preferencesKey);
    }
    store.say(keep ? kept : forgotten);
  }

  #end(kept: boolean): void {
    if (this.failed !== kept) return;
    this.failed = !kept;
    const { store, words } = this.#of;
    if (this.failed) store.say(words.strings.layout.cannotKeep);
    this.#host.requestUpdate();
  }
}

/** Removes all that is stored under a key, for all pages, and stores only that the learner wants it so. */
function forgetAll(key: string): void {
  try {
    for (const storage of [sessionStorage, localStorage])
      for (const one of Object.keys(storage))
        if (one === key || one.startsWith(prefixOf(key))) storage.removeItem(one);
  } catch {
    // Nothing is stored.
  }
  storePreferences(key, { keep: false });
}

function ask(event: BeforeUnloadEvent): void {
  event.preventDefault();
  // Older browsers look at this only.
  event.returnValue = true;
}
