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

/** How a run has ended: with the summary as Python prints it, or with an exception. */
export type RunResult =
  | PipelineEvents['pipeline-run']
  | { error: PipelineEvents['pipeline-error'] };

/** How the newest run has ended. Undefined if it has not, or without an answer. */
export function resultOf({ run, state }: Store): RunResult | undefined {
  if (!run || !state.upToDate) return undefined;
  const { summaryText: summary = '', error } = run.report;
  return error ? { error: { type: error.type, message: error.message } } : { summary };
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
    const { run } = this.#store;
    const result = resultOf(this.#store);
    if (!result || run === this.#told) return;
    this.#told = run;
    if ('error' in result) this.#tell('pipeline-error', result.error);
    else this.#tell('pipeline-run', result);
  }

  #tell<Name extends keyof PipelineEvents>(name: Name, detail: PipelineEvents[Name]): void {
    this.#host.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}
