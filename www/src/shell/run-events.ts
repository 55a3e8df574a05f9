import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { RunView } from '../engine/run-view.ts';
import type { Store } from '../state/store.ts';

/** The detail of each event that a page gets from a playground, by its name. */
export interface PipelineEvents {
  /** The newest config was run to its end. `summary`: as Python prints it. */
  'pipeline-run': { summary: string };
  /** The newest config raised an exception: its type and message in Python. */
  'pipeline-error': { type: string; message: string };
}

/** Tells the page around a playground how the newest run has ended. */
export class RunEvents implements ReactiveController {
  #host: ReactiveControllerHost & HTMLElement;
  #store: Store;
  #told: RunView | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, store: Store) {
    this.#host = host;
    this.#store = store;
    host.addController(this);
  }

  hostUpdated(): void {
    const { run, state } = this.#store;
    if (!run || run === this.#told || !state.upToDate) return;
    this.#told = run;
    const { summaryText: summary = '', error } = run.report;
    if (error) this.#tell('pipeline-error', { type: error.type, message: error.message });
    else this.#tell('pipeline-run', { summary });
  }

  #tell<Name extends keyof PipelineEvents>(name: Name, detail: PipelineEvents[Name]): void {
    this.#host.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}
