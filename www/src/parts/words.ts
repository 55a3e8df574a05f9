import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type Speaker, type Strings, stringsOf } from '../strings/index.ts';
import { languageFor, onTranslation, translated } from '../strings/translations.ts';

/** Milliseconds that a first sight waits for words. After that, it is English until they are there. */
const PATIENCE = 1000;

/** The controllers of all connected elements. */
const connected = new Set<Words>();
/** The document and the shadow roots that are observed for changes of `lang`. */
const watched = new WeakSet<Node>();
const observer = new MutationObserver(() => {
  for (const words of connected) words.follow();
});

onTranslation(() => {
  for (const words of connected) words.update();
});

/**
 * The words of an element, in its language: that of the nearest `lang` attribute on it or an ancestor, across shadow
 * roots, as `:lang()` works. The element updates when its language changes.
 */
export class Words implements ReactiveController, Speaker {
  #host: ReactiveControllerHost & HTMLElement;
  #language: string | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  get strings(): Strings {
    return stringsOf(this.language);
  }

  /** The tag of the language, for words that are loaded later. */
  get language(): string {
    this.#language ??= languageOf(this.#host);
    return this.#language;
  }

  hostConnected(): void {
    connected.add(this);
    watch(this.#host);
    this.follow();
  }

  hostDisconnected(): void {
    connected.delete(this);
  }

  /** Updates the language. */
  follow(): void {
    const language = languageOf(this.#host);
    if (language === this.#language) return;
    this.#language = language;
    this.update();
  }

  /** Resolves when the words of the language are loaded; after a moment at the latest, if they are not. */
  async ready(): Promise<void> {
    this.follow();
    void this.strings;
    await Promise.race([translated(), new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
  }

  /** The words of a language are there now. */
  update(): void {
    this.#host.requestUpdate();
  }
}

/** Observes all trees in which a `lang` can affect the element: its own, its host's, and so on. */
function watch(element: Element): void {
  for (let root = element.getRootNode(); ; root = root.host.getRootNode()) {
    if (watched.has(root)) return;
    watched.add(root);
    observer.observe(root, { subtree: true, attributeFilter: ['lang'] });
    if (!(root instanceof ShadowRoot)) return;
  }
}

function languageOf(element: Element): string {
  for (let inner = element; ; ) {
    const nearest = inner.closest('[lang]');
    if (nearest) return languageFor(nearest.getAttribute('lang') ?? '');
    const root = inner.getRootNode();
    if (!(root instanceof ShadowRoot)) return languageFor(document.documentElement.lang);
    inner = root.host;
  }
}
