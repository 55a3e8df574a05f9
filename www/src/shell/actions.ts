/**
 * What a playground does when one of its parts asks for it, or a key is pressed, or a file is dropped. Loaded with the
 * first part that needs it: a summary by itself does not.
 */
import { BigFile } from '../editor/big-file.ts';
import { ConfigChanges } from '../editor/config-changes.ts';
import { loadPlaces } from '../editor/later.ts';
import type { RecordPlaces } from '../editor/record-places.ts';
import type { StageName } from '../engine/protocol.ts';
import { loadPart } from '../parts/later.ts';
import { PartWords } from '../parts/part-words.ts';
import type { EventName, PlaygroundEvent, PlaygroundEvents } from '../state/events.ts';
import type { Differing } from './differing.ts';
import { FileDrop } from './file-drop.ts';
import { laterList } from './later-list.ts';
import { type NavigatedBy, Navigation } from './navigation.ts';
import { recordSaid } from './record-said.ts';
import { type Shortcut, Shortcuts } from './shortcuts.ts';

/** What they act on. */
export interface ActedOn extends Omit<NavigatedBy, 'words'> {
  /** Loads the engine again. */
  restart(): void;
}

const loadDiffering = () => import('./differing.ts');

type Handlers = {
  [Name in EventName]: (detail: PlaygroundEvents[Name], event: PlaygroundEvent<Name>) => void;
};

export class Actions {
  readonly bigFile: BigFile;
  readonly changes: ConfigChanges;
  readonly navigation: Navigation;
  readonly drop: FileDrop;
  /** Loaded when a number is first chosen. */
  places: RecordPlaces | undefined;
  /** Loaded when a run is first pinned. */
  differing: Differing | undefined;
  #of: ActedOn;
  #words: PartWords;
  #handlers: Handlers;

  constructor(of: ActedOn) {
    const { host, store, text, memory, shown } = of;
    const words = new PartWords(host);
    this.#of = of;
    this.#words = words;
    store.recordSaid = (record) => recordSaid(words.strings, record);
    this.bigFile = new BigFile(host, store, text);
    this.changes = new ConfigChanges(store, this.bigFile, text, words, () => memory.given);
    this.navigation = new Navigation({ ...of, words });
    const takesFiles = () => shown.has('editor') && !store.readonly;
    this.drop = new FileDrop(host, (files) => this.changes.dropped(files), takesFiles, words);
    new Shortcuts(host, (shortcut) => this.#press(shortcut));
    const { changes, navigation } = this;
    this.#handlers = {
      'pp-text': ({ text, caret }) => store.setText(text, changes.announcement, caret),
      'pp-caret': (offset) => store.moveTo(offset),
      'pp-flag': ({ stage, on }) => this.#flip(stage, on),
      'pp-setting': (change) => changes.set(change),
      'pp-fix': (edits) => changes.fix(edits),
      'pp-format': () => changes.format(),
      'pp-explain': () => navigation.explain(),
      'pp-file': (file) => changes.open(file),
      'pp-sample': (name) => changes.load(name),
      'pp-history': (kind) => changes.undo(kind),
      'pp-save': () => changes.save(),
      'pp-edit-file': (encoding) => changes.edit(encoding),
      'pp-start-over': () => changes.startOver(),
      'pp-close': () => changes.close(),
      'pp-reveal': (detail) => this.#reveal(detail),
      'pp-scrolled': () => this.#findPlaces(),
      'pp-view': (view) => navigation.arrange({ view }),
      'pp-stage': (stage, event) => navigation.openStage(event, stage),
      'pp-found': ({ stage, kind }, event) => navigation.openStage(event, stage, { kind }),
      'pp-number': (number) => navigation.arrange({ number }),
      'pp-pin': (on) => this.#pin(on),
      'pp-cancel': () => store.cancel(),
      'pp-again': () => store.runAgain(),
      'pp-restart': () => of.restart(),
      'pp-say': (text) => store.say(text),
    };
  }

  handle<Name extends EventName>(event: PlaygroundEvent<Name>): void {
    // The handler takes the event that it is named after. TypeScript cannot see that in a union.
    this.#handlers[event.type as Name](event.detail, event);
  }

  /** Asks again for what depends on the newest run. */
  refresh(): void {
    void this.bigFile.refresh();
    void this.#findPlaces();
    void this.#differ();
  }

  async #flip(stage: StageName, on: boolean): Promise<void> {
    if (!(await this.changes.flip(stage, on))) this.#of.parts().flow?.forget();
  }

  #pin(on: boolean): void {
    const { store } = this.#of;
    const { pin } = this.#words.strings;
    if (!on) store.unpin();
    else if (!store.pin()) return;
    store.say(on ? pin.pinned : pin.unpinned);
  }

  async #reveal(detail: PlaygroundEvents['pp-reveal']): Promise<void> {
    const { focus } = detail;
    if (focus) await this.navigation.show('config');
    else await this.#of.host.updateComplete;
    await this.bigFile.reveal(detail, focus);
  }

  async #findPlaces(): Promise<void> {
    const { host, store, shown } = this.#of;
    if ((!this.places && !store.state.number) || !shown.has('editor')) return;
    // If it cannot be loaded, only the marks are missing. Choosing a number tries again.
    const more = await loadPlaces().catch(() => undefined);
    this.places ??= more && new more.RecordPlaces(host, store, this.bigFile);
    this.places?.refresh();
  }

  async #differ(): Promise<void> {
    const { host, store } = this.#of;
    if (!this.differing && !store.state.pinned) return;
    // If it cannot be loaded, only the number beside Compare is missing.
    const more = await loadDiffering().catch(() => undefined);
    this.differing ??= more && new more.Differing(host, store);
    void this.differing?.refresh();
  }

  /** Opens the list of keyboard shortcuts. */
  async help(): Promise<void> {
    const { store, parts } = this.#of;
    try {
      await loadPart(laterList);
      await parts().shortcuts?.updateComplete;
      parts().shortcuts?.open();
    } catch {
      store.say(`${this.#words.strings.layout.notLoaded}.`);
    }
  }

  #press(shortcut: Shortcut): boolean {
    const { shortcuts, flow } = this.#of.parts();
    if (shortcuts?.shown) return false;
    if (shortcut.kind === 'undo' || shortcut.kind === 'redo')
      return this.changes.undo(shortcut.kind);
    if (!this.#of.memory.preferences.shortcuts) return false;
    switch (shortcut.kind) {
      case 'help':
        void this.help();
        break;
      case 'editor':
        void this.navigation.goTo('config');
        break;
      case 'flags':
        void this.navigation.goTo('stages');
        break;
      case 'pin':
        this.#pin(this.#of.store.state.pinned === undefined);
        break;
      case 'flag':
        flow?.flip(shortcut.stage);
        break;
      case 'view':
        this.navigation.openView(shortcut.view);
    }
    return true;
  }
}
