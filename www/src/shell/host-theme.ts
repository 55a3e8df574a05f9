import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What a page says about its colours: Material for MkDocs, Zensical; Furo, Docusaurus, Starlight; mdBook and others. */
const SCHEMES = new Map<string | undefined, 'light' | 'dark'>([
  ['slate', 'dark'],
  ['default', 'light'],
  ['dark', 'dark'],
  ['light', 'light'],
  ['coal', 'dark'],
  ['navy', 'dark'],
  ['ayu', 'dark'],
  ['rust', 'light'],
]);

/** The colour scheme of the page around an element, as its theme sets it. Undefined if it leaves that to the system. */
export class HostTheme implements ReactiveController {
  scheme: 'light' | 'dark' | undefined;
  #host: ReactiveControllerHost;
  #observer = new MutationObserver(() => this.#read());

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    const attributeFilter = ['data-md-color-scheme', 'data-theme', 'class'];
    for (const element of [document.documentElement, document.body])
      this.#observer.observe(element, { attributeFilter });
    this.#read();
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }

  #read(): void {
    const { body, documentElement: root } = document;
    const words = [body, root].flatMap(({ dataset }) => [dataset.mdColorScheme, dataset.theme]);
    const scheme = [...words, ...root.classList].map((word) => SCHEMES.get(word)).find(Boolean);
    if (scheme === this.scheme) return;
    this.scheme = scheme;
    this.#host.requestUpdate();
  }
}
