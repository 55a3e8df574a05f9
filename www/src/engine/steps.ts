/** What happened to a record at a stage. The words for it are in the strings. */
import type {
  ReconciliationGroup,
  RecordTrace,
  Report,
  RunError,
  StageName,
  SummaryNumber,
} from './protocol.ts';

export type StepKind =
  | 'adapted'
  | 'unseen'
  | 'duplicate'
  | 'complete'
  | 'invalid'
  | 'fresh'
  | 'stale'
  | 'matched'
  | 'mismatched'
  | 'single'
  /** It has no id, or the empty string as id, which reconcile skips. */
  | 'unkeyed'
  /** Reconcile has no second source to compare with. */
  | 'alone'
  /** The stage's flag is off. */
  | 'off'
  /** An earlier stage dropped it. */
  | 'dropped'
  /** The run ended before the stage got to it. */
  | 'unreached'
  /** The run ended at it. */
  | 'raised';

/** What the words for a step need besides the record. */
export interface Facts {
  stage: StageName;
  /** `max_age_seconds`, as Python prints it. */
  maxAge: string;
  /** Whether the contract is a string. Python takes each of its letters as a required field. */
  letters: boolean;
  /** The record's reconciliation group, once it is known. */
  group?: ReconciliationGroup | undefined;
  /** The exception that ended the run. */
  error?: RunError | undefined;
}

export const factsOf = (stage: StageName, report: Report): Facts => ({
  stage,
  maxAge: report.settings?.maxAge.text ?? '',
  error: report.error,
  letters: report.settings?.requiresLetters ?? false,
});

/** Whether any stage was reached. None is if the text, or the flags and settings in it, could not be read. */
export const ranAny = ({ error, stages }: Report): boolean =>
  !error || stages.some(({ ran, failed }) => ran || failed);

export function stepOf(stage: StageName, record: RecordTrace, { stages, error }: Report): StepKind {
  const report = stages.find(({ name }) => name === stage);
  if (report?.flag === false) return 'off';
  const { source, index } = record;
  if (error?.stage === stage && error.source === source && error.index === index) return 'raised';
  switch (stage) {
    case 'adapt':
      return 'adapted';
    case 'cache':
      if (record.fate === 'duplicate') return 'duplicate';
      return record.key === undefined ? 'unreached' : 'unseen';
    case 'validate':
      if (record.fate === 'duplicate') return 'dropped';
      if (record.fate === 'invalid') return 'invalid';
      return report?.ran ? 'complete' : 'unreached';
    case 'freshness':
      return record.fate === 'kept' ? (record.freshness ?? 'unreached') : 'dropped';
    case 'reconcile':
      if (record.verdict) return record.verdict;
      if (report?.ran) return 'unkeyed';
      return stages.some(({ failed }) => failed) ? 'unreached' : 'alone';
  }
}

/** The stage that decided a record's fate. */
export function lastStage({ fate }: RecordTrace): StageName {
  if (fate === 'duplicate') return 'cache';
  return fate === 'invalid' ? 'validate' : 'freshness';
}

/** The stage that counts a number of the summary. Undefined if the number is about the whole run. */
export function stageBehind(number: SummaryNumber): StageName | undefined {
  const [first] = number.split('.');
  switch (first) {
    case 'cache':
      return 'cache';
    case 'validation_errors':
      return 'validate';
    case 'stale_records':
      return 'freshness';
    case 'reconciliation':
      return 'reconcile';
    default:
      return undefined;
  }
}
