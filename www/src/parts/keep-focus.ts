import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** The focused element, in the innermost shadow root. */
export function focusedIn(root: DocumentOrShadowRoot | null): Element | undefined {
  const focused = root?.activeElement ?? undefined;
  return focused && (focusedIn(focused.shadowRoot) ?? focused);
}

/**
 * Keeps the focus within an element if its update removes the focused part, such as a button that is no longer needed.
 * The part with `tabindex="-1"` then gets the focus.
 */
export class KeepFocus implements ReactiveController {
  #host: ReactiveControllerHost & HTMLElement;
  #within = false;
  #toList = false;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  /** Moves the focus to the list as soon as there is one, unless it has left the part with `tabindex="-1"` by then. */
  toList(): void {
    this.#place?.focus();
    this.#toList = true;
    this.#findList();
  }

  hostUpdate(): void {
    this.#within = this.#host.matches(':focus-within');
  }

  hostUpdated(): void {
    if (this.#within && !this.#host.matches(':focus-within')) this.#place?.focus();
    if (this.#toList) this.#findList();
  }

  get #place() {
    return this.#host.shadowRoot?.querySelector<HTMLElement>('[tabindex="-1"]');
  }

  #findList(): void {
    const root = this.#host.shadowRoot;
    const list = root?.querySelector<HTMLElement>('pp-rows');
    const waiting = root?.activeElement === this.#place;
    this.#toList = waiting && !list;
    if (waiting) list?.focus();
  }
}
