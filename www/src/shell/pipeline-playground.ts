import { html, LitElement, nothing } from 'lit';
import { query, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { BigFile } from '../editor/big-file.ts';
import { ConfigChanges } from '../editor/config-changes.ts';
import type { PpConfig } from '../editor/pp-config.ts';
import type { RecordPlaces } from '../editor/record-places.ts';
import type { StageName } from '../engine/protocol.ts';
import type { SharedEngine } from '../engine/shared-engine.ts';
import { phrase } from '../parts/data.ts';
import { focusedIn } from '../parts/keep-focus.ts';
import type { PpTabs, Tab } from '../parts/pp-tabs.ts';
import { Words } from '../parts/words.ts';
import type { PlaygroundEvent, PlaygroundEvents } from '../state/events.ts';
import { type KeptText, leaveKey, readKept, takeKey } from '../state/kept-text.ts';
import {
  DEFAULTS,
  type Preferences,
  readPreferences,
  storageKey,
  storePreferences,
} from '../state/preferences.ts';
import { first, startText } from '../state/samples.ts';
import type { SettingEdits } from '../state/setting-edits.ts';
import type { Arrangement } from '../state/state.ts';
import { Store } from '../state/store.ts';
import { isResultView, RESULT_VIEWS, type ResultView, VIEWS, type View } from '../state/views.ts';
import { languages } from '../strings/index.ts';
import { base } from '../styles/base.ts';
import { tokens } from '../styles/tokens.ts';
import type { PpFlow } from '../views/flow/pp-flow.ts';
import { Differing } from './differing.ts';
import { FileDrop } from './file-drop.ts';
import type { Keeping } from './keeping.ts';
import { loadPlaces, loadWhenIdle } from './later-views.ts';
import { Narrow } from './narrow.ts';
import { styles } from './pipeline-playground.styles.ts';
import type { PpResults } from './pp-results.ts';
import type { PpShortcuts } from './pp-shortcuts.ts';
import { type Shortcut, Shortcuts } from './shortcuts.ts';

/**
 * The playground as a whole. Holds the store, and handles the events of the inner elements by calling the store and the
 * editor. `state/preferences.ts` lists its attributes; `whole-page` says that there is nothing else in the page.
 */
export class PipelinePlayground extends LitElement {
  static readonly tag = 'pipeline-playground';
  static override styles = [tokens, base, styles];
  /** The available languages, by tag. An element uses the language of the nearest `lang` around it. */
  static readonly languages = languages;
  /** Shared by all playgrounds of a page. Must be set before the first one is created. */
  static engine: SharedEngine;

  @query('pp-config') private config!: PpConfig;
  @query('pp-flow') private flow!: PpFlow;
  @query('pp-results') private results!: PpResults;
  @query('pp-tabs') private tabs!: PpTabs;
  @query('pp-shortcuts') private shortcuts!: PpShortcuts;
  @state() private preferences: Preferences = DEFAULTS;

  #words = new Words(this);
  /** The key under which preferences are stored. */
  #key: string | undefined;
  #store = new Store(
    PipelinePlayground.engine,
    first,
    arrangementOf(this.preferences),
    this.#words,
    () => this.requestUpdate(),
  );
  #drop = new FileDrop(this, (files) => this.#changes.dropped(files));
  #narrow = new Narrow(
    this,
    () => this.preferences.size,
    () => this.#keepInSight(),
  );
  #bigFile = new BigFile(this, this.#store, () => this.config?.editor);
  /** Loaded when a number is first chosen. */
  #places: RecordPlaces | undefined;
  #differing = new Differing(this, this.#store);
  #changes = new ConfigChanges(
    this.#store,
    this.#bigFile,
    () => this.config.editor,
    this.#words,
    () => startText(this),
  );
  #settings: Promise<SettingEdits | undefined> | undefined;
  /** The first text. */
  #start: KeptText = { doc: first };
  /** The key under which the text is kept. */
  #textKey: string | undefined;
  #keeping: Keeping | undefined;
  /** What keeps the text could not be loaded. */
  @state() private notKept = false;
  /** The last open result view. In two columns, it stays visible while the config or the stages are chosen. */
  #resultView: ResultView = 'summary';

  constructor() {
    super();
    new Shortcuts(this, (shortcut) => this.#act(shortcut));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.hasUpdated) this.#readPreferences();
    this.#textKey = this.#key && takeKey(this.#key);
    if (!this.hasUpdated) this.#readText();
    this.#store.start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (this.#textKey) leaveKey(this.#textKey);
    this.#store.stop();
  }

  override willUpdate(): void {
    this.#narrow.check();
    const { view } = this.#store.state;
    if (isResultView(view)) this.#resultView = view;
    this.setAttribute('scheme', this.preferences.scheme);
    this.style.setProperty('--_size', String(this.preferences.size));
    this.toggleAttribute('narrow', this.#narrow.is);
  }

  override updated(): void {
    void this.#bigFile.refresh();
    void this.#findPlaces();
    void this.#differing.refresh();
    if (this.#store.run) loadWhenIdle();
  }

  override render() {
    const { announcement, old } = this.#store.state;
    return html`
      <section
        class=${old ? 'playground old' : 'playground'}
        tabindex="-1"
        aria-label=${this.#words.strings.title}
        @pp-text=${({ detail: { text, caret } }: PlaygroundEvent<'pp-text'>) =>
          this.#store.setText(text, this.#changes.announcement, caret)}
        @pp-caret=${(event: PlaygroundEvent<'pp-caret'>) => this.#store.moveTo(event.detail)}
        @pp-flag=${(event: PlaygroundEvent<'pp-flag'>) => this.#flip(event.detail.stage, event.detail.on)}
        @pp-setting=${(event: PlaygroundEvent<'pp-setting'>) => this.#set(event.detail)}
        @pp-fix=${(event: PlaygroundEvent<'pp-fix'>) => this.#changes.fix(event.detail)}
        @pp-format=${() => this.#changes.format()}
        @pp-explain=${this.#explain}
        @pp-file=${(event: PlaygroundEvent<'pp-file'>) => this.#changes.open(event.detail)}
        @pp-sample=${(event: PlaygroundEvent<'pp-sample'>) => this.#changes.load(event.detail)}
        @pp-history=${(event: PlaygroundEvent<'pp-history'>) => this.#changes.undo(event.detail)}
        @pp-save=${() => this.#changes.save()}
        @pp-edit-file=${(event: PlaygroundEvent<'pp-edit-file'>) => this.#changes.edit(event.detail)}
        @pp-start-over=${() => this.#changes.startOver()}
        @pp-close=${() => this.#changes.close()}
        @pp-reveal=${this.#reveal}
        @pp-scrolled=${this.#findPlaces}
        @pp-view=${(event: PlaygroundEvent<'pp-view'>) => this.#arrange({ view: event.detail })}
        @pp-stage=${(event: PlaygroundEvent<'pp-stage'>) => this.#openStage(event, event.detail)}
        @pp-found=${this.#openFound}
        @pp-number=${(event: PlaygroundEvent<'pp-number'>) => this.#arrange({ number: event.detail })}
        @pp-pin=${(event: PlaygroundEvent<'pp-pin'>) => this.#pin(event.detail)}
        @pp-cancel=${() => this.#store.cancel()}
        @pp-again=${() => this.#store.runAgain()}
        @pp-restart=${() => this.#store.start()}
        @pp-say=${(event: PlaygroundEvent<'pp-say'>) => this.#store.say(event.detail)}
      >
        <button type="button" class="skip" @click=${() => this.#open({ view: this.#resultView })}>
          ${this.#words.strings.layout.skip}
        </button>
        ${this.#header()} ${this.#body()} ${this.#raised()}
        <pp-status .state=${this.#store.state}>${this.#keeping?.render()}</pp-status>
        ${this.#drop.over ? html`<div class="drop"><p>${this.#words.strings.config.drop}</p></div>` : nothing}
        <div class=${announcement.shown ? 'said' : 'visually-hidden'} role="status">
          ${keyed(announcement.count, html`<p>${phrase(announcement.text)}</p>`)}
        </div>
      </section>
      <pp-shortcuts
        .enabled=${this.preferences.shortcuts}
        @pp-shortcuts=${(event: CustomEvent<boolean>) => this.#prefer({ shortcuts: event.detail })}
      ></pp-shortcuts>
    `;
  }

  /** Not in the constructor: an element that a script creates has no attributes yet. */
  #readPreferences(): void {
    this.#key = storageKey(this);
    this.preferences = readPreferences(this, this.#key);
    this.#store.arrange(arrangementOf(this.preferences));
  }

  #header() {
    return html`<pp-header
      .pinned=${this.#store.state.pinned !== undefined}
      .pinnable=${this.#store.run !== undefined}
      .scheme=${this.preferences.scheme}
      @pp-help=${() => this.shortcuts.open()}
      .size=${this.preferences.size}
      @pp-prefer=${(event: CustomEvent<Partial<Preferences>>) => this.#prefer(event.detail)}
    ></pp-header>`;
  }

  /**
   * Two columns: the stages above, the config and the results side by side. One column: one part at a time, chosen by
   * tabs. A hidden part stays in the page and keeps its state.
   */
  #body() {
    const narrow = this.#narrow.is;
    const { view } = this.#store.state;
    const result = !narrow || isResultView(view);
    return html`
      ${narrow ? this.#tabs() : nothing} ${this.#flow(!narrow || view === 'stages')}
      <pp-split
        ?beside=${!narrow}
        .share=${this.preferences.split}
        @pp-split=${(event: CustomEvent<number>) => this.#prefer({ split: event.detail })}
      >
        ${this.#config(!narrow || view === 'config')}
        <div slot="end" class="results" ?hidden=${!result}>
          ${narrow ? nothing : this.#tabs()} ${this.#results(result)}
        </div>
      </pp-split>
    `;
  }

  #flow(shown: boolean) {
    const { flags, good, old, view, stage } = this.#store.state;
    return html`<pp-flow
      ?hidden=${!shown}
      .flags=${flags}
      .block=${this.#store.flagsBlock}
      .run=${this.#store.run}
      .good=${good}
      .old=${old}
      .flipped=${this.#changes.flipped}
      .stage=${view === 'records' ? stage : undefined}
      .table=${this.preferences.table}
      @pp-table=${(event: CustomEvent<boolean>) => this.#prefer({ table: event.detail })}
    ></pp-flow>`;
  }

  #config(shown: boolean) {
    const { source, record } = this.#store.state;
    return html`<pp-config
      slot="start"
      ?hidden=${!shown}
      .start=${this.#start}
      .notKept=${this.notKept || this.#keeping?.failed}
      .file=${source.file}
      .window=${this.#bigFile.shown}
      .error=${this.#error}
      .record=${record}
      .run=${this.#store.run}
      .places=${this.#places?.places}
    ></pp-config>`;
  }

  #tabs() {
    const { view } = this.#store.state;
    const counts: { [Of in View]?: number | undefined } = {
      log: this.#store.run?.report.logCount || undefined,
      compare: this.#differing.count,
    };
    const tabs = (this.#narrow.is ? VIEWS : RESULT_VIEWS).map((one): Tab => {
      const count = counts[one];
      return count === undefined
        ? { view: one }
        : { view: one, count: `(${this.#words.strings.number(count)})` };
    });
    return html`<pp-tabs .tabs=${tabs} .current=${this.#narrow.is ? view : this.#resultView}></pp-tabs>`;
  }

  #results(shown: boolean) {
    return html`<pp-results
      role="tabpanel"
      aria-label=${this.#words.strings.views[this.#resultView]}
      ?hidden=${!shown}
      .state=${this.#store.state}
      .block=${this.#store.flagsBlock}
      .view=${this.#resultView}
    ></pp-results>`;
  }

  get #error() {
    return this.#store.run?.report.error;
  }

  /** In one column, the exception is shown below the config and the stages too. */
  #raised() {
    const error = this.#error;
    if (!error || !this.#narrow.is || isResultView(this.#store.state.view)) return nothing;
    return html`<pp-raised class="card" .error=${error}></pp-raised>`;
  }

  async #explain(): Promise<void> {
    this.#arrange({ view: 'summary' });
    await this.updateComplete;
    await this.results.focusHelp();
  }

  #prefer(change: Partial<Preferences>): void {
    this.preferences = { ...this.preferences, ...change };
    if (this.preferences.keep) storePreferences(this.#key, change);
  }

  /** Shows the kept text, and loads what keeps it. */
  #readText(): void {
    const kept = this.preferences.keep && this.#textKey ? readKept(this.#textKey) : undefined;
    this.#start = kept ?? { doc: startText(this) };
    if (this.#start.doc !== first) this.#store.setText(this.#start.doc, '', 0);
    void this.#loadKeeping();
  }

  async #loadKeeping(): Promise<void> {
    try {
      const { Keeping } = await import('./keeping.ts');
      this.#keeping = new Keeping(this, {
        store: this.#store,
        words: this.#words,
        preferencesKey: this.#key,
        start: this.#start.doc,
        key: () => this.#textKey,
        editor: () => this.config?.editor,
        wanted: () => this.preferences.keep,
        want: (keep) => (this.preferences = { ...this.preferences, keep }),
      });
      this.requestUpdate();
    } catch {
      this.notKept = true;
      addEventListener(
        'beforeunload',
        (event) => this.config.editor.typed && event.preventDefault(),
      );
    }
  }

  async #set(change: PlaygroundEvents['pp-setting']): Promise<void> {
    // All changes wait for the same promise, so they stay in order.
    this.#settings ??= this.#loadSettings();
    (await this.#settings)?.change(change);
  }

  async #loadSettings(): Promise<SettingEdits | undefined> {
    try {
      const { SettingEdits } = await import('../state/setting-edits.ts');
      return new SettingEdits(this.#store, this.#changes);
    } catch {
      this.#settings = undefined;
      this.#store.say(`${this.#words.strings.layout.notLoaded}.`);
      return undefined;
    }
  }

  #arrange(change: Partial<Arrangement>): void {
    this.#store.arrange(change);
    const { view, stage } = this.#store.state;
    if (change.view || change.stage) this.#prefer({ view, stage });
  }

  #openFound(event: PlaygroundEvent<'pp-found'>): void {
    const { stage, kind } = event.detail;
    this.#openStage(event, stage, { kind });
  }

  #openStage(event: Event, stage: StageName, found?: Arrangement['found']): void {
    const change = { view: 'records', stage, found } as const;
    // In Records itself, the focus stays on the pressed button.
    const here =
      this.#store.state.view === 'records' && event.composedPath().includes(this.results);
    if (here) this.#arrange(change);
    else void this.#open(change);
    this.#store.say(this.#words.strings.flow.opened(stage));
  }

  /** Opens a result view and moves the focus into it. */
  async #open(change: Partial<Arrangement>): Promise<void> {
    this.#arrange(change);
    await this.updateComplete;
    this.results.focus();
  }

  /**
   * The layout is about to change. In one column, the part that has the focus stays open, so that the next key goes
   * where the last one went. Tabs and the border are made anew, so the focus moves to the open tab.
   */
  async #keepInSight(): Promise<void> {
    const part = this.shadowRoot?.activeElement?.localName ?? '';
    if (!part) return;
    const views: Record<string, View> = {
      'pp-config': 'config',
      'pp-flow': 'stages',
      'pp-results': this.#resultView,
    };
    const view = views[part];
    if (this.#narrow.is && view) this.#store.arrange({ view });
    await this.updateComplete;
    if (part === 'pp-tabs' || part === 'pp-split') this.tabs.focus();
    else if (this.config.editor.matches(':focus-within')) this.config.editor.focus();
    else focusedIn(this.shadowRoot)?.scrollIntoView({ block: 'nearest' });
  }

  async #flip(stage: StageName, on: boolean): Promise<void> {
    if (!(await this.#changes.flip(stage, on))) this.flow.forget();
  }

  #pin(on: boolean): void {
    if (!on) this.#store.unpin();
    else if (!this.#store.pin()) return;
    this.#store.say(on ? this.#words.strings.pin.pinned : this.#words.strings.pin.unpinned);
  }

  async #reveal(event: PlaygroundEvent<'pp-reveal'>): Promise<void> {
    const { focus } = event.detail;
    // In one column, the config has to be opened first.
    if (focus && this.#narrow.is) this.#arrange({ view: 'config' });
    await this.updateComplete;
    await this.#bigFile.reveal(event.detail, focus);
  }

  async #findPlaces(): Promise<void> {
    if (!this.#places && !this.#store.state.number) return;
    // If it cannot be loaded, only the marks are missing. Choosing a number tries again.
    const more = await loadPlaces().catch(() => undefined);
    this.#places ??= more && new more.RecordPlaces(this, this.#store, this.#bigFile);
    this.#places?.refresh();
  }

  #act(shortcut: Shortcut): boolean {
    if (this.shortcuts.shown) return false;
    if (shortcut.kind === 'undo' || shortcut.kind === 'redo')
      return this.#changes.undo(shortcut.kind);
    if (!this.preferences.shortcuts) return false;
    switch (shortcut.kind) {
      case 'help':
        this.shortcuts.open();
        break;
      case 'editor':
        void this.#goTo('config', this.config.editor);
        break;
      case 'flags':
        void this.#goTo('stages', this.flow);
        break;
      case 'pin':
        this.#pin(this.#store.state.pinned === undefined);
        break;
      case 'flag':
        this.flow.flip(shortcut.stage);
        break;
      case 'view':
        void this.#open({ view: shortcut.view });
        this.#store.say(this.#words.strings.views[shortcut.view]);
    }
    return true;
  }

  /** In one column, the part has to be opened first. */
  async #goTo(view: View, part: HTMLElement): Promise<void> {
    if (this.#narrow.is) this.#arrange({ view });
    await this.updateComplete;
    part.focus();
  }
}

function arrangementOf({ view, stage }: Preferences): Arrangement {
  return { view, stage, number: undefined };
}

declare global {
  interface HTMLElementTagNameMap {
    'pipeline-playground': PipelinePlayground;
  }
}
