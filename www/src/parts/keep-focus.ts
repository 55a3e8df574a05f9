import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Keeps the focus within an element if its update removes the focused part, such as a button that is no longer needed.
 * The part with `tabindex="-1"` then gets the focus.
 */
export class KeepFocus implements ReactiveController {
  #host: ReactiveControllerHost & HTMLElement;
  #within = false;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdate(): void {
    this.#within = this.#host.matches(':focus-within');
  }

  hostUpdated(): void {
    if (this.#within && !this.#host.matches(':focus-within'))
      this.#host.shadowRoot?.querySelector<HTMLElement>('[tabindex="-1"]')?.focus();
  }
}
