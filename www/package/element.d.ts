/** A part of the playground. */
export type PlaygroundPart =
  | 'flow'
  | 'editor'
  | 'summary'
  | 'records'
  | 'reconciliation'
  | 'time'
  | 'log'
  | 'compare';

/** What can be open in a playground that shows everything. */
export type PlaygroundView = Exclude<PlaygroundPart, 'flow' | 'editor'> | 'config' | 'stages';

/** The attributes of `<pipeline-playground>`. */
export interface PipelinePlaygroundAttributes {
  /** The URL of a config, relative to the page. */
  src?: string;
  /** `freshness=off reconcile=on`: stages to switch at the start, separated by spaces or commas. */
  flags?: string;
  /** The parts to show, separated by spaces or commas. Absent: everything, with the header. */
  show?: PlaygroundPart | (string & {});
  /** The part that is open. */
  view?: PlaygroundView;
  /** The stage that is open in Records. */
  stage?: 'adapt' | 'cache' | 'validate' | 'freshness' | 'reconcile';
  /** The record that is open: `alpha[2]`. */
  record?: string;
  /** The number of the summary that is explained, a `SummaryNumber` of the engine. */
  number?: import('./pipeline_playground.js').SummaryNumber;
  theme?: 'auto' | 'light' | 'dark';
  lang?: string;
  /** Present: the learner changes nothing. */
  readonly?: boolean | '';
  /** A CSS length, or a number of pixels. */
  height?: string | number;
  /** A key under which text and preferences are kept. Absent, empty or `none`: nothing is kept. */
  storage?: string;
  /** When it is loaded: `lazy` (when it comes near the window), `eager`, `click`. */
  loading?: 'lazy' | 'eager' | 'click';
  /** 1 to 6. */
  'heading-level'?: string | number;
}

/** The detail of each event, by its name. */
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

/** `<pipeline-playground>`. Its events bubble. */
export declare class PipelinePlayground extends HTMLElement {
  static readonly tag: 'pipeline-playground';
  /** The text of the config. When a script sets it, undo brings the text back that was there. */
  get config(): string;
  set config(text: string);
  /** The summary of the newest config, as Python prints it. Undefined until it is run, and after an exception. */
  get summary(): string | undefined;
  /** Loads the playground if need be, runs the config, and says how that has ended. Rejects if it cannot be loaded. */
  run(): Promise<RunResult>;
}

declare global {
  interface HTMLElementTagNameMap {
    'pipeline-playground': PipelinePlayground;
  }
  /** Of elements, the document and the window. */
  interface GlobalEventHandlersEventMap {
    'pipeline-run': CustomEvent<PipelineEvents['pipeline-run']>;
    'pipeline-error': CustomEvent<PipelineEvents['pipeline-error']>;
  }
}
