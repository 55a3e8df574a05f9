import { html, nothing, type ReactiveController } from 'lit';
import { decode, type LinkError, type LinkState } from '../links/index.ts';
import { isLink } from '../links/is-link.ts';
import { defineElements } from '../parts/define-elements.ts';
import { allStringsOf } from '../strings/later.ts';
import { fullLink } from './full-link.ts';
import { currentEntry, type Entry, entryOf, isSamePlace, write } from './history.ts';
import type { Linked, Links } from './links.ts';
import { PpNotOpened } from './pp-not-opened.ts';
import { Sharing } from './sharing.ts';

/**
 * The address of a playground that is the whole page. A link in it is opened, also one that is put there later, and what
 * the learner opens is in the browser's history. The link leaves the address when the text is not the link's any more,
 * so that the address never promises another text than the one that is shown.
 */
export class Address implements Links, ReactiveController {
  readonly opened: Promise<boolean>;
  #of: Linked;
  #sharing: Sharing;
  /** What the newest entry of the history says. Undefined until the first link is open. */
  #entry: Entry | undefined;
  /** The link that the text is from. */
  #link = currentEntry()?.link ?? 0;
  /** The text when the link was opened. */
  #source: unknown;
  /** The layout for which the entry was written, which opens other parts by itself. */
  #isNarrow = false;
  /** Counts the links, so that one that comes while an older one is read wins. */
  #visits = 0;
  /** A number was closed, and the browser is going back to the entry before it. */
  #isClosing = false;
  #notOpened: LinkError | undefined;
  /** The link that the page was opened with was read. */
  #isOpen = false;

  constructor(of: Linked) {
    defineElements([PpNotOpened]);
    this.#of = of;
    this.#sharing = new Sharing(of);
    this.#isNarrow = of.narrow.is;
    this.opened = this.#begin();
    of.host.addController(this);
  }

  share(): void {
    this.#sharing.share();
  }

  render() {
    const whole = this.#of.shown.chosen
      ? html`<button type="button" class="plain" @click=${this.#showAll}>${this.#of.words.strings.layout.inFull}</button>`
      : nothing;
    const notOpened = this.#notOpened
      ? html`<pp-not-opened .why=${this.#notOpened} @close=${this.#close}></pp-not-opened>`
      : nothing;
    return html`${whole} ${this.#sharing.render()} ${notOpened}`;
  }

  hostConnected(): void {
    addEventListener('popstate', this.#visit);
    addEventListener('hashchange', this.#visit);
  }

  hostDisconnected(): void {
    removeEventListener('popstate', this.#visit);
    removeEventListener('hashchange', this.#visit);
  }

  hostUpdated(): void {
    if (!this.#entry || this.#isClosing) return;
    const { store, narrow } = this.#of;
    if (isLink(location.hash) && this.#source !== store.state.source) this.#dropLink();
    const before = this.#entry;
    const now = entryOf(this.#link, store.state);
    const isOther = !isSamePlace(before, now);
    if (!isOther && now.number === before.number) return;
    const byLayout = this.#isNarrow !== narrow.is;
    const isNumber = now.number !== undefined && before.number === undefined;
    if (!isOther && now.number === undefined && before.over) {
      this.#isClosing = true;
      history.back();
    } else if ((isOther || isNumber) && !byLayout) this.#write('push', !isOther);
    else this.#write('replace', !isOther && before.over);
  }

  get #words() {
    return allStringsOf(this.#of.words.language).links;
  }

  /** Other parts need an editor of their own, so the page is loaded again. The learner's text is kept. */
  #reload(): false {
    location.reload();
    return false;
  }

  /** Opens the link that the page was opened with, or what was open before it was loaded again. */
  async #begin(): Promise<boolean> {
    const entry = currentEntry();
    const isRun = isLink(location.hash) && (await this.#open(entry));
    this.#isOpen = true;
    if (isLink(location.hash)) return isRun;
    if (entry) this.#arrange(entry);
    this.#stamp(entry?.link ?? 0);
    return false;
  }

  /** The address is another one, or Back or Forward was pressed. Browsers tell a new hash twice. */
  #visit = (): void => {
    const entry = currentEntry();
    if (this.#isClosing && this.#closed(entry)) return;
    this.#visits++;
    const isOther = entry ? entry.link !== this.#link : isLink(location.hash);
    if (isOther && this.#of.shown.chosen) this.#reload();
    else if (!entry && isLink(location.hash)) void this.#open(undefined);
    // A hash that is not ours is a place like the one that it was reached from.
    else if (!entry) this.#stamp(this.#link);
    else if (!isOther) this.#arrange(entry);
    else if (isLink(location.hash)) void this.#open(entry);
    else this.#leave(entry);
  };

  /** What was opened since the number was closed is a place after the one that the browser went back to. */
  #closed(entry: Entry | undefined): boolean {
    this.#isClosing = false;
    if (entry?.link !== this.#link) return false;
    this.#entry = entry;
    this.#of.host.requestUpdate();
    return true;
  }

  /** Opens the link in the address. `entry`: what was open when it was left. Resolves to whether it brought a config. */
  async #open(entry: Entry | undefined): Promise<boolean> {
    const visit = ++this.#visits;
    const { hash } = location;
    const decoded = await decode(hash);
    if (visit !== this.#visits || hash !== location.hash) return false;
    if (decoded.kind === 'link') return this.#show(decoded.state, entry);
    if (decoded.kind === 'error') {
      this.#notOpened = decoded.why;
      this.#stamp(this.#link);
      this.#of.host.requestUpdate();
    }
    return false;
  }

  #show(state: LinkState, entry: Entry | undefined): boolean {
    const { store, shown } = this.#of;
    if (state.show && this.#isOpen) return this.#reload();
    this.#notOpened = undefined;
    if (state.show) shown.choose(state.show);
    // The entry is written once all of it is open.
    this.#entry = undefined;
    this.#link = entry?.link ?? Math.random();
    const { view = store.state.view, stage = store.state.stage, found } = entry ?? state;
    shown.open(view);
    store.arrange({ view, stage, found: found && { kind: found }, number: undefined });
    const isOther = state.text !== undefined && this.#take(state.text);
    void this.#finish(entry ?? state, entry ? undefined : state);
    return isOther;
  }

  /** Shows the config of a link. Undo brings the learner's text back, and only that is kept. */
  #take(config: string): boolean {
    const { store, text, overtake } = this.#of;
    const { source } = store.state;
    if (!source.file && source.text === config) return false;
    overtake();
    text.holder.replace(config, 'file');
    store.setText(config, this.#words.opened, 0, true);
    return true;
  }

  /** What needs a run: the number, and the record. */
  async #finish({ number }: { number?: string | undefined }, state: LinkState | undefined) {
    const { store, open } = this.#of;
    const link = this.#link;
    this.#source = store.state.source;
    if (!store.state.upToDate) await store.untilRun();
    if (link !== this.#link) return;
    await open({ number, record: state?.record });
    if (link === this.#link) this.#stamp(link);
  }

  /** Goes back to before a link: its config goes, unless the learner has made it their own. */
  #leave(entry: Entry): void {
    const { store, text, overtake } = this.#of;
    if (store.state.source.linked) {
      overtake();
      const own = text.holder.showText();
      store.setText(own.text, this.#words.left, own.caret);
    }
    this.#arrange(entry);
  }

  #arrange(entry: Entry): void {
    const { store, memory, words } = this.#of;
    const { view, stage, number } = entry;
    const { view: before, found } = store.state;
    this.#link = entry.link;
    this.#entry = entry;
    const kind = entry.found;
    store.arrange({
      view,
      stage,
      number,
      found: found?.kind === kind ? found : kind && { kind },
    });
    memory.prefer({ view, stage });
    if (view !== before) store.say(words.strings.views[view]);
  }

  /** Makes the newest entry ours. */
  #stamp(link: number): void {
    this.#link = link;
    this.#write('replace', currentEntry()?.over);
  }

  #write(how: 'push' | 'replace', over?: boolean): void {
    const { store, narrow } = this.#of;
    this.#isNarrow = narrow.is;
    this.#entry = { ...entryOf(this.#link, store.state), over };
    write(how, this.#entry);
  }

  #dropLink(): void {
    if (this.#entry) write('replace', this.#entry, location.pathname + location.search);
  }

  /** All parts, with all that is open. */
  #showAll = async (): Promise<void> => {
    const { store, words } = this.#of;
    const { href } = await fullLink(store, location.href, words.language);
    history.pushState(null, '', href);
    this.#reload();
  };

  #close = (): void => {
    this.#notOpened = undefined;
    this.#of.host.requestUpdate();
  };
}
