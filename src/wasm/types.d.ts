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

/** A number of the summary: the keys that lead to it, joined by dots. */
export type SummaryNumber =
  | "records_in" | "records_out"
  | "cache.hits" | "cache.misses" | "cache.hit_rate"
  | "validation_errors" | "stale_records"
  | "reconciliation.matched" | "reconciliation.mismatched" | "reconciliation.single_source";

/** Where a number stands in the summary's text. */
export interface SummaryNumberPlace {
  name: SummaryNumber;
  start: number;
  end: number;
  /** The number as it stands there. */
  text: string;
}

/** Python's exception, and where it happened. */
export interface RunError {
  /** The exception's type, as `JSONDecodeError`. */
  type: string;
  message: string;
  /** What it comes from: finer than the type, and not in Python's words. */
  cause: ErrorCause;
  /** `json.dumps` of the value that it speaks of, where it speaks of one; cut after 200 characters, with `…` behind. */
  value?: string;
  /** That value's type in Python, as `NoneType`. */
  typeName?: string;
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

export type ErrorCause =
  // The text cannot be read.
  | "utf8"
  | "memory"
  | "json.bom"
  /** Nothing but white space. */
  | "json.empty"
  /** The text ends where something was due, or within a string. */
  | "json.ends_early"
  | "json.extra_data"
  | "json.trailing_comma"
  | "json.comma"
  | "json.property_name"
  | "json.colon"
  /** `'` where a value or a property name was due. */
  | "json.single_quotes"
  /** `True`, `False` or `None` where a value was due. */
  | "json.python_word"
  /** `/` or `#` where something else was due, or behind the end. */
  | "json.comment"
  /** Anything else where a value was due. */
  | "json.value"
  | "json.control"
  | "json.unicode_escape"
  | "json.escape"
  | "json.digits"
  | "json.depth"
  // What stands in the config is of the wrong type.
  | "config.not_object"
  | "flags.not_object"
  | "sources.not_object"
  | "source.not_object"
  | "records.not_iterable"
  /** In a source with an adapter: alpha, beta. */
  | "record.not_object"
  /** In any other source. */
  | "record.not_mapping"
  | "required.not_iterable"
  | "required.unhashable"
  /** No number, which is subtracted from `now`. */
  | "freshness.timestamp"
  /** No number, which a timestamp is subtracted from. */
  | "freshness.now"
  /** No number, which an age is compared with. */
  | "freshness.max_age"
  /** An int that meets a float is too large to become one. */
  | "freshness.overflow";

export interface LogLine {
  level: "INFO" | "WARNING";
  message: string;
}

/** A record, and where it is. */
export interface RecordPlace {
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
}

/** What became of a record, and why. */
export interface RecordTrace extends RecordPlace {
  /** `json.dumps` of the record as it is at the end. */
  text: string;
  /**
   * `str(record["id"])` of the adapted record; what is longer than 200 code points is cut, and ends in "…". Absent where
   * the record has no id, which for reconciliation is the empty string, and else None.
   */
  id?: string;
  /** Its cache key, 12 hex digits; absent where the cache stage has not looked at it. */
  key?: string;
  /** The text whose MD5 gives the key: `json.dumps(record, sort_keys=True)`. */
  hashed?: string;
  /** `kept` where no stage dropped it; where an exception ended the run, none up to there. */
  fate: Fate;
  /** For a duplicate: the position of the record that it repeats. */
  duplicateOf?: number;
  /** The same record, and where it is. */
  original?: RecordPlace;
  /** For an invalid record: `str(field)` of each required field that it lacks. */
  missing: string[];
  /** Those of them that it does not have at all; the others are None. */
  absent: string[];
  /** Absent where the freshness stage has not looked at it. */
  freshness?: Freshness;
  /** `json.dumps` of its timestamp; absent where it has none, so that `now` stands in, and where `freshness` is absent. */
  timestamp?: string;
  /** `str(age)`, seconds. */
  age?: string;
  /** The index of its group in `reconciliation()`. */
  group?: number;
  /** The verdict of that group. */
  verdict?: Verdict;
  /** A later record of its source with its reconciliation key, the last one: it counts in the place of this one. */
  overwrittenBy?: RecordPlace;
}

/** What became of a record, beside what adapt made of it. */
export interface RecordDetail extends RecordTrace {
  /** `json.dumps` of the source record. */
  before: string;
  /** `json.dumps` of the adapted record as adapt left it, without a mark of the freshness stage. */
  adapted: string;
  /** What adapt did to each field of the source record, in its order, and then what adapt added. */
  fields: FieldChange[];
}

/** What adapt did to a field. */
export interface FieldChange {
  /** Its name in the source record; absent where adapt added it. */
  from?: string;
  /** Its name in the adapted record; absent where adapt dropped it. */
  to?: string;
  /** `json.dumps` of its value in the source record. */
  before?: string;
  /** `json.dumps` of its value in the adapted record. */
  after?: string;
}

/**
 * Which records to tell of, and in which order: those that fit all that is given. The newest filter's records are kept,
 * so that reading them page by page costs the search once.
 */
export interface RecordFilter {
  source?: string;
  fate?: Fate;
  freshness?: Freshness;
  /** The stage that was given the record: reconcile was given all that adapt produced. Nothing where it did not run. */
  stage?: StageName;
  /** The number of the summary that counts the record; of the hit rate, all records that were looked up. */
  behind?: SummaryNumber;
  /** The verdict of its reconciliation group. */
  verdict?: Verdict;
  /** The index of its reconciliation group in `reconciliation()`. */
  group?: number;
  /** The index of the bucket of `timeline(buckets)` that its age is in: both are given, or none. */
  bucket?: number;
  buckets?: number;
  /** What its place in the config holds, ASCII letters in either case, or what its cache key begins with. */
  text?: string;
  /**
   * Default: `position`, as adapt produced them. `fate`: kept, duplicate, invalid. `key`: the cache key. Records that are
   * the same in this order are by position, and so are those without what is sorted by, behind all others (so is an age
   * that is NaN).
   */
  sort?: "position" | "fate" | "key" | "age";
  /** The other way round; what is by position in any case stays so. */
  descending?: boolean;
}

/** A source, as adapt met it. */
export interface SourceReport {
  name: string;
  /** How many of its records were adapted. */
  records: number;
}

/** A part of the config's text, without the line end behind it. */
export interface TextWindow {
  text: string;
  /** Where it starts in the whole text, in UTF-16 units. */
  start: number;
  /** The line on which it starts, from 1. */
  line: number;
  /** The length of the whole text, in UTF-16 units. */
  total: number;
}

/** A key of the config whose value should be a number. */
export type SettingKey = "now" | "max_age_seconds";

/** The numbers of the config that people try other values of, and what is odd about its contract. */
export interface Settings {
  now: Setting;
  maxAge: Setting;
  /** Whether `required_fields` is a string: then each of its characters is a required field. */
  requiresLetters: boolean;
}

export interface Setting {
  /** `json.dumps` of the value; of the clock or the default where the config has none. */
  text: string;
  /** Whether the config has it. */
  given: boolean;
  /** Whether it is an int or a finite float, which a field for numbers can show. */
  number: boolean;
}

/** The ages of the records on an axis. Numbers are as Python prints them, seconds; places are fractions of the axis. */
export interface Timeline {
  now: string;
  maxAge: string;
  /** The lowest and the highest finite age; absent where no age is finite. */
  low?: string;
  high?: string;
  /** The ends of the axis, which are on it: there is room for every finite age, a finite limit and 0. */
  axisFrom: string;
  axisTo: string;
  /** The place of the limit, `maxAge`; of one that is not finite, the end that no age is behind. */
  limitAt: number;
  /** The place of 0. */
  zeroAt: number;
  /** Round numbers along the axis, in order, a handful; its ends where it is very short or long. */
  ticks: { text: string; at: number }[];
  /** Parts of the axis, equal but for the last digits of where they meet. An age where two of them meet is in the latter. */
  buckets: { from: string; to: string; fresh: number; stale: number }[];
  /** The ages that are on no axis: NaN and the infinities. */
  outside: { fresh: number; stale: number };
  /** Each finite age by itself; empty where there are more than 200. */
  points: TimelinePoint[];
}

/** A record on the axis. */
export interface TimelinePoint {
  position: number;
  source: string;
  /** Its index in its source, from 0. */
  index: number;
  /** `str(age)`, seconds. */
  age: string;
  at: number;
  freshness: Freshness;
}

/** What the sources say under one key. */
export interface ReconciliationGroup {
  /** Its index among all groups. */
  index: number;
  key: string;
  verdict: Verdict;
  /**
   * Why the sources do not say the same, for a mismatch. `order`: the members of dicts come in another order, and that is
   * all; `number`: where the texts first differ they have numbers that Python calls equal, as `1`, `1.0` and `true`.
   */
  difference?: "order" | "number" | "value";
  /** One for each source that holds the key, in the order of the sources. */
  values: ReconciliationValue[];
}

/** What a record says under its key, and where it is. */
export interface ReconciliationClaim {
  /** The position of the record. */
  record: number;
  /** Its index in its source, from 0. */
  index: number;
  /** The line on which it starts, from 1. */
  line: number;
  /** Where the source record starts and ends in the text, in UTF-16 units. */
  start: number;
  end: number;
  /** `json.dumps(record.get("value"))` */
  text: string;
}

/** What a source says under a key: what its last record with the key says, which counts. */
export interface ReconciliationValue extends ReconciliationClaim {
  source: string;
  /**
   * The part of `text` in which it differs from the other sources' texts, widened to whole words and numbers as far as
   * these are near; only in a mismatch. Empty where others have something that is missing here.
   */
  differs?: { start: number; end: number };
  /** The source's earlier records with this key, which the last one overwrote, in order; of many the last 20. */
  overwrote: ReconciliationClaim[];
  /** How many those are in all. */
  overwroteCount: number;
}

/** Which groups to tell of: those that fit all that is given. */
export interface ReconciliationFilter {
  verdict?: Verdict;
  /** What the key or a value's text holds; ASCII letters in either case. */
  text?: string;
  /** A source that holds the key. */
  source?: string;
}

/** A line of the summary that differs between two runs, as the summary's text has it. */
export interface SummaryChange {
  /** The keys that lead to it. */
  name:
    | "records_in"
    | "records_out"
    | "stages_run"
    | "cache.hits"
    | "cache.misses"
    | "cache.hit_rate"
    | "validation_errors"
    | "stale_records"
    | "reconciliation.matched"
    | "reconciliation.mismatched"
    | "reconciliation.single_source";
  /** Absent where the run has no such line: it ended in an exception, or did not reconcile. Stages are joined by `, `. */
  before?: string;
  after?: string;
}

/** The exceptions of two runs, as `Type: message`; absent of a run that came to its end. */
export interface ErrorChange {
  before?: string;
  after?: string;
}

/** What became of a record in one run. */
export interface RecordOutcome {
  fate: Fate;
  /** Absent where the freshness stage has not looked at it. */
  freshness?: Freshness;
  /** The verdict of its reconciliation group; absent where it has none. */
  verdict?: Verdict;
  /** For an invalid record: `str(field)` of each required field that it lacks. */
  missing: string[];
  /** For a duplicate: the record that it repeats. */
  duplicateOf?: { position: number; source: string; index: number };
}

/**
 * A record that differs between two runs. Within a source, records of equal texts are the same one; what is left is told
 * apart by its index in the source. A pair is told of where its text, fate, freshness, verdict or missing fields differ.
 */
export interface RecordChange {
  change: "added" | "removed" | "changed";
  source: string;
  /** Its index in its source, from 0; in the newer run, but for a removed one. */
  index: number;
  /** Its position among all in the newer run, where it starts and ends in that run's text, and its line; not for a removed one. */
  position?: number;
  start?: number;
  end?: number;
  line?: number;
  /** `json.dumps` of the source record, cut after 300 characters, with `…` behind; of the newer run, but for a removed one. */
  text: string;
  /** Absent for an added record. */
  before?: RecordOutcome;
  /** Absent for a removed record. */
  after?: RecordOutcome;
}

/** A line of the log that only the newer run has, or only the older one. */
export interface LogChange extends LogLine {
  change: "came" | "went";
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
