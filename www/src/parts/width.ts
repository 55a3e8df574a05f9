import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How wide an element is, in rem: by its own width, not the window's. */
export class Width implements ReactiveController {
  rem = 0;
  #host: ReactiveControllerHost & HTMLElement;
  #observer = new ResizeObserver(([entry]) => this.#measure(entry?.contentRect.width ?? 0));

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }

  #measure(width: number): void {
    const rem = width / Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    // An element that is not shown has no width, which says nothing.
    if (width === 0 || rem === this.rem) return;
    this.rem = rem;
    this.#host.requestUpdate();
  }
}
