/** The messages between the page and an engine. The pipeline's types come from the wasm package. */
import type {
  Comparison,
  LogLine,
  ReconciliationGroup,
  RecordChange,
  RecordDetail,
  Run,
  RunError,
  Setting,
  SettingKey,
  Settings,
  SourceReport,
  StageName,
  StageReport,
  SummaryNumberPlace,
  TextEdit,
} from '../../pkg/pipeline_playground.js';

export type {
  ComparedValues,
  Ending,
  ErrorCause,
  Fate,
  Freshness,
  Hint,
  LogChange,
  LogLine,
  MissingField,
  NoReconciliationReason,
  NumberReason,
  NumberReport,
  ReconciliationFilter,
  ReconciliationGroup,
  RecordChange,
  RecordDetail,
  RecordFilter,
  RecordName,
  RecordOutcome,
  RecordPlace,
  RecordStep,
  RecordTrace,
  RunError,
  Setting,
  SettingKey,
  Settings,
  SomeNames,
  StageName,
  StageNote,
  StageReport,
  Step,
  StepReason,
  SummaryNumber,
  SummaryNumberPlace,
  TextEdit,
  TextWindow,
  Timeline,
  Verdict,
} from '../../pkg/pipeline_playground.js';

/** Values that the engine reports by name. The strings have words for each name. */
export type StageState = StageReport['state'];
export type FoundKind = StageReport['found'][number]['kind'];
export type FieldFate = RecordDetail['fields'][number]['change'];
export type TextName = RecordDetail['cut'][number]['name'];
export type GroupReason = ReconciliationGroup['reason'];
export type OutcomePart = RecordChange['differs'][number];
export type Oddity = NonNullable<Setting['oddity']>;
export type HintKind = Settings['hints'][number]['hint'];

/** In the order in which the stages run. */
export const STAGES = [
  'adapt',
  'cache',
  'validate',
  'freshness',
  'reconcile',
] as const satisfies readonly StageName[];

/** How many log lines a report has, and "show more" fetches. */
export const LOG_PAGE = 200;

/** The most sources that a report has. A config may have 100,000. */
export const SOURCES = 500;

/** A text, or a file's bytes as a Blob, which the worker reads without a copy on the page's side. */
export type EngineInput = string | Blob;

/** What the page shows of a run at once. A field is absent if the engine has no value for it. */
export interface Report {
  summaryText?: string;
  /** The positions of the numbers in the summary's text. */
  numbers: SummaryNumberPlace[];
  recordsIn?: number;
  recordsOut?: number;
  error?: RunError;
  /** The truth value of each flag in Python. Empty if the flags could not be read. */
  flags: Partial<Record<StageName, boolean>>;
  stages: StageReport[];
  /** Whether the run reached the stages. */
  reachedStages: boolean;
  settings?: Settings;
  /** The first SOURCES sources. */
  sources: SourceReport[];
  sourceCount: number;
  /** How many of them no adapter knows. */
  unknownSourceCount: number;
  recordCount: number;
  reconciliationCount: number;
  /** Why nothing was reconciled. */
  noReconciliation?: NonNullable<Run['noReconciliation']>;
  logCount: number;
  /** The first LOG_PAGE lines. */
  logs: LogLine[];
  /** The time in seconds since 1970, used if `now` is absent. */
  clock: number;
  /** The record at the cursor. */
  record?: RecordDetail;
  /** How long the run took, in milliseconds. */
  took: number;
  /** Bytes of wasm memory, and of the input. */
  memory: number;
  inputSize: number;
}

/** The package's methods that can be called on a run. */
export type RunMethod = keyof Pick<
  Run,
  | 'logs'
  | 'numbers'
  | 'records'
  | 'keptRecords'
  | 'countRecords'
  | 'record'
  | 'part'
  | 'places'
  | 'window'
  | 'reconciliation'
  | 'countReconciliation'
  | 'timeline'
  | 'flagEdit'
>;

/** The package's methods that can be called on a comparison. */
export type ComparisonMethod = keyof Pick<Comparison, 'records' | 'logs'>;

/** A run to compare others with. A thread that no longer has it runs the input again. */
export interface PinnedInput {
  id: number;
  input: EngineInput;
  clock: number;
}

/** Why the pinned input could not be run again. */
export type PinnedProblem = 'tooLarge' | 'unreadable';

export interface ComparisonReport {
  summary: Comparison['summary'];
  error: Comparison['error'];
  recordCount: number;
  logCount: number;
}

/** Questions and answers, by name. `run` is the id of a run; the answer is undefined once it has been replaced. */
export type Questions = {
  [Name in RunMethod]: {
    ask: { run: number; given: Parameters<Run[Name]> };
    answer: ReturnType<Run[Name]> | undefined;
  };
} & {
  editFlag: { ask: { text: string; stage: StageName; on: boolean }; answer: TextEdit | undefined };
  /** `refused`: the value is not a number. */
  editSetting: {
    ask: { text: string; key: SettingKey; value: string };
    answer: TextEdit | 'refused' | undefined;
  };
  /** The edit of the run's own input. */
  settingEdit: {
    ask: { run: number; key: SettingKey; value: string };
    answer: TextEdit | 'refused' | undefined;
  };
  /** The record at an offset of the text. */
  recordAt: { ask: { run: number; offset: number }; answer: RecordDetail | undefined };
  /** Keep this run, to compare later ones with. */
  pin: { ask: { run: number }; answer: undefined };
  /** Unpin the pinned run. */
  unpin: { ask: object; answer: undefined };
  compare: {
    ask: { run: number; pinned: PinnedInput };
    answer: ComparisonReport | PinnedProblem | undefined;
  };
} & {
  [Name in ComparisonMethod as `compared${Capitalize<Name>}`]: {
    ask: { run: number; given: Parameters<Comparison[Name]> };
    answer: ReturnType<Comparison[Name]> | undefined;
  };
};

export type QuestionName = keyof Questions;
export type Answer = Questions[QuestionName]['answer'];
export type Question = {
  [Name in QuestionName]: { type: Name; id: number } & Questions[Name]['ask'];
}[QuestionName];

export type Phase = 'file' | 'read' | StageName;

export type Request =
  /** `caret`: the offset of the cursor; the report has the record there. `clock`: the time to use instead of now. */
  { type: 'run'; id: number; input: EngineInput; caret: number; clock?: number } | Question;

/** Messages to the worker. `client`: the element that sends it. The worker has a session for each. */
export type WorkerMessage =
  | { type: 'start'; module: WebAssembly.Module }
  | (Request & { client: number })
  /** The client's session is no longer needed. */
  | { type: 'leave'; client: number }
  /** Asks whether the worker is alive. */
  | { type: 'ping' };

/** The end of a run that was neither cancelled nor replaced. */
export type RunEnd =
  | { kind: 'report'; run: number; report: Report }
  /** The file could not be read (moved, changed, no permission). */
  | { kind: 'unreadable'; message: string }
  /** There is not enough memory for an input of this size. */
  | { kind: 'tooLarge'; size: number }
  /** A trap in the wasm. */
  | { kind: 'crashed'; message: string }
  /** The worker no longer answered: the browser has ended it, or it hangs. */
  | { kind: 'silent' };

/** An end without an answer, for which a new worker was started. */
export type Crash = Extract<RunEnd, { kind: 'crashed' | 'silent' }>;

export interface RunListener {
  progress(phase: Phase, done: number, total: number): void;
  end(end: RunEnd): void;
}

/** An input to run, and the listener for its progress and end. */
export interface Job {
  readonly id: number;
  readonly input: EngineInput;
  readonly caret: number;
  readonly listener: RunListener;
}

export const isText = (job: Job): job is Job & { input: string } => typeof job.input === 'string';

/** The engine that was asked was stopped, and cannot answer. */
export class EngineRestarted extends Error {}

export type Reply =
  | { type: 'ready' }
  /** The answer to a ping, and a sign of life while something takes long. */
  | { type: 'alive' }
  /** The engine could not be started. */
  | { type: 'failed'; message: string }
  | { type: 'progress'; client: number; id: number; phase: Phase; done: number; total: number }
  | { type: 'end'; client: number; id: number; end: RunEnd }
  | { type: 'answer'; client: number; id: number; answer: Answer }
  /** A trap in the wasm while handling a request of this client. The memory of no session can be trusted any more. */
  | { type: 'crashed'; client: number; message: string };
