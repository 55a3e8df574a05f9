import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Pixels of its own width from which the parts of the playground lie beside each other. */
const BESIDE = 900;

/** Whether an element is too narrow for two columns. By its own width, not the window's: it gets embedded. */
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
    // An element that is not shown has no width, which says nothing.
    const narrow = width > 0 && width < BESIDE;
    if (narrow === this.is) return;
    this.is = narrow;
    this.#host.requestUpdate();
  }
}
