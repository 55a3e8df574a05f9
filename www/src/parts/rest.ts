/** The rest of a list of which a report has the beginning. */
import { html, nothing, type ReactiveControllerHost } from 'lit';
import type { AllStrings } from '../strings/later.ts';

/** How many items the engine gives at a time. */
const PAGE = 100;

/** The items of a list that were fetched after those of a report. */
export class Rest<Item> {
  #host: ReactiveControllerHost;
  /** What the list belongs to. */
  #of: object | undefined;
  #items: readonly Item[] = [];

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** The items of a report, and those that were fetched. `of`: what they belong to. */
  all(of: object, first: readonly Item[]): readonly Item[] {
    return of === this.#of ? [...first, ...this.#items] : first;
  }

  /** Fetches more items. */
  async more(of: object, items: Promise<readonly Item[] | undefined>): Promise<void> {
    this.#items = of === this.#of ? this.#items : [];
    this.#of = of;
    const fetched = (await items) ?? [];
    if (of !== this.#of) return;
    this.#items = [...this.#items, ...fetched];
    this.#host.requestUpdate();
  }
}

/** How many items are left out, and a button that fetches some of them. Nothing if none is left out. */
export function moreOf({ list }: AllStrings, left: number, fetch: () => void) {
  if (left <= 0) return nothing;
  return html`<p class="muted">
    ${list.andMore({ left })}
    <button class="plain" type="button" @click=${fetch}>${list.showMore({ n: Math.min(PAGE, left) })}</button>
  </p>`;
}
