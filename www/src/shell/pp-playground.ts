import { html, LitElement, nothing } from 'lit';
import { query } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { PlainText } from '../editor/config-text.ts';
import type { PpConfig } from '../editor/pp-config.ts';
import type { SharedEngine } from '../engine/shared-engine.ts';
import { phrase } from '../parts/data.ts';
import { failureOf } from '../parts/failure.ts';
import { Later } from '../parts/later.ts';
import type { PpTabs, Tab } from '../parts/pp-tabs.ts';
import { Words } from '../parts/words.ts';
import type { Linked, Links, Wanted } from '../share/links.ts';
import { EVENTS, type EventName, type PlaygroundEvent } from '../state/events.ts';
import type { Preferences } from '../state/preferences.ts';
import { Store } from '../state/store.ts';
import { isResultView, type View } from '../state/views.ts';
import { languageFor } from '../strings/translations.ts';
import { base } from '../styles/base.ts';
import { tokens } from '../styles/tokens.ts';
import type { PpFlow } from '../views/flow/pp-flow.ts';
import type { Actions } from './actions.ts';
import { HostTheme } from './host-theme.ts';
import { loadForEditorWhenIdle, loadWhenIdle } from './later-views.ts';
import type { ShellParts } from './loaders.ts';
import { Memory } from './memory.ts';
import { Narrow } from './narrow.ts';
import { Opening } from './opening.ts';
import { styles } from './pp-playground.styles.ts';
import type { PpResults } from './pp-results.ts';
import type { PpShortcuts } from './pp-shortcuts.ts';
import { RunEvents, type RunResult, resultOf } from './run-events.ts';
import { Shown } from './shown.ts';

/** A text of more UTF-16 units takes a while to lay out. */
const LONG = 100_000;

/**
 * The playground in its tag. Holds the store, and handles the events of the inner elements by calling the store and the
 * editor. `state/preferences.ts` and `setup.ts` list the attributes of the tag; `run-events.ts` its events.
 */
export class PpPlayground extends LitElement {
  static readonly tag = 'pp-playground';
  static override styles = [tokens, base, styles];
  /** Shared by all playgrounds of a page. Must be set before the first one is created. */
  static engine: SharedEngine;
  /** Where the parts are that it may be shown without. */
  static parts: ShellParts;
  /** Set if it is loaded with the page. */
  static Actions: typeof Actions | undefined;
  /** Set if it is not. */
  static loadActions: () => Promise<{ readonly Actions: typeof Actions }>;
  /** Fetches the editor, if it is not loaded with the page. */
  static fetchEditor: () => void = () => {};
  /** Loads the links into the playground and out of it. */
  static links: ((of: Linked) => Promise<Links>) | undefined;

  /** The tag in the page. Set before the element is connected, like the three after it. */
  frame: HTMLElement = this;
  /** Which one the tag is of those in the page with its `storage`. From 1. */
  number = 1;
  /** The config to start with, if none is kept: a text or a file. */
  given: string | File = '';
  /** Called when the first run has ended. `ok`: with a result, not for lack of an engine. */
  onEnd: (ok: boolean) => void = () => {};

  @query('pre.plain') private plain!: HTMLElement | null;
  @query('pp-config') private configPart!: PpConfig | null;
  @query('pp-flow') private flow!: PpFlow | null;
  @query('pp-results') private results!: PpResults | null;
  @query('pp-tabs') private tabs!: PpTabs | null;
  @query('pp-shortcuts') private shortcuts!: PpShortcuts | null;

  #words = new Words(this);
  #store = new Store(
    PpPlayground.engine,
    '',
    { view: 'summary', stage: 'adapt', number: undefined },
    this.#words,
    () => this.requestUpdate(),
  );
  #text = new PlainText({
    changed: (text) => this.#store.setText(text, this.#actions?.changes.announcement ?? ''),
    moved: (offset) => this.#store.moveTo(offset),
    inSight: () => this.plain,
  });
  #shown = new Shown(this, this.#store);
  #memory = new Memory(this, this.#store, this.#words, this.#text, this.#shown);
  #later = new Later(this, PpPlayground.parts, this.#words);
  #theme = new HostTheme(this);
  #narrow = new Narrow(
    this,
    () => this.#memory.preferences.size,
    () => this.#actions?.navigation.keepInSight(),
  );
  /** Absent until a part needs them. */
  #actions: Actions | undefined;
  #links: Links | undefined;
  #linking: Promise<Links> | undefined;
  /** What its opening, its actions and its links work with. */
  #parts = {
    host: this,
    store: this.#store,
    words: this.#words,
    text: this.#text,
    shown: this.#shown,
    memory: this.#memory,
    narrow: this.#narrow,
    actions: () => this.#needActions(),
    links: () => this.#needLinks(),
    settled: () => this.#later.settled('flow', 'controls'),
    restart: () => this.#opening.start(),
    open: (wanted: Wanted) => this.#opening.open(wanted),
    overtake: () => this.#actions?.changes.overtake(),
    parts: () => ({
      config: this.configPart,
      flow: this.flow,
      results: this.results,
      tabs: this.tabs,
      shortcuts: this.shortcuts,
    }),
  };
  #opening = new Opening(this, this.#parts);

  /** How often it was put into a page, or taken out. */
  #connected = 0;

  constructor() {
    super();
    new RunEvents(this, this.#store);
    for (const name of EVENTS)
      this.addEventListener(name, (event) => this.#handle(event as PlaygroundEvent<EventName>));
    if (PpPlayground.Actions) this.#act(PpPlayground.Actions);
    void this.#needLinks();
  }

  /** The text of the config. When a page sets it, undo brings the text back that was there. */
  get config(): string {
    return this.#store.state.source.text;
  }

  set config(text: string) {
    this.#parts.overtake();
    this.#text.holder.replace(text, 'sample');
    this.#store.setText(text, '');
  }

  /** The summary of the newest config, as Python prints it. Undefined until it is run, and after an exception. */
  get summary(): string | undefined {
    return this.#store.state.upToDate ? this.#store.run?.report.summaryText : undefined;
  }

  /** Runs the config, and says how that has ended. Rejects if there is no engine. */
  async runNow(): Promise<RunResult> {
    const end = this.#store.untilRun();
    // A small text is run at once.
    if (this.#store.state.upToDate) this.#store.runAgain();
    await end;
    const result = resultOf(this.#store);
    if (!result) throw new Error(this.#words.strings.results.failed);
    return result;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#speak();
    void this.#start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#connected++;
    this.#store.stop();
  }

  /** Whether there is nothing else in the page. */
  get #isPage(): boolean {
    return this.hasAttribute('whole-page');
  }

  /** The first run is announced, so it waits a moment for the words of its language, as the first sight does. */
  async #start(): Promise<void> {
    const connected = ++this.#connected;
    await this.#words.ready();
    if (connected === this.#connected) await this.#opening.start();
  }

  protected override async scheduleUpdate(): Promise<void> {
    if (!this.hasUpdated) await this.#words.ready();
    super.scheduleUpdate();
  }

  /** Sets the language of the page, if there is nothing else in it. */
  #speak(): void {
    const { lang } = this.#memory.preferences;
    if (this.#isPage) document.documentElement.lang = languageFor(lang, ...navigator.languages);
  }

  #prefer({ detail }: CustomEvent<Partial<Preferences>>): void {
    this.#memory.prefer(detail);
    if (detail.lang) this.#speak();
  }

  override willUpdate(): void {
    if (this.#isPage) document.title = this.#words.strings.title;
    this.#narrow.check();
    const { theme, size } = this.#memory.preferences;
    this.style.colorScheme = (theme === 'auto' ? this.#theme.scheme : theme) ?? '';
    this.style.setProperty('--_size', String(size));
    this.toggleAttribute('narrow', this.#narrow.is);
    this.toggleAttribute('chosen', this.#shown.chosen);
  }

  override updated(): void {
    this.#actions?.refresh();
    if (!this.#actions && (this.#shown.has('editor') || this.#shown.has('flow')))
      void this.#needActions().catch(() => {});
    if (!this.#store.run || this.#shown.chosen) return;
    loadWhenIdle(PpPlayground.fetchEditor);
    if (this.#later.is('editor')) loadForEditorWhenIdle();
  }

  override render() {
    const { announcement } = this.#store.state;
    if (this.#opening.waits) return nothing;
    return html`
      <section
        class=${this.#look}
        tabindex="-1"
        aria-label=${this.#words.strings.title}
      >
        ${this.#shown.chosen ? nothing : this.#skip()}
        ${this.#shown.chosen ? nothing : this.#header()} ${this.#body()} ${this.#raised()}
        ${this.#shown.chosen ? this.#links?.render() : html`<pp-status .state=${this.#store.state}>${this.#memory.render()} ${this.#links?.render()}</pp-status>`}
        ${this.#actions?.drop.render()}
        <div class=${announcement.shown ? 'said' : 'visually-hidden'} role="status">
          ${keyed(announcement.count, html`<p>${phrase(announcement.text)}</p>`)}
        </div>
      </section>
      ${this.#shown.chosen ? nothing : this.#shortcutList()}
    `;
  }

  get #look(): string {
    const looks = {
      old: this.#store.state.old,
      beside: this.#beside,
    };
    return `playground ${Object.entries(looks)
      .flatMap(([name, is]) => (is ? name : []))
      .join(' ')}`;
  }

  #skip() {
    return html`<button
      type="button"
      class="skip"
      @click=${() => this.#actions?.navigation.open({ view: this.#shown.resultView })}
    >${this.#words.strings.layout.skip}</button>`;
  }

  #shortcutList() {
    return html`<pp-shortcuts
        .enabled=${this.#memory.preferences.shortcuts}
        @pp-shortcuts=${(event: CustomEvent<boolean>) => this.#memory.prefer({ shortcuts: event.detail })}
      ></pp-shortcuts>`;
  }

  #header() {
    return html`<pp-header
      .pinned=${this.#store.state.pinned !== undefined}
      .pinnable=${this.#store.run !== undefined}
      .theme=${this.#memory.preferences.theme}
      @pp-help=${() => this.#actions?.help()}
      .share=${PpPlayground.links && (() => this.#share())}
      .size=${this.#memory.preferences.size}
      .language=${this.#isPage ? this.#words.language : undefined}
      @pp-prefer=${this.#prefer}
    ></pp-header>`;
  }

  /**
   * Two columns: the stages above, the config and the results side by side. One column: one part at a time, chosen by
   * tabs; without the config, the stages above the results. A hidden part stays in the page and keeps its state.
   */
  #body() {
    const narrow = this.#narrow.is;
    const { view } = this.#store.state;
    const shown = this.#shown;
    const tabbed = narrow && shown.has('editor');
    const result = !tabbed || isResultView(view);
    const config = shown.has('editor') ? this.#config(!narrow || view === 'config') : nothing;
    const results = shown.views.length
      ? html`<div slot="end" class="results" ?hidden=${!result}>
          ${tabbed ? nothing : this.#tabs(shown.views)} ${this.#results(result)}
        </div>`
      : nothing;
    return html`
      ${tabbed ? this.#tabs(shown.all) : nothing}
      ${shown.has('flow') ? this.#flow(!tabbed || view === 'stages') : nothing}
      ${shown.has('editor') && shown.views.length ? this.#split(config, results) : [config, results]}
    `;
  }

  /** The config and the results are side by side. */
  get #beside(): boolean {
    return !this.#narrow.is && this.#shown.has('editor') && this.#shown.views.length > 0;
  }

  #split(config: unknown, results: unknown) {
    this.#later.has('controls');
    return html`<pp-split
      ?beside=${!this.#narrow.is}
      .share=${this.#memory.preferences.split}
      @pp-split=${(event: CustomEvent<number>) => this.#memory.prefer({ split: event.detail })}
    >${config} ${results}</pp-split>`;
  }

  #flow(shown: boolean) {
    const { flags, good, old, view, stage } = this.#store.state;
    const loaded = this.#later.has('flow');
    return html`<pp-flow
      ?hidden=${!shown}
      .flags=${flags}
      .block=${this.#store.flagsBlock}
      .run=${this.#store.run}
      .good=${good}
      .old=${old}
      .flipped=${this.#actions?.changes.flipped}
      .stage=${view === 'records' ? stage : undefined}
      .table=${this.#memory.preferences.table}
      @pp-table=${(event: CustomEvent<boolean>) => this.#memory.prefer({ table: event.detail })}
    >${loaded ? nothing : failureOf(this.#later, 'flow', this.#words)}</pp-flow>`;
  }

  #config(shown: boolean) {
    const { source, record } = this.#store.state;
    // While it is hidden, it does not load its editor.
    const loaded = shown ? this.#later.has('editor') : this.#later.is('editor');
    return html`<pp-config
      slot="start"
      ?hidden=${!shown}
      .plain=${this.#text}
      ?readonly=${this.#store.readonly}
      .notKept=${this.#memory.failed}
      .file=${source.file}
      .window=${this.#actions?.bigFile.shown}
      .error=${this.#error}
      .record=${record}
      .run=${this.#store.run}
      .places=${this.#actions?.places?.places}
    >${loaded ? nothing : this.#plain()}</pp-config>`;
  }

  /** The text, until the editor is loaded. Of a long one the beginning, which is all that is in sight. */
  #plain() {
    const { text } = this.#text;
    return html`${failureOf(this.#later, 'editor', this.#words)}
      <pre
        class="plain card"
        tabindex="0"
        aria-label=${this.#words.strings.views.config}
      >${text.length > LONG ? `${text.slice(0, LONG)}…` : text}</pre>`;
  }

  #tabs(views: readonly View[]) {
    const { view } = this.#store.state;
    if (views.length < 2) return nothing;
    this.#later.has('controls');
    const counts: { [Of in View]?: number | undefined } = {
      log: this.#store.run?.report.logCount || undefined,
      compare: this.#actions?.differing?.count,
    };
    const tabs = views.map((one): Tab => {
      const count = counts[one];
      return count === undefined
        ? { view: one }
        : { view: one, count: `(${this.#words.strings.number(count)})` };
    });
    const current = views.includes(view) ? view : this.#shown.resultView;
    return html`<pp-tabs .tabs=${tabs} .current=${current}></pp-tabs>`;
  }

  #results(shown: boolean) {
    const tabs = this.#shown.all.length > 1;
    return html`<pp-results
      role=${tabs ? 'tabpanel' : nothing}
      aria-label=${this.#words.strings.views[this.#shown.resultView]}
      ?hidden=${!shown}
      .state=${this.#store.state}
      .block=${this.#store.flagsBlock}
      .view=${this.#shown.resultView}
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

  #handle(event: PlaygroundEvent<EventName>): void {
    if (this.#actions) this.#actions.handle(event);
    else
      this.#needActions().then(
        (actions) => actions.handle(event),
        () => this.#sayNotLoaded(),
      );
  }

  /** Undefined if there are none, or if they cannot be loaded now. */
  async #needLinks(): Promise<Links | undefined> {
    this.#linking ??= PpPlayground.links?.(this.#parts);
    this.#links = await this.#linking?.catch(() => undefined);
    if (!this.#links) this.#linking = undefined;
    return this.#links;
  }

  async #share(): Promise<void> {
    const links = await this.#needLinks();
    if (links) links.share();
    else this.#sayNotLoaded();
  }

  #sayNotLoaded(): void {
    this.#store.say(`${this.#words.strings.layout.notLoaded}.`);
  }

  async #needActions(): Promise<Actions> {
    return this.#actions ?? this.#act((await PpPlayground.loadActions()).Actions);
  }

  #act(Class: typeof Actions): Actions {
    this.#actions ??= new Class(this.#parts);
    return this.#actions;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pp-playground': PpPlayground;
  }
}
