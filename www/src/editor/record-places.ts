import type { ReactiveControllerHost } from 'lit';
import type { SummaryNumber } from '../engine/protocol.ts';
import type { RunView } from '../engine/run-view.ts';
import type { Span } from '../state/events.ts';
import type { Store } from '../state/store.ts';
import type { BigFile } from './big-file.ts';
import type { Places } from './marks.ts';

/** The most places to ask for at a time: more than can be visible at once. */
const MOST = 5000;

/** What the places were asked for. */
interface Asked {
  run: RunView | undefined;
  number: SummaryNumber | undefined;
  /** The part of the text that was asked about. */
  part: Span;
}

/** The numbers whose records explain a number: first those of dropped records, last the number itself. */
async function listsOf(run: RunView, number: SummaryNumber): Promise<readonly SummaryNumber[]> {
  const numbers = await run.numbers();
  return numbers?.find(({ name }) => name === number)?.lists ?? [number];
}

/**
 * Marks the records that the chosen number of the summary counts, near the visible part of the text. Scrolls to the
 * first of them if none is visible. The engine provides the places.
 */
export class RecordPlaces {
  places: Places | undefined;
  #host: ReactiveControllerHost;
  #store: Store;
  #bigFile: BigFile;
  #asked: Asked = { run: undefined, number: undefined, part: { start: 0, end: 0 } };
  /** The summary was the last visible result. In one column, the config hides it. */
  #inSummary = false;
  /** A number was chosen, and its places have not been shown yet. */
  #toShow = false;

  constructor(host: ReactiveControllerHost, store: Store, bigFile: BigFile) {
    this.#host = host;
    this.#store = store;
    this.#bigFile = bigFile;
  }

  /** Asks for the places again if the run, the number or the part of the text has changed. */
  refresh(): void {
    const { run } = this.#store;
    const { number, view } = this.#store.state;
    if (view !== 'config') this.#inSummary = view === 'summary';
    const wanted = this.#inSummary && !run?.report.error ? number : undefined;
    const near = this.#bigFile.editor.near;
    const before = this.#asked;
    if (wanted !== before.number) this.#toShow = wanted !== undefined;
    const same = before.run === run && before.number === wanted && holds(before.part, near);
    if (same) return void this.#show();
    // With a margin on either side, so that a little scrolling needs no new question.
    const margin = (near.end - near.start) / 2;
    const part = { start: Math.max(0, near.start - margin), end: near.end + margin };
    this.#asked = { run, number: wanted, part };
    if (wanted && run) void this.#ask(this.#asked, run, wanted);
    else if (this.places) this.#set(undefined);
  }

  async #ask(asked: Asked, run: RunView, number: SummaryNumber): Promise<void> {
    const { start, end } = asked.part;
    const placesOf = (behind: SummaryNumber) => run.ask('places', { behind }, start, end, MOST);
    const lists = await listsOf(run, number);
    const gone = await Promise.all(lists.map(placesOf));
    const counted = gone.pop();
    if (this.#asked !== asked || !counted) return;
    this.#set({ counted, gone: joined(gone) });
    await this.#show();
  }

  #set(places: Places | undefined): void {
    this.places = places;
    this.#host.requestUpdate();
  }

  /** Scrolls to the first place, once per chosen number, so that nothing moves while the learner types or scrolls. */
  async #show(): Promise<void> {
    const { run, number } = this.#asked;
    const newest = () => run === this.#asked.run && number === this.#asked.number;
    if (!this.#toShow || !this.places || !run || !number) return;
    // An editor that has just become visible measures itself in the next frame.
    await new Promise(requestAnimationFrame);
    const lists = await listsOf(run, number);
    // The number may have been closed meanwhile, and chosen again.
    if (!this.#toShow || !this.places || !newest()) return;
    const seen = this.#bigFile.editor.sees(this.places[lists.length > 1 ? 'gone' : 'counted']);
    if (seen === undefined) return;
    this.#toShow = false;
    if (seen) return;
    for (const behind of lists) {
      const [start, end] = (await run.ask('places', { behind }, 0, run.report.inputSize, 1)) ?? [];
      if (!newest()) return;
      if (start !== undefined && end !== undefined)
        return this.#bigFile.bringIntoSight({ start, end });
    }
  }
}

const holds = (outer: Span, inner: Span): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;

const joined = (parts: readonly (Uint32Array | undefined)[]): Uint32Array =>
  Uint32Array.from(parts.flatMap((part) => [...(part ?? [])]));
