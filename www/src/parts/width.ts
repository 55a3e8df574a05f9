import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How wide an element is, in rem. */
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
    // A hidden element has no width.
    if (width === 0 || rem === this.rem) return;
    this.rem = rem;
    this.#host.requestUpdate();
  }
}
