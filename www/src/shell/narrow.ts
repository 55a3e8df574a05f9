import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** The least width in pixels at which the config and the results are side by side. */
const BESIDE = 700;
/** Windows that may have room for that. */
export const WIDE = `(min-width: ${BESIDE}px)`;
/** The least width for the flow above them, with stages side by side: 42rem and the space around, in the chosen size. */
const FLOW = 704;

/** Whether an element is too narrow for two columns. That depends on its own width, since it may be embedded. */
export class Narrow implements ReactiveController {
  is = false;
  #host: ReactiveControllerHost & HTMLElement;
  #size: () => number;
  #changed: () => void;
  #width = 0;
  #observer = new ResizeObserver(([entry]) => this.#measure(entry?.contentRect.width));

  /** `size`: that of the text. `changed` is called before the host is rendered in another layout. */
  constructor(host: ReactiveControllerHost & HTMLElement, size: () => number, changed: () => void) {
    this.#host = host;
    this.#size = size;
    this.#changed = changed;
    host.addController(this);
  }

  hostConnected(): void {
    this.#measure(this.#host.clientWidth);
    this.#observer.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }

  /** Looks again, since the size may be another one. */
  check(): void {
    this.#measure(this.#width);
  }

  #measure(width = 0): void {
    this.#width = width;
    // A hidden element has no width.
    const narrow = width > 0 && width < Math.max(BESIDE, FLOW * this.#size());
    if (narrow === this.is) return;
    this.is = narrow;
    this.#host.requestUpdate();
    this.#changed();
  }
}
