import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How wide an element is, in multiples of the text's size: `--_rem` of the tokens. */
export class Width implements ReactiveController {
  rem = 0;
  #host: ReactiveControllerHost & HTMLElement;
  #observer = new ResizeObserver(([entry]) => this.#measure(entry?.contentRect.width ?? 0));

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    // So that it is not drawn twice, first for another width.
    this.#measure(this.#host.clientWidth);
    this.#observer.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }

  #measure(width: number): void {
    // The font size of an element is --_type-m.
    const rem = (width * 0.875) / Number.parseFloat(getComputedStyle(this.#host).fontSize);
    // A hidden element has no width.
    if (width === 0 || rem === this.rem) return;
    this.rem = rem;
    this.#host.requestUpdate();
  }
}
