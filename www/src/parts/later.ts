/** Parts of the page that are loaded when they are first wanted. */
import type { ReactiveControllerHost } from 'lit';
import { send } from '../state/events.ts';
import { strings } from '../strings/index.ts';
import { defineElements, type ElementClass } from './define-elements.ts';

/** Imports a folder with elements. */
export type Loader = () => Promise<{ readonly elements: readonly ElementClass[] }>;

/** Shared by all elements of the page. */
const loaded = new WeakSet<Loader>();

export async function loadPart(loader: Loader): Promise<void> {
  defineElements((await loader()).elements);
  loaded.add(loader);
}

/** The parts that an element shows later than itself. It is updated when one of them has come, or cannot be loaded. */
export class Later<Part extends string> {
  #host: ReactiveControllerHost & EventTarget;
  #loaders: Readonly<Record<Part, Loader>>;
  #loading = new Set<Part>();
  #failures = new Map<Part, string>();

  constructor(host: ReactiveControllerHost & EventTarget, loaders: Readonly<Record<Part, Loader>>) {
    this.#host = host;
    this.#loaders = loaders;
  }

  /** Whether a part can be shown. If not, it is being loaded from now on, or could not be. */
  has(part: Part): boolean {
    if (loaded.has(this.#loaders[part])) return true;
    if (!this.#failures.has(part) && !this.#loading.has(part)) void this.#load(part);
    return false;
  }

  get loading(): boolean {
    return this.#loading.size > 0;
  }

  /** Why a part could not be loaded. */
  failure(part: Part): string | undefined {
    return this.#failures.get(part);
  }

  /** Has what could not be loaded tried again when it is next asked for. */
  retry(): void {
    this.#failures.clear();
    this.#host.requestUpdate();
  }

  async #load(part: Part): Promise<void> {
    this.#loading.add(part);
    try {
      await loadPart(this.#loaders[part]);
    } catch (problem) {
      this.#failures.set(part, String(problem));
      send(this.#host, 'pp-say', `${strings.layout.notLoaded}.`);
    }
    this.#loading.delete(part);
    this.#host.requestUpdate();
  }
}
