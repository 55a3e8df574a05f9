import { html, LitElement, nothing } from 'lit';
import { query } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { BigFile } from '../editor/big-file.ts';
import { ConfigChanges } from '../editor/config-changes.ts';
import type { PpConfig } from '../editor/pp-config.ts';
import type { RecordPlaces } from '../editor/record-places.ts';
import type { StageName } from '../engine/protocol.ts';
import type { SharedEngine } from '../engine/shared-engine.ts';
import { phrase } from '../parts/data.ts';
import type { PpTabs, Tab } from '../parts/pp-tabs.ts';
import { Words } from '../parts/words.ts';
import type { PlaygroundEvent } from '../state/events.ts';
import type { Preferences } from '../state/preferences.ts';
import { first, startText } from '../state/samples.ts';
import { Store } from '../state/store.ts';
import { isResultView, RESULT_VIEWS, VIEWS, type View } from '../state/views.ts';
import { languages } from '../strings/index.ts';
import { base } from '../styles/base.ts';
import { tokens } from '../styles/tokens.ts';
import type { PpFlow } from '../views/flow/pp-flow.ts';
import { Differing } from './differing.ts';
import { FileDrop } from './file-drop.ts';
import { HostTheme } from './host-theme.ts';
import { loadPlaces, loadWhenIdle } from './later-views.ts';
import { Memory } from './memory.ts';
import { Narrow } from './narrow.ts';
import { Navigation } from './navigation.ts';
import { styles } from './pipeline-playground.styles.ts';
import type { PpResults } from './pp-results.ts';
import type { PpShortcuts } from './pp-shortcuts.ts';
import { RunEvents } from './run-events.ts';
import { type Shortcut, Shortcuts } from './shortcuts.ts';

/**
 * The playground as a whole. Holds the store, and handles the events of the inner elements by calling the store and the
 * editor. `state/preferences.ts` lists its attributes; `whole-page` says that there is nothing else in the page. Events:
 * `run-events.ts`.
 */
export class PipelinePlayground extends LitElement {
  static readonly tag = 'pipeline-playground';
  static override styles = [tokens, base, styles];
  /** The available languages, by tag. An element uses the language of the nearest `lang` around it. */
  static readonly languages = languages;
  /** Shared by all playgrounds of a page. Must be set before the first one is created. */
  static engine: SharedEngine;

  @query('pp-config') private configPart!: PpConfig;
  @query('pp-flow') private flow!: PpFlow;
  @query('pp-results') private results!: PpResults;
  @query('pp-tabs') private tabs!: PpTabs;
  @query('pp-shortcuts') private shortcuts!: PpShortcuts;

  #words = new Words(this);
  #store = new Store(
    PipelinePlayground.engine,
    first,
    { view: 'summary', stage: 'adapt', number: undefined },
    this.#words,
    () => this.requestUpdate(),
  );
  #memory = new Memory(this, this.#store, this.#words, () => this.configPart?.editor);
  #drop = new FileDrop(this, (files) => this.#changes.dropped(files));
  #theme = new HostTheme(this);
  #narrow = new Narrow(
    this,
    () => this.#memory.preferences.size,
    () => this.#navigation.keepInSight(),
  );
  #navigation = new Navigation(
    this,
    () => ({ config: this.configPart, flow: this.flow, results: this.results, tabs: this.tabs }),
    this.#store,
    this.#words,
    this.#memory,
    () => this.#narrow,
  );
  #bigFile = new BigFile(this, this.#store, () => this.configPart?.editor);
  /** Loaded when a number is first chosen. */
  #places: RecordPlaces | undefined;
  #differing = new Differing(this, this.#store);
  #changes = new ConfigChanges(
    this.#store,
    this.#bigFile,
    () => this.configPart.editor,
    this.#words,
    () => startText(this),
  );

  constructor() {
    super();
    new Shortcuts(this, (shortcut) => this.#act(shortcut));
    new RunEvents(this, this.#store);
  }

  /** The text of the config. When a page sets it, undo brings the text back that was there. */
  get config(): string {
    return this.#memory.given ?? this.#store.state.source.text;
  }

  set config(text: string) {
    if (this.hasUpdated) this.#changes.give(text);
    else this.#memory.given = text;
  }

  /** The summary of the newest config, as Python prints it. Undefined until it is run, and after an exception. */
  get summary(): string | undefined {
    return this.#store.state.upToDate ? this.#store.run?.report.summaryText : undefined;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#store.start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#store.stop();
  }

  override willUpdate(): void {
    this.#narrow.check();
    const { scheme, size } = this.#memory.preferences;
    this.style.colorScheme = (scheme === 'auto' ? this.#theme.scheme : scheme) ?? '';
    this.style.setProperty('--_size', String(size));
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
        @pp-setting=${(event: PlaygroundEvent<'pp-setting'>) => this.#changes.set(event.detail)}
        @pp-fix=${(event: PlaygroundEvent<'pp-fix'>) => this.#changes.fix(event.detail)}
        @pp-format=${() => this.#changes.format()}
        @pp-explain=${() => this.#navigation.explain()}
        @pp-file=${(event: PlaygroundEvent<'pp-file'>) => this.#changes.open(event.detail)}
        @pp-sample=${(event: PlaygroundEvent<'pp-sample'>) => this.#changes.load(event.detail)}
        @pp-history=${(event: PlaygroundEvent<'pp-history'>) => this.#changes.undo(event.detail)}
        @pp-save=${() => this.#changes.save()}
        @pp-edit-file=${(event: PlaygroundEvent<'pp-edit-file'>) => this.#changes.edit(event.detail)}
        @pp-start-over=${() => this.#changes.startOver()}
        @pp-close=${() => this.#changes.close()}
        @pp-reveal=${this.#reveal}
        @pp-scrolled=${this.#findPlaces}
        @pp-view=${(event: PlaygroundEvent<'pp-view'>) => this.#navigation.arrange({ view: event.detail })}
        @pp-stage=${(event: PlaygroundEvent<'pp-stage'>) => this.#navigation.openStage(event, event.detail)}
        @pp-found=${(event: PlaygroundEvent<'pp-found'>) => {
          const { stage, kind } = event.detail;
          this.#navigation.openStage(event, stage, { kind });
        }}
        @pp-number=${(event: PlaygroundEvent<'pp-number'>) => this.#navigation.arrange({ number: event.detail })}
        @pp-pin=${(event: PlaygroundEvent<'pp-pin'>) => this.#pin(event.detail)}
        @pp-cancel=${() => this.#store.cancel()}
        @pp-again=${() => this.#store.runAgain()}
        @pp-restart=${() => this.#store.start()}
        @pp-say=${(event: PlaygroundEvent<'pp-say'>) => this.#store.say(event.detail)}
      >
        <button type="button" class="skip" @click=${() => this.#navigation.open({ view: this.#navigation.resultView })}>
          ${this.#words.strings.layout.skip}
        </button>
        ${this.#header()} ${this.#body()} ${this.#raised()}
        <pp-status .state=${this.#store.state}>${this.#memory.render()}</pp-status>
        ${this.#drop.over ? html`<div class="drop"><p>${this.#words.strings.config.drop}</p></div>` : nothing}
        <div class=${announcement.shown ? 'said' : 'visually-hidden'} role="status">
          ${keyed(announcement.count, html`<p>${phrase(announcement.text)}</p>`)}
        </div>
      </section>
      <pp-shortcuts
        .enabled=${this.#memory.preferences.shortcuts}
        @pp-shortcuts=${(event: CustomEvent<boolean>) => this.#memory.prefer({ shortcuts: event.detail })}
      ></pp-shortcuts>
    `;
  }

  #header() {
    return html`<pp-header
      .pinned=${this.#store.state.pinned !== undefined}
      .pinnable=${this.#store.run !== undefined}
      .scheme=${this.#memory.preferences.scheme}
      @pp-help=${() => this.shortcuts.open()}
      .size=${this.#memory.preferences.size}
      @pp-prefer=${(event: CustomEvent<Partial<Preferences>>) => this.#memory.prefer(event.detail)}
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
        .share=${this.#memory.preferences.split}
        @pp-split=${(event: CustomEvent<number>) => this.#memory.prefer({ split: event.detail })}
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
      .table=${this.#memory.preferences.table}
      @pp-table=${(event: CustomEvent<boolean>) => this.#memory.prefer({ table: event.detail })}
    ></pp-flow>`;
  }

  #config(shown: boolean) {
    const { source, record } = this.#store.state;
    return html`<pp-config
      slot="start"
      ?hidden=${!shown}
      .start=${this.#memory.start}
      .notKept=${this.#memory.failed}
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
    return html`<pp-tabs .tabs=${tabs} .current=${this.#narrow.is ? view : this.#navigation.resultView}></pp-tabs>`;
  }

  #results(shown: boolean) {
    return html`<pp-results
      role="tabpanel"
      aria-label=${this.#words.strings.views[this.#navigation.resultView]}
      ?hidden=${!shown}
      .state=${this.#store.state}
      .block=${this.#store.flagsBlock}
      .view=${this.#navigation.resultView}
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
    if (focus) await this.#navigation.show('config');
    else await this.updateComplete;
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
    if (!this.#memory.preferences.shortcuts) return false;
    switch (shortcut.kind) {
      case 'help':
        this.shortcuts.open();
        break;
      case 'editor':
        void this.#navigation.goTo('config');
        break;
      case 'flags':
        void this.#navigation.goTo('stages');
        break;
      case 'pin':
        this.#pin(this.#store.state.pinned === undefined);
        break;
      case 'flag':
        this.flow.flip(shortcut.stage);
        break;
      case 'view':
        this.#navigation.openView(shortcut.view);
    }
    return true;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pipeline-playground': PipelinePlayground;
  }
}
