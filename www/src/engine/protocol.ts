/** What the page and the worker say to each other. The pipeline's own types come from the wasm package. */
import type { LogLine, RunError, StageName, TextEdit } from '../../pkg/pipeline_playground.js';

export type { LogLine, RunError, StageName, TextEdit };

/** In the order in which the stages run. */
export const STAGES = [
  'adapt',
  'cache',
  'validate',
  'freshness',
  'reconcile',
] as const satisfies readonly StageName[];

/** Log lines that a report brings along, and that "show more" fetches at a time. */
export const LOG_PAGE = 200;

/** A text goes as it is; a file's bytes go as a Blob, which the worker reads without a copy on the page's side. */
export type EngineInput = string | Blob;

/** One run, as far as the page shows it. Absent where the engine has nothing to say. */
export interface Report {
  summaryText?: string;
  recordsIn?: number;
  recordsOut?: number;
  error?: RunError;
  /** Python's truth of each flag; empty where the flags could not be read. */
  flags: Partial<Record<StageName, boolean>>;
  logCount: number;
  /** The first LOG_PAGE lines. */
  logs: LogLine[];
}

/** Questions with an answer, by name. `run` is the id of the run whose log is meant. */
export interface Questions {
  editFlag: { ask: { text: string; stage: StageName; on: boolean }; answer: TextEdit | undefined };
  logs: { ask: { run: number; offset: number; limit: number }; answer: LogLine[] };
}
export type QuestionName = keyof Questions;
export type Question = {
  [Name in QuestionName]: { type: Name; id: number } & Questions[Name]['ask'];
}[QuestionName];

export type Request =
  | { type: 'start'; module: WebAssembly.Module }
  | { type: 'run'; id: number; input: EngineInput }
  | Question;

export type Reply =
  | { type: 'ready' }
  /** The engine could not be started. */
  | { type: 'failed'; message: string }
  | { type: 'progress'; id: number; done: number; total: number }
  | { type: 'report'; id: number; report: Report }
  /** The file behind the Blob could not be read (moved, changed, no permission). */
  | { type: 'unreadable'; id: number; message: string }
  | { type: 'answer'; id: number; answer: Questions[QuestionName]['answer'] }
  /** A trap in wasm: this worker's memory is not to be trusted any more. */
  | { type: 'crashed'; message: string };
