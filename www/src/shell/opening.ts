import type { LitElement, ReactiveController } from 'lit';
import type { PlainText } from '../editor/config-text.ts';
import type { LinkRecord } from '../links/index.ts';
import { isLink } from '../links/is-link.ts';
import type { Links, Wanted } from '../share/links.ts';
import type { Store } from '../state/store.ts';
import type { Actions } from './actions.ts';
import type { Memory } from './memory.ts';
import type { Shown } from './shown.ts';

interface Host extends LitElement {
  readonly given: string | File;
  readonly onEnd: (ok: boolean) => void;
}

/** What the opening of a playground works with. */
interface Parts {
  readonly store: Store;
  readonly text: PlainText;
  readonly memory: Memory;
  readonly shown: Shown;
  actions(): Promise<Actions>;
  /** Resolves when the parts are loaded that the others stand beside. */
  settled(): Promise<void>;
  /** Undefined if there are none, or if they cannot be loaded. */
  links(): Promise<Links | undefined>;
}

/** Starts a playground as its tag asks: with these flags, this file, this record and this number open. */
export class Opening implements ReactiveController {
  #host: Host;
  #of: Parts;
  /** The first input has been given to the engine. */
  #given = false;
  /** The first run has ended. */
  #ended = false;
  /** The link in the address was read. */
  #isRead = false;
  /** It is being read. Nothing is shown until then, since it says which parts there are, and what is in them. */
  waits = false;

  constructor(host: Host, of: Parts) {
    this.#host = host;
    this.#of = of;
    host.addController(this);
  }

  /** Loads the engine, or tries again after a failure, and runs the config. */
  async start(): Promise<void> {
    const { store, memory, shown } = this.#of;
    const { given } = this.#host;
    const flags = shown.setup?.flags ?? [];
    if (this.#isLinked && (await this.#openLink())) return;
    if (this.#given || memory.wasKept) store.start();
    else if (given instanceof File) await this.#open(given);
    else if (flags.length > 0) await this.#switch(flags);
    else store.start();
  }

  get #isLinked(): boolean {
    return !this.#isRead && this.#host.hasAttribute('whole-page') && isLink(location.hash);
  }

  /**
   * What a link brings is run first, so that nothing else is seen before. The engine is loaded meanwhile. Resolves to
   * whether it brings a config.
   */
  async #openLink(): Promise<boolean> {
    this.#isRead = true;
    this.waits = true;
    void this.#of.store.startWith([]);
    this.#given = (await (await this.#of.links())?.opened) ?? false;
    this.waits = false;
    this.#host.requestUpdate();
    return this.#given;
  }

  /** The flags are switched before the first run, so that there is none without them. */
  async #switch(flags: Parameters<Store['startWith']>[0]): Promise<void> {
    const { store, text, memory } = this.#of;
    const before = store.state.source;
    const switched = await store.startWith(flags).catch(() => undefined);
    if (switched === undefined || before !== store.state.source) return;
    this.#given = true;
    memory.given = switched;
    text.beginAgain(switched);
    store.setText(switched, '', 0);
  }

  async #open(file: File): Promise<void> {
    const { store, shown } = this.#of;
    void store.startWith([]);
    const { changes } = await this.#of.actions();
    await changes.open(file);
    this.#given = true;
    await store.untilRun();
    for (const { stage, on } of shown.setup?.flags ?? []) await changes.flip(stage, on);
  }

  hostUpdated(): void {
    const { engine, outcome, upToDate } = this.#of.store.state;
    if (this.#ended) return;
    if (engine.kind === 'failed') this.#host.onEnd(false);
    else if (outcome && upToDate) void this.#end();
  }

  async #end(): Promise<void> {
    this.#ended = true;
    await this.open(this.#of.shown.setup ?? {});
    await this.#of.settled();
    await this.#host.updateComplete;
    this.#host.onEnd(true);
  }

  /** Opens what the newest run has of this. */
  async open({ number, record }: Wanted): Promise<void> {
    const { store } = this.#of;
    const numbers = number === undefined ? undefined : await store.run?.numbers();
    const found = numbers?.find(({ name }) => name === number);
    if (found) store.arrange({ number: found.name });
    if (record) await this.#openRecord(record);
  }

  async #openRecord({ source, index }: LinkRecord): Promise<void> {
    const { store } = this.#of;
    const [record] = (await store.run?.ask('records', index, 1, { source })) ?? [];
    if (record && record.index === index)
      await (await this.#of.actions()).bigFile.reveal(record, false);
  }
}
