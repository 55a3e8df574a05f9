import { html, LitElement, nothing } from 'lit';
import { customElement, query } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import type { Wish } from '../events.ts';
import { FileDrop } from '../file-drop.ts';
import { openFile } from '../files.ts';
import { sample } from '../sample.ts';
import { Store } from '../store.ts';
import { strings } from '../strings.ts';
import { base } from '../styles/base.ts';
import { layout } from '../styles/layout.ts';
import { tokens } from '../styles/tokens.ts';
import type { PpConfig } from './pp-config.ts';
import type { PpFlags } from './pp-flags.ts';
import './pp-config.ts';
import './pp-flags.ts';
import './pp-results.ts';

/** The whole product. It holds the store, and carries what the inner elements ask for to the store and the editor. */
@customElement('pipeline-playground')
export class PipelinePlayground extends LitElement {
  static override styles = [tokens, base, layout];

  @query('pp-config') private config!: PpConfig;
  @query('pp-flags') private flags!: PpFlags;

  #store = new Store(sample, () => this.requestUpdate());
  #drop = new FileDrop(this, (files) => this.#dropped(files));
  #logs = (offset: number, limit: number) => this.#store.logs(offset, limit);

  override connectedCallback(): void {
    super.connectedCallback();
    this.#store.start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#store.stop();
  }

  override render() {
    const { source, flags, announcement } = this.#store.state;
    const error = this.#error;
    return html`
      <section
        class="playground"
        aria-labelledby="title"
        @pp-text=${(event: Wish<'pp-text'>) => this.#store.setText(event.detail, this.#change)}
        @pp-flag=${this.#flip}
        @pp-file=${(event: Wish<'pp-file'>) => this.#open(event.detail)}
        @pp-reset=${this.#reset}
        @pp-close=${this.#close}
        @pp-go=${this.#goToError}
        @pp-cancel=${() => this.#store.cancel()}
        @pp-again=${() => this.#store.runAgain()}
        @pp-restart=${() => this.#store.start()}
        @pp-say=${(event: Wish<'pp-say'>) => this.#store.say(event.detail)}
      >
        <header>
          <h1 id="title">${strings.title}</h1>
          <p class="tagline">${strings.tagline}</p>
        </header>
        <pp-flags .flags=${flags} .block=${this.#store.flagsBlock}></pp-flags>
        <div class="columns">
          <pp-config .file=${source.file} .error=${error}></pp-config>
          <pp-results
            .state=${this.#store.state}
            .reachable=${error !== undefined && this.config?.editor.shows(error)}
            .fetch=${this.#logs}
          ></pp-results>
        </div>
        <footer class="muted">${strings.privacy}</footer>
        ${this.#drop.over ? html`<div class="drop"><p>${strings.config.drop}</p></div>` : nothing}
        <div class="visually-hidden" role="status">
          ${keyed(announcement.count, html`<p>${announcement.text}</p>`)}
        </div>
      </section>
    `;
  }

  get #error() {
    const { outcome } = this.#store.state;
    return outcome?.kind === 'report' ? outcome.report.error : undefined;
  }

  /** What is said about the change that the page itself is making to the text just now. */
  #change: string | undefined;

  async #flip(event: Wish<'pp-flag'>): Promise<void> {
    const { stage, on } = event.detail;
    const edit = await this.#store.flagEdit(stage, on);
    if (!edit) return this.flags.forget();
    this.#saying(strings.flags.switched(stage, on), () => this.config.editor.apply(edit));
  }

  #reset(): void {
    this.config.editor.replace(sample);
    this.#store.setText(sample, strings.config.wasReset);
  }

  /** Out of a file: the text with its history comes back, or the text from before the file was put in its place. */
  #close(): void {
    const { editor } = this.config;
    if (this.#store.state.source.file?.whole)
      this.#saying(strings.config.closed, () => editor.undo());
    else this.#store.setText(editor.showText(), strings.config.closed);
    editor.focus();
  }

  #saying(change: string, edit: () => void): void {
    this.#change = change;
    edit();
    this.#change = undefined;
  }

  #dropped(files: File[]): void {
    const [file] = files;
    if (file) void this.#open(file, files.length > 1);
    else this.#store.say(strings.config.notAFile);
  }

  async #open(file: File, oneOfMany = false): Promise<void> {
    const { loaded, onlyOne, unreadable } = strings.config;
    try {
      const opened = await openFile(file);
      if (opened.whole) this.config.editor.replace(opened.text);
      else this.config.editor.showHead(opened.text);
      this.#store.setFile(opened, (oneOfMany ? onlyOne : loaded)(file.name));
    } catch (problem) {
      this.#store.say(unreadable(file.name, String(problem)));
    }
  }

  #goToError(): void {
    const error = this.#error;
    if (error) this.config.editor.goTo(error);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pipeline-playground': PipelinePlayground;
  }
}
