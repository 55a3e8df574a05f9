/**
 * The tag in a page. It is small and knows nothing of the playground: it loads that when it is wanted, gives it the
 * attributes, and shows what stands inside the tag until then, and if nothing comes.
 */

import type { PpPlayground } from '../shell/pp-playground.ts';
import type { RunResult } from '../shell/run-events.ts';
import { isFinal } from '../state/failed-import.ts';
import { configOf } from './config-of.ts';
import { Frame } from './frame.ts';
import { whenNear } from './when-near.ts';
import { wordsFor } from './words.ts';

/** The playground's class, once its code is loaded. */
export type Load = () => typeof PpPlayground | Promise<typeof PpPlayground>;

/** The text of a playground without a config of its own. */
export type First = () => string | Promise<string>;

/** Keys of a playground are not for the page around it. */
const KEYS = ['keydown', 'keypress', 'keyup'];

/**
 * `<pipeline-playground>`. Its attributes: `docs/pages/embedding.md`. Events, which bubble: `pipeline-run` and `pipeline-error`, with a
 * detail as in `PipelineEvents`.
 */
export class PipelinePlayground extends HTMLElement {
  static readonly tag = 'pipeline-playground';
  /** Set before the first one is created, like the next. */
  static load: Load;
  static first: First;

  /** Those in the page. */
  static #connected = new Set<PipelinePlayground>();

  #frame = new Frame(this);
  /** Which one it is of those in the page with its `storage`, by which its text is found again. From 1. */
  #number = 0;
  #inner: PpPlayground | undefined;
  /** The config inside the tag. */
  #inside: string | undefined;
  /** The text that a script gave before the playground was loaded. */
  #given: string | undefined;
  #loading: Promise<void> | undefined;
  #leave = (): void => {};

  constructor() {
    super();
    for (const type of KEYS) this.addEventListener(type, (event) => event.stopPropagation());
  }

  connectedCallback(): void {
    this.#takeNumber();
    this.#frame.reserve();
    this.#inside ??= configOf(this);
    if (this.#inner || this.#loading) return;
    const { loading } = this.#frame;
    if (loading === 'click') this.#frame.offer(() => this.#start());
    else if (loading === 'eager') this.#start();
    else this.#leave = whenNear(this, () => this.#start());
  }

  disconnectedCallback(): void {
    PipelinePlayground.#connected.delete(this);
    this.#leave();
  }

  /** The text of the config. When a script sets it, undo brings the text back that was there. */
  get config(): string {
    return this.#inner?.config ?? this.#given ?? this.#config ?? '';
  }

  set config(text: string) {
    if (this.#inner) this.#inner.config = text;
    else this.#given = text;
  }

  /** The summary of the newest config, as Python prints it. Undefined until it is run, and after an exception. */
  get summary(): string | undefined {
    return this.#inner?.summary;
  }

  /** Loads the playground if need be, runs the config, and says how that has ended. Rejects if it cannot be loaded. */
  async run(): Promise<RunResult> {
    await this.#load();
    if (!this.#inner) throw new Error('The playground is not in the page');
    return this.#inner.runNow();
  }

  /** A page that is still being read may bring it after the tag. */
  get #config(): string | undefined {
    this.#inside ??= configOf(this);
    return this.#inside;
  }

  /** Takes the lowest free number. In the order of the page, since they are not loaded in that order. */
  #takeNumber(): void {
    const storage = this.getAttribute('storage');
    const taken = new Set<number>();
    for (const other of PipelinePlayground.#connected)
      if (other.getAttribute('storage') === storage) taken.add(other.#number);
    this.#number = 1;
    while (taken.has(this.#number)) this.#number++;
    PipelinePlayground.#connected.add(this);
    if (this.#inner) this.#inner.number = this.#number;
  }

  #start(): void {
    this.#load().catch((problem: unknown) =>
      this.#frame.fail(wordsFor(this).notLoaded, String(problem), () =>
        isFinal(problem) ? location.reload() : this.#start(),
      ),
    );
  }

  #load(): Promise<void> {
    this.#leave();
    this.#loading ??= this.#mount().catch((problem: unknown) => {
      this.#loading = undefined;
      throw problem;
    });
    return this.#loading;
  }

  async #mount(): Promise<void> {
    const { load, first } = PipelinePlayground;
    const loaded = load();
    const start =
      this.#given ?? this.#config ?? (this.hasAttribute('src') ? fetched(this) : first());
    // The whole page shows itself in the same task as the tag, so that nothing flashes.
    if ('tag' in loaded && typeof start === 'string') return this.#show(loaded, start);
    this.#frame.wait();
    this.#show(await loaded, await start);
  }

  #show(Playground: typeof PpPlayground, start: string | File): void {
    const inner = new Playground();
    inner.frame = this;
    inner.number = this.#number;
    inner.given = this.#given ?? start;
    inner.toggleAttribute('whole-page', this.hasAttribute('whole-page'));
    inner.onEnd = (ok) => this.#frame.settle(ok);
    this.#inner = inner;
    this.#frame.show(inner);
  }
}

/** The config at the address in `src`. A big one is run as a file. */
async function fetched(element: Element): Promise<File> {
  const url = new URL(element.getAttribute('src') ?? '', element.ownerDocument.baseURI);
  const response = await fetch(url).catch((problem: unknown) => {
    throw new Error(wordsFor(element).notFetched({ url: url.href, why: String(problem) }));
  });
  if (!response.ok)
    throw new Error(
      wordsFor(element).notFetched({
        url: url.href,
        why: `${response.status} ${response.statusText}`.trim(),
      }),
    );
  const name = decodeURIComponent(url.pathname.split('/').at(-1) || 'config.json');
  return new File([await response.blob()], name);
}

declare global {
  interface HTMLElementTagNameMap {
    'pipeline-playground': PipelinePlayground;
  }
}
