import type { ReactiveControllerHost } from 'lit';
import type { Fetch } from './column.ts';

/** Items that are fetched at a time. */
const PAGE = 100;
/** Pages that are kept on either side of the visible ones. */
const KEPT = 5;

/**
 * The fetched items of the host's list, in pages. A new `fetch` is a new list. Old items stay until the new ones are
 * fetched.
 */
export class Pages<Item> {
  #host: ReactiveControllerHost;
  #current: () => Fetch<Item>;
  #pages: ReadonlyMap<number, readonly Item[]> = new Map();
  /** The list that `#pages` belong to, and the one that is being fetched from. */
  #held: Fetch<Item> | undefined;
  #fetching: Fetch<Item> | undefined;

  /** `current`: the host's list now. */
  constructor(host: ReactiveControllerHost, current: () => Fetch<Item>) {
    this.#host = host;
    this.#current = current;
  }

  /** Undefined if it is not fetched. */
  item(index: number): Item | undefined {
    return this.#pages.get(Math.floor(index / PAGE))?.[index % PAGE];
  }

  /**
   * Fetches the missing pages of a range together, so that old and new items are never mixed, and then updates the host.
   * Does nothing while pages are being fetched, so that pages that are only scrolled past are not fetched.
   */
  async fill(first: number, last: number): Promise<void> {
    const fetch = this.#current();
    const missing = this.#fetching === fetch ? [] : this.#missing(fetch, first, last);
    if (missing.length === 0) return;
    this.#fetching = fetch;
    const answers = await Promise.all(missing.map((page) => fetch(page * PAGE, PAGE)));
    if (fetch !== this.#current()) return;
    this.#fetching = undefined;
    const pages = new Map(this.#held === fetch ? this.#pages : []);
    for (const [i, page] of missing.entries()) {
      const items = answers[i];
      if (!items) return;
      pages.set(page, items);
    }
    // Drops pages far away, so that scrolling through a list does not keep all of it in memory.
    const [near = 0] = missing;
    for (const page of pages.keys()) if (Math.abs(page - near) > KEPT) pages.delete(page);
    this.#held = fetch;
    this.#pages = pages;
    this.#host.requestUpdate();
  }

  #missing(fetch: Fetch<Item>, first: number, last: number): number[] {
    const [from, to] = [Math.floor(first / PAGE), Math.floor(last / PAGE)];
    const all = Array.from({ length: to - from + 1 }, (_, i) => from + i);
    return this.#held === fetch ? all.filter((page) => !this.#pages.has(page)) : all;
  }
}
