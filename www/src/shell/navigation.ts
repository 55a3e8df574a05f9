import type { LitElement } from 'lit';
import type { PlainText } from '../editor/config-text.ts';
import type { PpConfig } from '../editor/pp-config.ts';
import type { StageName } from '../engine/protocol.ts';
import { focusedIn } from '../parts/keep-focus.ts';
import type { PpTabs } from '../parts/pp-tabs.ts';
import type { Arrangement } from '../state/state.ts';
import type { Store } from '../state/store.ts';
import type { ResultView, View } from '../state/views.ts';
import type { PartSpeaker } from '../strings/parts.ts';
import type { PpFlow } from '../views/flow/pp-flow.ts';
import type { Memory } from './memory.ts';
import type { Narrow } from './narrow.ts';
import type { PpResults } from './pp-results.ts';
import type { PpShortcuts } from './pp-shortcuts.ts';
import type { Shown } from './shown.ts';

/** The parts that can be gone to. */
export interface Parts {
  readonly config: PpConfig | null;
  readonly flow: PpFlow | null;
  readonly results: PpResults | null;
  readonly tabs: PpTabs | null;
  readonly shortcuts: PpShortcuts | null;
}

/** What it needs of the playground. */
export interface NavigatedBy {
  readonly host: LitElement;
  readonly store: Store;
  readonly words: PartSpeaker;
  readonly text: PlainText;
  readonly shown: Shown;
  readonly memory: Memory;
  readonly narrow: Narrow;
  parts(): Parts;
}

/** Which part of the playground is open, and where the focus goes. */
export class Navigation {
  #of: NavigatedBy;

  constructor(of: NavigatedBy) {
    this.#of = of;
  }

  arrange(change: Partial<Arrangement>): void {
    this.#of.store.arrange(change);
    const { view, stage } = this.#of.store.state;
    if (change.view || change.stage) this.#of.memory.prefer({ view, stage });
  }

  /** Opens a result view and moves the focus into it. */
  async open(change: Partial<Arrangement>): Promise<void> {
    this.arrange(change);
    await this.#of.host.updateComplete;
    this.#of.parts().results?.focus();
  }

  /** Opens a stage's records. `event`: what asked for it. */
  openStage(event: Event, stage: StageName, found?: Arrangement['found']): void {
    const change = { view: 'records', stage, found } as const;
    // In Records itself, the focus stays on the pressed button.
    const here =
      this.#of.store.state.view === 'records' &&
      event.composedPath().some((one) => one === this.#of.parts().results);
    if (here) this.arrange(change);
    else void this.open(change);
    this.#of.store.say(this.#of.words.strings.flow.opened({ stage }));
  }

  openView(view: ResultView): void {
    void this.open({ view });
    this.#of.store.say(this.#of.words.strings.views[view]);
  }

  /** Goes to the help with the exception. */
  async explain(): Promise<void> {
    this.arrange({ view: 'summary' });
    await this.#of.host.updateComplete;
    await this.#of.parts().results?.focusHelp();
  }

  /** Moves the focus to the config or the stages. In one column, they have to be opened first. */
  async goTo(view: 'config' | 'stages'): Promise<void> {
    await this.show(view);
    if (view === 'config') this.#of.text.holder.focus();
    else this.#of.parts().flow?.focus();
  }

  /** Opens a part: in one column, and where it is not shown yet. */
  async show(view: View): Promise<void> {
    this.#of.shown.open(view);
    if (this.#of.narrow.is) this.arrange({ view });
    await this.#of.host.updateComplete;
  }

  /**
   * The layout is about to change. In one column, the part that has the focus stays open, so that the next key goes
   * where the last one went. Tabs and the border are made anew, so the focus moves to the open tab.
   */
  async keepInSight(): Promise<void> {
    const root = this.#of.host.shadowRoot;
    const part = root?.activeElement?.localName ?? '';
    if (!part) return;
    const views: Record<string, View> = {
      'pp-config': 'config',
      'pp-flow': 'stages',
      'pp-results': this.#of.shown.resultView,
    };
    const view = views[part];
    if (this.#of.narrow.is && view) this.#of.store.arrange({ view });
    await this.#of.host.updateComplete;
    const { tabs, config } = this.#of.parts();
    if (part === 'pp-tabs' || part === 'pp-split') tabs?.focus();
    else if (config?.editor?.matches(':focus-within')) config.editor.focus();
    else {
      // The part lays itself out by its new width after this, in Firefox a frame later.
      await new Promise(requestAnimationFrame);
      await new Promise(requestAnimationFrame);
      focusedIn(root)?.scrollIntoView({ block: 'nearest' });
    }
  }
}
