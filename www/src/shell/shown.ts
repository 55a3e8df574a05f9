import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Store } from '../state/store.ts';
import { isResultView, RESULT_VIEWS, type ResultView, type View } from '../state/views.ts';
import { type Part, partOf, readSetup, type Setup } from './setup.ts';

/** Which parts are shown: all, or those that the tag names, and what the learner has opened from there. */
export class Shown implements ReactiveController {
  /** What the tag asks for. */
  setup: Setup | undefined;
  /** The last open result view. In two columns, it stays visible while the config or the stages are chosen. */
  resultView: ResultView = 'summary';
  #host: ReactiveControllerHost & HTMLElement & { readonly frame: HTMLElement };
  #store: Store;
  #parts: Set<Part> | undefined;

  constructor(
    host: ReactiveControllerHost & HTMLElement & { readonly frame: HTMLElement },
    store: Store,
  ) {
    this.#host = host;
    this.#store = store;
    host.addController(this);
  }

  hostConnected(): void {
    if (this.setup) return;
    this.setup = readSetup(this.#host.frame);
    this.choose(this.setup.show);
    this.#store.readonly = this.setup.readonly;
    this.#store.summaryOnly = isSummaryOnly(this.setup);
    if (!this.#host.hasAttribute('whole-page')) this.#embed(this.setup);
  }

  /** In another page: its headings fit into that, and it is quiet until it is used. */
  #embed({ headingOffset }: Setup): void {
    this.#host.setAttribute('heading-offset', String(headingOffset));
    this.#store.quiet = true;
    const used = () => {
      this.#store.quiet = false;
    };
    for (const type of ['pointerdown', 'keydown', 'click', 'drop'])
      this.#host.addEventListener(type, used, { capture: true, once: true });
  }

  /** What is open is shown. */
  hostUpdate(): void {
    const { view } = this.#store.state;
    if (!isResultView(view)) return;
    this.resultView = view;
    this.#parts?.add(view);
  }

  /** Shows only these parts, or all. */
  choose(parts: Iterable<Part> | undefined): void {
    this.#parts = parts && new Set(parts);
  }

  /** The tag names what is shown: it has no header and no status line. */
  get chosen(): boolean {
    return this.#parts !== undefined;
  }

  has(part: Part): boolean {
    return this.#parts?.has(part) ?? true;
  }

  open(view: View): void {
    this.#parts?.add(partOf(view));
    this.#host.requestUpdate();
  }

  /** The shown results, in the order of their tabs. */
  get views(): readonly ResultView[] {
    return RESULT_VIEWS.filter((view) => this.has(view));
  }

  /** All that has a tab in one column. */
  get all(): readonly View[] {
    const others = (['config', 'stages'] as const).filter((view) => this.has(partOf(view)));
    return [...others, ...this.views];
  }

  /** The view that is open at first: the wanted one, or else the first that is shown. */
  first(wanted: View): View {
    if (this.has(partOf(wanted))) return wanted;
    return this.views[0] ?? this.all[0] ?? wanted;
  }
}

const isSummaryOnly = ({ show, number, record }: Setup): boolean =>
  show?.size === 1 && show.has('summary') && number === undefined && record === undefined;
