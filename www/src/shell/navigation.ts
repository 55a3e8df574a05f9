import type { LitElement, ReactiveController } from 'lit';
import type { PpConfig } from '../editor/pp-config.ts';
import type { StageName } from '../engine/protocol.ts';
import { focusedIn } from '../parts/keep-focus.ts';
import type { PpTabs } from '../parts/pp-tabs.ts';
import type { Arrangement } from '../state/state.ts';
import type { Store } from '../state/store.ts';
import { isResultView, type ResultView, type View } from '../state/views.ts';
import type { Speaker } from '../strings/index.ts';
import type { PpFlow } from '../views/flow/pp-flow.ts';
import type { Memory } from './memory.ts';
import type { Narrow } from './narrow.ts';
import type { PpResults } from './pp-results.ts';

/** The parts that can be gone to. */
interface Parts {
  readonly config: PpConfig;
  readonly flow: PpFlow;
  readonly results: PpResults;
  readonly tabs: PpTabs;
}

/** Which part of the playground is open, and where the focus goes. */
export class Navigation implements ReactiveController {
  /** The last open result view. In two columns, it stays visible while the config or the stages are chosen. */
  resultView: ResultView = 'summary';
  #host: LitElement;
  #parts: () => Parts;
  #store: Store;
  #words: Speaker;
  #memory: Memory;
  #narrow: () => Narrow;

  constructor(
    host: LitElement,
    parts: () => Parts,
    store: Store,
    words: Speaker,
    memory: Memory,
    narrow: () => Narrow,
  ) {
    this.#host = host;
    this.#parts = parts;
    this.#store = store;
    this.#words = words;
    this.#memory = memory;
    this.#narrow = narrow;
    host.addController(this);
  }

  hostUpdate(): void {
    const { view } = this.#store.state;
    if (isResultView(view)) this.resultView = view;
  }

  arrange(change: Partial<Arrangement>): void {
    this.#store.arrange(change);
    const { view, stage } = this.#store.state;
    if (change.view || change.stage) this.#memory.prefer({ view, stage });
  }

  /** Opens a result view and moves the focus into it. */
  async open(change: Partial<Arrangement>): Promise<void> {
    this.arrange(change);
    await this.#host.updateComplete;
    this.#parts().results.focus();
  }

  /** Opens a stage's records. `event`: what asked for it. */
  openStage(event: Event, stage: StageName, found?: Arrangement['found']): void {
    const change = { view: 'records', stage, found } as const;
    // In Records itself, the focus stays on the pressed button.
    const here =
      this.#store.state.view === 'records' && event.composedPath().includes(this.#parts().results);
    if (here) this.arrange(change);
    else void this.open(change);
    this.#store.say(this.#words.strings.flow.opened(stage));
  }

  openView(view: ResultView): void {
    void this.open({ view });
    this.#store.say(this.#words.strings.views[view]);
  }

  /** Goes to the help with the exception. */
  async explain(): Promise<void> {
    this.arrange({ view: 'summary' });
    await this.#host.updateComplete;
    await this.#parts().results.focusHelp();
  }

  /** Moves the focus to the config or the stages. In one column, they have to be opened first. */
  async goTo(view: 'config' | 'stages'): Promise<void> {
    await this.show(view);
    const { config, flow } = this.#parts();
    (view === 'config' ? config.editor : flow).focus();
  }

  /** In one column, opens a part. */
  async show(view: View): Promise<void> {
    if (this.#narrow().is) this.arrange({ view });
    await this.#host.updateComplete;
  }

  /**
   * The layout is about to change. In one column, the part that has the focus stays open, so that the next key goes
   * where the last one went. Tabs and the border are made anew, so the focus moves to the open tab.
   */
  async keepInSight(): Promise<void> {
    const root = this.#host.shadowRoot;
    const part = root?.activeElement?.localName ?? '';
    if (!part) return;
    const views: Record<string, View> = {
      'pp-config': 'config',
      'pp-flow': 'stages',
      'pp-results': this.resultView,
    };
    const view = views[part];
    if (this.#narrow().is && view) this.#store.arrange({ view });
    await this.#host.updateComplete;
    const { tabs, config } = this.#parts();
    if (part === 'pp-tabs' || part === 'pp-split') tabs.focus();
    else if (config.editor.matches(':focus-within')) config.editor.focus();
    else focusedIn(root)?.scrollIntoView({ block: 'nearest' });
  }
}
