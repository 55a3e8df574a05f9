import type { ReactiveControllerHost } from 'lit';
import type { RunView } from '../engine/run-view.ts';
import type { Pinned } from '../state/state.ts';
import type { Store } from '../state/store.ts';

/** How many numbers of the summary differ from those of the pinned run. */
export class Differing {
  /** Undefined if no run is pinned, or if the pinned one cannot be run again. */
  count: number | undefined;
  #host: ReactiveControllerHost;
  #store: Store;
  #run: RunView | undefined;
  #pinned: Pinned | undefined;

  constructor(host: ReactiveControllerHost, store: Store) {
    this.#host = host;
    this.#store = store;
  }

  /** Asks the engine again if there is another run. */
  async refresh(): Promise<void> {
    const { run } = this.#store;
    const { pinned } = this.#store.state;
    if (run === this.#run && pinned === this.#pinned) return;
    this.#run = run;
    this.#pinned = pinned;
    const answer = pinned && (await compare(run, pinned));
    if (run !== this.#run || pinned !== this.#pinned) return;
    const changes = typeof answer === 'object' ? answer.summary : undefined;
    const count = changes?.filter(({ name }) => name !== 'stages_run').length;
    if (count === this.count) return;
    this.count = count;
    this.#host.requestUpdate();
  }
}

const compare = async (run: RunView | undefined, { id, input, clock }: Pinned) =>
  run?.put('compare', { run: run.id, pinned: { id, input, clock } });
