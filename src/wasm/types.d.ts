export type StageName = "adapt" | "cache" | "validate" | "freshness" | "reconcile";
export type Fate = "kept" | "duplicate" | "invalid";
export type Freshness = "fresh" | "stale";
export type Verdict = "matched" | "mismatched" | "single";

export interface RunOptions {
  /** What stands in for an absent `now`: seconds since 1970. Default: the computer's clock. */
  clock?: number;
  /**
   * Called again and again during the run; `phase` is what the run is at. If it throws, the run stops, and the caller
   * gets what it threw.
   */
  onProgress?: (done: number, total: number, phase: "read" | StageName) => void;
}

/** The summary, as Python's program prints it. */
export interface Summary {
  records_in: number;
  records_out: number;
  stages_run: StageName[];
  cache: { hits: number; misses: number; hit_rate: number };
  validation_errors: number;
  stale_records: number;
  /** Empty where the stage did not run. */
  reconciliation: { matched?: number; mismatched?: number; single_source?: number };
}

/** Python's exception, and where it happened. */
export interface RunError {
  /** The exception's type, as `JSONDecodeError`. */
  type: string;
  message: string;
  /** The stage that raised it; absent where the config could not be read. */
  stage?: StageName;
  source?: string;
  /** The record's index in its source, from 0. */
  index?: number;
  /** Line, from 1, of what the exception speaks of. */
  line?: number;
  /** Column, from 1, in code points. */
  column?: number;
  /** Where that starts and ends in the text, in UTF-16 units. */
  start?: number;
  end?: number;
}

export interface LogLine {
  level: "INFO" | "WARNING";
  message: string;
}

/** What became of a record, and why. */
export interface RecordTrace {
  /** Its position among all records, from 0, in the order in which adapt produced them. */
  position: number;
  source: string;
  /** Its index in its source, from 0. */
  index: number;
  /** Where the source record starts and ends in the text, in UTF-16 units. */
  start: number;
  end: number;
  /** The line on which it starts, from 1. */
  line: number;
  /** `json.dumps` of the record as it is at the end. */
  text: string;
  /** Its cache key, 12 hex digits; absent where the cache stage has not looked at it. */
  key?: string;
  /** The text whose MD5 gives the key: `json.dumps(record, sort_keys=True)`. */
  hashed?: string;
  /** `kept` where no stage dropped it; where an exception ended the run, none up to there. */
  fate: Fate;
  /** For a duplicate: the position of the record that it repeats. */
  duplicateOf?: number;
  /** For an invalid record: `str(field)` of each required field that it lacks. */
  missing: string[];
  /** Absent where the freshness stage has not looked at it. */
  freshness?: Freshness;
  /** `str(age)`, seconds. */
  age?: string;
  /** The index of its group in `reconciliation()`. */
  group?: number;
}

/** Which records to tell of: those that fit all that is given. */
export interface RecordFilter {
  source?: string;
  fate?: Fate;
  freshness?: Freshness;
}

/** What the sources say under one key. */
export interface ReconciliationGroup {
  key: string;
  verdict: Verdict;
  /** One for each source that holds the key, in the order of the sources. */
  values: {
    source: string;
    /** The position of the record that counts: the source's last one with the key. */
    record: number;
    /** `json.dumps(record.get("value"))` */
    text: string;
  }[];
}

export interface ReconciliationFilter {
  verdict?: Verdict;
}

/** What a stage did. Counts that are not this stage's are absent. */
export interface StageReport {
  name: StageName;
  /** Python truth of its flag; absent where the flags could not be read. */
  flag?: boolean;
  /** Whether `stages_run` lists it. */
  ran: boolean;
  /** Whether the exception came from it. */
  failed: boolean;
  /** The records that it was given, or would have been. Reconcile is given what adapt produced. */
  recordsIn: number;
  /** Those of them that it did not drop. */
  recordsOut: number;
  sources?: number;
  hits?: number;
  misses?: number;
  violations?: number;
  fresh?: number;
  stale?: number;
  matched?: number;
  mismatched?: number;
  single?: number;
}

/** Puts `insert` in the place of what stands from `start` to `end`, in UTF-16 units. */
export interface TextEdit {
  start: number;
  end: number;
  insert: string;
}
