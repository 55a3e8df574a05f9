import { html, nothing } from 'lit';
import { Later, type Loader } from '../parts/later.ts';
import type { Linked, Links } from './links.ts';

const dialog: Loader = () => import('./dialog.ts');

/** The dialog that makes links to the playground. It is loaded when it is first opened. */
export class Sharing implements Links {
  readonly opened = Promise.resolve(false);
  protected readonly of: Linked;
  /** Of the whole page. */
  protected readonly address: string;
  #later: Later<'dialog'>;
  #isOpen = false;

  /** `address`: of the whole page, if that is another one. */
  constructor(of: Linked, address = location.href) {
    this.of = of;
    this.address = address;
    this.#later = new Later(of.host, { dialog }, of.words);
  }

  share(): void {
    this.#isOpen = true;
    this.#later.retry();
  }

  render(): unknown {
    return this.#isOpen && this.#later.has('dialog')
      ? html`<pp-share .store=${this.of.store} .address=${this.address} @close=${this.#close}></pp-share>`
      : nothing;
  }

  #close = (): void => {
    this.#isOpen = false;
    this.of.host.requestUpdate();
  };
}
