import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** The least width in pixels at which the config and the results are side by side. */
const BESIDE = 900;

/** Whether an element is too narrow for two columns. That depends on its own width, since it may be embedded. */
export class Narrow implements ReactiveController {
  is = false;
  #host: ReactiveControllerHost & HTMLElement;
  #changed: () => void;
  #observer = new ResizeObserver(([entry]) => this.#measure(entry?.contentRect.width));

  /** `changed` is called before the host is rendered in another layout. */
  constructor(host: ReactiveControllerHost & HTMLElement, changed: () => void) {
    this.#host = host;
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

  #measure(width = 0): void {
    // A hidden element has no width.
    const narrow = width > 0 && width < BESIDE;
    if (narrow === this.is) return;
    this.is = narrow;
    this.#host.requestUpdate();
    this.#changed();
  }
}
