/** The types of the page's state. `store.ts` holds it. */
import type { EngineStatus } from '../engine/engine.ts';
import type {
  FoundKind,
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

/** If there is a `file`, its bytes are run, and `text` is what the editor shows of them, decoded. */
export interface Source {
  readonly text: string;
  readonly file?: OpenFile;
  /** It is from a link, and not the learner's own as long as they have not changed it. */
  readonly linked?: boolean | undefined;
}

/** What a flip of a flag has changed in the text. */
export interface FlippedFlag {
  readonly stage: StageName;
  readonly before: string;
  readonly after: string;
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

/** Why controls, such as the checkboxes of the flags, cannot edit the config. */
export type FlagsBlock = 'readonly' | 'waiting' | 'unreadable' | 'stopped';

export interface State {
  readonly engine: EngineStatus;
  readonly source: Source;
  readonly outcome: Outcome | undefined;
  /** The outcome is about the newest input. */
  readonly upToDate: boolean;
  /**
   * The outcome is about an older input, and has been for long enough to show it. Whatever shows the outcome is grey then.
   */
  readonly old: boolean;
  /** The progress of a run that takes long enough to show it. */
  readonly slowRun: SlowRun | undefined;
  /** The newest run that finished, shown while there is an exception. */
  readonly good: RunView | undefined;
  /** As the engine last read them, or as they are about to be. At first all are on, as absent flags are. */
  readonly flags: Readonly<Record<StageName, boolean>>;
  /** What a screen reader announces. For a while it is also `shown`. */
  readonly announcement: { readonly text: string; readonly count: number; readonly shown: boolean };
  readonly view: View;
  /** The stage in the inspector. */
  readonly stage: StageName;
  /** What the stage found, if only those records are listed there. */
  readonly found?: { readonly kind: FoundKind } | undefined;
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
export type Arrangement = Pick<State, 'view' | 'stage' | 'found' | 'number'>;
