import { html } from 'lit';
import { Sharing } from './sharing.ts';

/** The links of a playground in another page: those that are shared lead to the whole page, and so does one at its foot. */
export class InPage extends Sharing {
  override render() {
    const { store } = this.of;
    return html`<pp-in-full .store=${store} .address=${this.address}></pp-in-full> ${super.render()}`;
  }
}
