/** The state of the page, by its types. `store.ts` holds it. */
import type { EngineStatus } from '../engine/engine.ts';
import type {
  Phase,
  PinnedInput,
  RecordDetail,
  Report,
  RunEnd,
  StageName,
  SummaryNumber,
} from '../engine/protocol.ts';
import type { RunView } from '../engine/run-view.ts';
import type { OpenFile } from './files.ts';
import type { View } from './views.ts';

/** With a `file` it is the file's bytes that are run, and the editor shows them decoded, or their beginning. */
export interface Source {
  readonly text: string;
  readonly file?: OpenFile;
}

/** How the newest run ended. */
export type Outcome =
  | { kind: 'report'; run: RunView }
  | Exclude<RunEnd, { kind: 'report' }>
  | { kind: 'cancelled' };

/** A run that later ones are compared with. */
export interface Pinned extends PinnedInput {
  readonly report: Report;
}

/** Why the config cannot be edited by controls, such as the checkboxes of the flags. */
export type FlagsBlock = 'waiting' | 'unreadable' | 'file';

export interface State {
  readonly engine: EngineStatus;
  readonly source: Source;
  readonly outcome: Outcome | undefined;
  /** The outcome is about the newest input. */
  readonly upToDate: boolean;
  /** The progress of a run that takes long enough to show it. */
  readonly slowRun: SlowRun | undefined;
  /** The newest run that finished, to look at while there is an exception. */
  readonly good: RunView | undefined;
  /** As the engine last read them; all on before that, as an absent flag is. */
  readonly flags: Readonly<Record<StageName, boolean>>;
  readonly announcement: { readonly text: string; readonly count: number };
  readonly view: View;
  /** The stage in the inspector. */
  readonly stage: StageName;
  /** The number of the summary that is explained. */
  readonly number: SummaryNumber | undefined;
  /** The record at the cursor. */
  readonly record: RecordDetail | undefined;
  readonly pinned: Pinned | undefined;
}

export interface SlowRun {
  readonly phase: Phase;
  readonly done: number;
  readonly total: number;
}

/** The parts of the state that say what is open. They change independently of a run. */
export type Arrangement = Pick<State, 'view' | 'stage' | 'number'>;
