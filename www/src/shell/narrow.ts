import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** The least width in pixels at which the config and the results are side by side. */
const BESIDE = 700;

/** Whether an element is too narrow for two columns. That depends on its own width, since it may be embedded. */
export class Narrow implements ReactiveController {
  is = false;
  #host: ReactiveControllerHost & HTMLElement;
  #observer = new ResizeObserver(([entry]) => this.#measure(entry?.contentRect.width));

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
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
  }
}
