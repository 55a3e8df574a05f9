/** What the tag shows: what stands inside it, then the playground. Without Lit, since it is loaded before that. */
import { sheet } from './frame.styles.ts';
import { wordsFor } from './words.ts';

type Loading = 'lazy' | 'eager' | 'click';

export class Frame {
  #host: HTMLElement;
  #root: ShadowRoot;
  #box = document.createElement('div');
  /** What stands inside the tag. */
  #inside = document.createElement('slot');
  /** Below it: a button, a message. */
  #below = document.createElement('div');
  /** Around the playground. */
  #live: HTMLElement | undefined;

  constructor(host: HTMLElement) {
    this.#host = host;
    this.#root = host.attachShadow({ mode: 'open' });
    this.#root.adoptedStyleSheets = [sheet()];
    this.#below.className = 'below';
    this.#box.className = 'box';
    this.#box.append(this.#inside, this.#below);
    this.#root.append(this.#box);
  }

  get loading(): Loading {
    const wanted = this.#host.getAttribute('loading');
    if (this.#host.hasAttribute('whole-page')) return 'eager';
    return wanted === 'eager' || wanted === 'click' ? wanted : 'lazy';
  }

  /** Keeps the room that the page's author gives the playground, or else that which it is about to take. */
  reserve(): void {
    const height = this.#host.getAttribute('height')?.trim() ?? '';
    const length = /^\d+(?:\.\d+)?$/.test(height) ? `${height}px` : height;
    // A browser ignores what is no length.
    this.#box.style.blockSize = length;
    this.#box.classList.toggle('sized', this.#sized);
    const whole = !this.#host.hasAttribute('show') && !this.#isPrerendered && !this.#live;
    this.#box.classList.toggle('awaiting', whole);
  }

  get #sized(): boolean {
    return this.#box.style.blockSize !== '';
  }

  /** Shows a button that starts the playground. */
  offer(start: () => void): void {
    const button = this.#button(wordsFor(this.#host).run, start);
    this.#below.replaceChildren(button);
  }

  /** The playground is being loaded. What stands inside the tag is not moved by saying so, but for a click. */
  wait(): void {
    if (!this.#isPrerendered || this.#below.firstChild) this.#say(wordsFor(this.#host).loading);
  }

  fail(what: string, why: string, retry: () => void): void {
    this.#say(`${what}. ${why}`, this.#button(wordsFor(this.#host).retry, retry));
  }

  /** Puts the playground into the page. What the tag shows stays visible until the first run has ended. */
  show(playground: HTMLElement): void {
    const hadFocus = this.#root.activeElement !== null;
    playground.toggleAttribute('sized', this.#sized);
    this.#live = document.createElement('div');
    this.#live.className = 'live waiting';
    if (this.#host.hasAttribute('whole-page')) this.settle(true);
    this.#live.append(playground);
    this.#box.append(this.#live);
    if (hadFocus) playground.focus();
  }

  /** The first run has ended. `ok`: it has a result, which takes the place of what stands inside the tag. */
  settle(ok: boolean): void {
    this.#below.replaceChildren();
    this.#live?.classList.remove('waiting');
    this.#inside.hidden = ok;
    if (ok) this.#box.classList.remove('awaiting');
  }

  get #isPrerendered(): boolean {
    return [...this.#host.children].some(({ localName }) => localName !== 'script');
  }

  #say(text: string, ...more: Node[]): void {
    const line = document.createElement('p');
    line.setAttribute('role', 'status');
    line.textContent = text;
    this.#below.replaceChildren(line, ...more);
  }

  #button(text: string, act: () => void): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = text;
    button.addEventListener('click', act);
    return button;
  }
}
