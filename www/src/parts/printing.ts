import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Whether the page is being printed. What its host renders then is drawn on paper. */
export class Printing implements ReactiveController {
  is = false;
  #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('beforeprint', this.#set);
    addEventListener('afterprint', this.#set);
  }

  hostDisconnected(): void {
    removeEventListener('beforeprint', this.#set);
    removeEventListener('afterprint', this.#set);
  }

  #set = ({ type }: Event): void => {
    this.is = type === 'beforeprint';
    this.#host.requestUpdate();
  };
}
