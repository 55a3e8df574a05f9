import { html, LitElement, nothing } from 'lit';
import { query, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { BigFile } from '../editor/big-file.ts';
import { ConfigChanges } from '../editor/config-changes.ts';
import type { PpConfig } from '../editor/pp-config.ts';
import { RecordPlaces } from '../editor/record-places.ts';
import type { StageName } from '../engine/protocol.ts';
import type { SharedEngine } from '../engine/shared-engine.ts';
import type { Tab } from '../parts/pp-tabs.ts';
import { Words } from '../parts/words.ts';
import type { PlaygroundEvent } from '../state/events.ts';
import {
  DEFAULTS,
  type Preferences,
  readPreferences,
  storageKey,
  storePreferences,
} from '../state/preferences.ts';
import { first } from '../state/samples.ts';
import { SettingEdits } from '../state/setting-edits.ts';
import type { Arrangement } from '../state/state.ts';
import { Store } from '../state/store.ts';
import { isResultView, RESULT_VIEWS, type ResultView, VIEWS } from '../state/views.ts';
import { languages } from '../strings/index.ts';
import { base } from '../styles/base.ts';
import { tokens } from '../styles/tokens.ts';
import type { PpFlow } from '../views/flow/pp-flow.ts';
import { FileDrop } from './file-drop.ts';
import { loadWhenIdle } from './later-views.ts';
import { Narrow } from './narrow.ts';
import { styles } from './pipeline-playground.styles.ts';
import type { PpResults } from './pp-results.ts';
import type { PpShortcuts } from './pp-shortcuts.ts';
import { type Shortcut, Shortcuts } from './shortcuts.ts';

/**
 * The playground as a whole. Holds the store, and handles the events of the inner elements by calling the store and the
 * editor. `state/preferences.ts` lists its attributes.
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
  #narrow = new Narrow(this);
  #bigFile = new BigFile(this, this.#store, () => this.config?.editor);
  #places = new RecordPlaces(
    this,
    this.#store,
    () => this.config?.editor,
    (span) => this.#bigFile.bringIntoSight(span),
  );
  #changes = new ConfigChanges(this.#store, this.#bigFile, () => this.config.editor, this.#words);
  #settings = new SettingEdits(this.#store, () => this.config.editor);
  /** The last open result view. In two columns, it stays visible while the config or the stages are chosen. */
  #resultView: ResultView = 'summary';

  constructor() {
    super();
    new Shortcuts(this, (shortcut) => this.#act(shortcut));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.hasUpdated) this.#readPreferences();
    this.#store.start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#store.stop();
  }

  override willUpdate(): void {
    const { view } = this.#store.state;
    if (isResultView(view)) this.#resultView = view;
    this.setAttribute('scheme', this.preferences.scheme);
    this.toggleAttribute('narrow', this.#narrow.is);
  }

  override updated(): void {
    this.#places.refresh();
    if (this.#store.run) loadWhenIdle();
  }

  override render() {
    const { announcement } = this.#store.state;
    return html`
      <section
        class="playground"
        aria-label=${this.#words.strings.title}
        @pp-text=${({ detail: { text, caret } }: PlaygroundEvent<'pp-text'>) =>
          this.#store.setText(text, this.#changes.announcement, caret)}
        @pp-caret=${(event: PlaygroundEvent<'pp-caret'>) => this.#store.moveTo(event.detail)}
        @pp-flag=${(event: PlaygroundEvent<'pp-flag'>) => this.#flip(event.detail.stage, event.detail.on)}
        @pp-setting=${(event: PlaygroundEvent<'pp-setting'>) => this.#settings.change(event.detail)}
        @pp-fix=${(event: PlaygroundEvent<'pp-fix'>) => this.#changes.fix(event.detail)}
        @pp-format=${() => this.#changes.format()}
        @pp-explain=${this.#explain}
        @pp-file=${(event: PlaygroundEvent<'pp-file'>) => this.#changes.open(event.detail)}
        @pp-sample=${(event: PlaygroundEvent<'pp-sample'>) => this.#changes.load(event.detail)}
        @pp-close=${() => this.#changes.close()}
        @pp-reveal=${this.#reveal}
        @pp-scrolled=${() => this.#places.refresh()}
        @pp-view=${(event: PlaygroundEvent<'pp-view'>) => this.#arrange({ view: event.detail })}
        @pp-stage=${(event: PlaygroundEvent<'pp-stage'>) => this.#openStage(event.detail)}
        @pp-number=${(event: PlaygroundEvent<'pp-number'>) => this.#arrange({ number: event.detail })}
        @pp-pin=${(event: PlaygroundEvent<'pp-pin'>) => this.#pin(event.detail)}
        @pp-cancel=${() => this.#store.cancel()}
        @pp-again=${() => this.#store.runAgain()}
        @pp-restart=${() => this.#store.start()}
        @pp-say=${(event: PlaygroundEvent<'pp-say'>) => this.#store.say(event.detail)}
      >
        ${this.#header()} ${this.#body()} ${this.#raised()}
        <pp-status .state=${this.#store.state}></pp-status>
        ${this.#drop.over ? html`<div class="drop"><p>${this.#words.strings.config.drop}</p></div>` : nothing}
        <div class="visually-hidden" role="status">
          ${keyed(announcement.count, html`<p>${announcement.text}</p>`)}
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
      @pp-scheme=${(event: CustomEvent<Preferences['scheme']>) => this.#prefer({ scheme: event.detail })}
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
    const { flags, good, view, stage } = this.#store.state;
    return html`<pp-flow
      ?hidden=${!shown}
      .flags=${flags}
      .block=${this.#store.flagsBlock}
      .run=${this.#store.run}
      .good=${good}
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
      .file=${source.file}
      .window=${this.#bigFile.shown}
      .error=${this.#error}
      .record=${record}
      .run=${this.#store.run}
      .places=${this.#places.places}
    ></pp-config>`;
  }

  #tabs() {
    const { view } = this.#store.state;
    const logCount = this.#store.run?.report.logCount;
    const tabs = (this.#narrow.is ? VIEWS : RESULT_VIEWS).map(
      (one): Tab =>
        one === 'log' && logCount
          ? { view: one, count: `(${this.#words.strings.number(logCount)})` }
          : { view: one },
    );
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
    storePreferences(this.#key, change);
  }

  #arrange(change: Partial<Arrangement>): void {
    this.#store.arrange(change);
    const { view, stage } = this.#store.state;
    if (change.view || change.stage) this.#prefer({ view, stage });
  }

  async #openStage(stage: StageName): Promise<void> {
    this.#arrange({ view: 'records', stage });
    if (!this.#narrow.is) return;
    // In one column, this hides the part with the pressed button, so the focus moves to the results.
    await this.updateComplete;
    this.results.focus();
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

  #act(shortcut: Shortcut): boolean {
    if (!this.preferences.shortcuts || this.shortcuts.shown) return false;
    switch (shortcut.kind) {
      case 'help':
        this.shortcuts.open();
        break;
      case 'editor':
        void this.#toEditor();
        break;
      case 'pin':
        this.#pin(this.#store.state.pinned === undefined);
        break;
      case 'flag':
        this.flow.flip(shortcut.stage);
        break;
      case 'view':
        this.#arrange({ view: shortcut.view });
    }
    return true;
  }

  async #toEditor(): Promise<void> {
    if (this.#narrow.is) this.#arrange({ view: 'config' });
    await this.updateComplete;
    this.config.editor.focus();
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
