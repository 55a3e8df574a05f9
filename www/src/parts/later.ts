/** Parts of the page that are loaded when they are first needed. */
import type { ReactiveControllerHost } from 'lit';
import { send } from '../state/events.ts';
import type { Speaker } from '../strings/index.ts';
import { translated } from '../strings/translations.ts';
import { defineElements, type ElementClass } from './define-elements.ts';

/** Imports a folder with elements. */
export type Loader = () => Promise<{ readonly elements: readonly ElementClass[] }>;

/** The parts that are loaded, for all elements of the page. */
const loaded = new WeakSet<Loader>();

export async function loadPart(loader: Loader): Promise<void> {
  const { elements } = await loader();
  await translated();
  addPart(loader, elements);
}

/** Defines the elements of a part, which a page may load with itself. */
export function addPart(loader: Loader, elements: readonly ElementClass[]): void {
  defineElements(elements);
  loaded.add(loader);
}

/** The parts of an element that are loaded after it. The element updates when a part is loaded or fails to load. */
export class Later<Part extends string> {
  #host: ReactiveControllerHost & Node;
  #loaders: Readonly<Record<Part, Loader>>;
  #words: Speaker;
  #loading = new Map<Part, Promise<void>>();
  #failures = new Map<Part, string>();

  /** `words`: the language in which a failure is announced. */
  constructor(
    host: ReactiveControllerHost & Node,
    loaders: Readonly<Record<Part, Loader>>,
    words: Speaker,
  ) {
    this.#host = host;
    this.#loaders = loaders;
    this.#words = words;
  }

  /** Whether a part can be shown. If not, starts to load it, unless that has failed before. */
  has(part: Part): boolean {
    if (this.is(part)) return true;
    if (!this.#failures.has(part) && !this.#loading.has(part))
      this.#loading.set(part, this.#load(part));
    return false;
  }

  /** Whether a part is loaded. */
  is(part: Part): boolean {
    return loaded.has(this.#loaders[part]);
  }

  get loading(): boolean {
    return this.#loading.size > 0;
  }

  /** Resolves when these parts are loaded, or cannot be, as far as they were asked for. */
  async settled(...parts: Part[]): Promise<void> {
    await Promise.all(parts.map((part) => this.#loading.get(part)));
  }

  /** Why a part could not be loaded. */
  failure(part: Part): string | undefined {
    return this.#failures.get(part);
  }

  /** Lets `has` try to load failed parts again. */
  retry(): void {
    this.#failures.clear();
    this.#host.requestUpdate();
  }

  async #load(part: Part): Promise<void> {
    try {
      await loadPart(this.#loaders[part]);
    } catch (problem) {
      this.#failures.set(part, String(problem));
      send(this.#host, 'pp-say', `${this.#words.strings.layout.notLoaded}.`);
    }
    this.#loading.delete(part);
    this.#host.requestUpdate();
  }
}
