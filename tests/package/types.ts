/**
 * A copy of the package's types. They are generated from Rust, so a member's name, type or optionality can change
 * without a change of TypeScript. types.test.mjs then fails, until this file is changed too.
 */
import type * as Package from 'pipeline-playground';

declare namespace Expected {
  export type StageName = 'adapt' | 'cache' | 'validate' | 'freshness' | 'reconcile';
  export type Fate = 'kept' | 'duplicate' | 'invalid';
  export type Freshness = 'fresh' | 'stale';
  export type Verdict = 'matched' | 'mismatched' | 'single';
  export interface RunOptions {
    clock?: number;
    onProgress?: (done: number, total: number, phase: 'read' | StageName) => void;
  }
  export interface Summary {
    records_in: number;
    records_out: number;
    stages_run: StageName[];
    cache: { hits: number; misses: number; hit_rate: number };
    validation_errors: number;
    stale_records: number;
    reconciliation: { matched?: number; mismatched?: number; single_source?: number };
  }
  export type SummaryNumber =
    | 'records_in'
    | 'records_out'
    | 'cache.hits'
    | 'cache.misses'
    | 'cache.hit_rate'
    | 'validation_errors'
    | 'stale_records'
    | 'reconciliation.matched'
    | 'reconciliation.mismatched'
    | 'reconciliation.single_source';
  export interface SummaryNumberPlace {
    name: SummaryNumber;
    start: number;
    end: number;
    text: string;
  }
  export interface RunError {
    type: string;
    message: string;
    cause: ErrorCause;
    value?: string;
    typeName?: string;
    stage?: StageName;
    source?: string;
    index?: number;
    line?: number;
    column?: number;
    start?: number;
    end?: number;
    example?: { instead: string; write: string };
  }
  export type ErrorCause =
    | 'utf8'
    | 'memory'
    | 'json.bom'
    | 'json.empty'
    | 'json.ends_early'
    | 'json.extra_data'
    | 'json.trailing_comma'
    | 'json.comma'
    | 'json.property_name'
    | 'json.colon'
    | 'json.single_quotes'
    | 'json.python_word'
    | 'json.comment'
    | 'json.value'
    | 'json.control'
    | 'json.unicode_escape'
    | 'json.escape'
    | 'json.digits'
    | 'json.depth'
    | 'config.not_object'
    | 'flags.not_object'
    | 'sources.not_object'
    | 'source.not_object'
    | 'records.not_iterable'
    | 'record.not_object'
    | 'record.not_mapping'
    | 'required.not_iterable'
    | 'required.unhashable'
    | 'freshness.timestamp'
    | 'freshness.now'
    | 'freshness.max_age'
    | 'freshness.overflow';
  export interface LogLine {
    level: 'INFO' | 'WARNING';
    message: string;
    record?: RecordPlace;
  }
  export interface RecordPlace {
    position: number;
    source: string;
    index: number;
    start: number;
    end: number;
    line: number;
  }
  export interface RecordTrace extends RecordPlace {
    text: string;
    id?: string;
    quotedId: boolean;
    key?: string;
    hashed?: string;
    fate: Fate;
    duplicateOf?: number;
    original?: RecordPlace;
    missing: string[];
    absent: string[];
    freshness?: Freshness;
    timestamp?: string;
    age?: string;
    group?: number;
    verdict?: Verdict;
    overwrittenBy?: RecordPlace;
    ending: 'kept' | 'unsettled' | 'duplicate' | 'invalid';
    settledBy: StageName;
    steps: RecordStep[];
  }
  export interface RecordStep {
    stage: StageName;
    step: Step;
    why: StepReason;
  }
  export type Step =
    | 'adapted'
    | 'passed'
    | 'unseen'
    | 'duplicate'
    | 'complete'
    | 'invalid'
    | 'fresh'
    | 'stale'
    | 'matched'
    | 'mismatched'
    | 'single'
    | 'unkeyed'
    | 'alone'
    | 'off'
    | 'dropped'
    | 'unreached'
    | 'raised';
  export type StepReason =
    | { reason: 'fields_dropped'; names: SomeNames }
    | { reason: 'no_adapter'; hasId: boolean; hasValue: boolean }
    | { reason: 'first_with_key'; key: string }
    | { reason: 'same_key'; key: string; original: RecordName }
    | { reason: 'nothing_missing' }
    | {
        reason: 'fields_missing';
        fields: { name: string; absent: boolean; dropped: boolean }[];
        letters: boolean;
      }
    | {
        reason: 'age_compared';
        age: string;
        limit: string;
        order: 'above' | 'not_above' | 'unordered';
        timed: boolean;
        dropped: boolean;
      }
    | { reason: 'overwritten'; by: RecordName }
    | { reason: 'values_compared'; values: ComparedValues }
    | { reason: 'many_values' }
    | { reason: 'only_source'; source: string }
    | { reason: 'no_id' }
    | { reason: 'empty_id' }
    | { reason: 'needs_two_sources' }
    | { reason: 'flag_off' }
    | { reason: 'dropped_by'; stage: StageName }
    | { reason: 'exception_first' }
    | { reason: 'raised'; exception: string; message: string };
  export interface SomeNames {
    first: string[];
    count: number;
  }
  export interface RecordName {
    source: string;
    index: number;
  }
  export interface ComparedValues {
    own: string;
    same: SomeNames;
    other: SomeNames;
    others: { text: string; sources: SomeNames }[];
    otherCount: number;
  }
  export interface RecordDetail extends RecordTrace {
    before: string;
    adapted: string;
    fields: FieldChange[];
  }
  export interface FieldChange {
    from?: string;
    to?: string;
    before?: string;
    after?: string;
    change: 'dropped' | 'added' | 'renamed' | 'changed' | 'kept';
  }
  export interface RecordFilter {
    source?: string;
    fate?: Fate;
    freshness?: Freshness;
    stage?: StageName;
    behind?: SummaryNumber;
    verdict?: Verdict;
    group?: number;
    bucket?: number;
    buckets?: number;
    text?: string;
    sort?: 'position' | 'fate' | 'key' | 'age';
    descending?: boolean;
  }
  export interface SourceReport {
    name: string;
    records: number;
    adapter: boolean;
  }
  export interface Hint {
    hint:
      | 'key'
      | 'source'
      | 'flag'
      | 'letters'
      | 'milliseconds'
      | 'future'
      | 'now_milliseconds'
      | 'no_now'
      | 'dry_run';
    key: string;
    text: string;
    start: number;
    end: number;
    line: number;
  }
  export interface TextWindow {
    text: string;
    start: number;
    line: number;
    column: number;
    inString: boolean;
    total: number;
  }
  export type SettingKey = 'now' | 'max_age_seconds';
  export interface Settings {
    now: Setting;
    maxAge: Setting;
    requiresLetters: boolean;
    hints: Hint[];
  }
  export interface Setting {
    text: string;
    given: boolean;
    number: boolean;
    oddity?: 'infinity' | 'negative_infinity' | 'nan' | 'true' | 'false' | 'not_number';
  }
  export interface Timeline {
    now: string;
    maxAge: string;
    low?: string;
    high?: string;
    axisFrom: string;
    axisTo: string;
    byDecades: boolean;
    limitAt: number;
    zeroAt: number;
    ticks: { text: string; at: number }[];
    buckets: { from: string; to: string; fresh: number; stale: number }[];
    outside: { fresh: number; stale: number };
    points: TimelinePoint[];
  }
  export interface TimelinePoint {
    position: number;
    source: string;
    index: number;
    age: string;
    at: number;
    freshness: Freshness;
  }
  export interface ReconciliationGroup {
    index: number;
    key: string;
    verdict: Verdict;
    difference?: 'order' | 'number' | 'value';
    reason: 'same' | 'single' | 'order' | 'number' | 'value';
    mixedIds: boolean;
    values: ReconciliationValue[];
  }
  export interface ReconciliationClaim {
    record: number;
    index: number;
    line: number;
    start: number;
    end: number;
    text: string;
  }
  export interface ReconciliationValue extends ReconciliationClaim {
    source: string;
    differs?: { start: number; end: number };
    overwrote: ReconciliationClaim[];
    overwroteCount: number;
  }
  export interface ReconciliationFilter {
    verdict?: Verdict;
    text?: string;
    source?: string;
    like?: string;
  }
  export interface SummaryChange {
    name:
      | 'records_in'
      | 'records_out'
      | 'stages_run'
      | 'cache.hits'
      | 'cache.misses'
      | 'cache.hit_rate'
      | 'validation_errors'
      | 'stale_records'
      | 'reconciliation.matched'
      | 'reconciliation.mismatched'
      | 'reconciliation.single_source';
    before?: string;
    after?: string;
  }
  export interface ErrorChange {
    before?: string;
    after?: string;
  }
  export interface RecordOutcome {
    fate: Fate;
    ending: 'kept' | 'unsettled' | 'duplicate' | 'invalid';
    freshness?: Freshness;
    verdict?: Verdict;
    missing: string[];
    duplicateOf?: { position: number; source: string; index: number };
  }
  export interface RecordChange {
    change: 'added' | 'removed' | 'changed';
    source: string;
    index: number;
    position?: number;
    start?: number;
    end?: number;
    line?: number;
    text: string;
    before?: RecordOutcome;
    after?: RecordOutcome;
    differs: ('fate' | 'freshness' | 'verdict')[];
  }
  export interface LogChange {
    change: 'came' | 'went';
    level: 'INFO' | 'WARNING';
    message: string;
  }
  export interface StageReport {
    name: StageName;
    flag?: boolean;
    ran: boolean;
    failed: boolean;
    recordsIn: number;
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
    state: 'ran' | 'empty' | 'off' | 'failed' | 'unreached' | 'alone' | 'waiting';
    note?: StageNote;
    found: {
      kind: 'duplicate' | 'invalid' | 'fresh' | 'stale' | 'matched' | 'mismatched' | 'single';
      count: number;
    }[];
  }
  export type StageNote =
    | { reason: 'adapted_before'; records: number }
    | { reason: 'given'; records: number }
    | { reason: 'sources'; sources: number }
    | { reason: 'no_records' }
    | { reason: 'adapt_off' }
    | { reason: 'passed_by'; records: number }
    | { reason: 'from_sources'; sources: number };
  export interface NumberReport {
    name: SummaryNumber;
    text?: string;
    stage?: StageName;
    why: NumberReason;
    lists: SummaryNumber[];
    mixed: boolean;
  }
  export type NumberReason =
    | { reason: 'stage_off' }
    | { reason: 'no_sources' }
    | { reason: 'from_sources'; sources: SourceReport[]; more: number }
    | { reason: 'records_out'; came: number; duplicates: number; invalid: number; left: number }
    | { reason: 'seen_before' }
    | { reason: 'first_seen' }
    | { reason: 'no_look_ups'; rate: string }
    | { reason: 'hit_rate'; hits: string; all: number; rate: string }
    | { reason: 'contract_broken' }
    | { reason: 'older'; now: string; limit: string }
    | { reason: 'matched' }
    | { reason: 'mismatched' }
    | { reason: 'single_source' };
  export interface NoReconciliation {
    why: NoReconciliationReason;
    switchOn?: StageName;
  }
  export type NoReconciliationReason =
    | { reason: 'exception' }
    | { reason: 'flag_off' }
    | { reason: 'adapt_off' }
    | { reason: 'no_source' }
    | { reason: 'one_source'; source: string }
    | { reason: 'no_keys' };
  export interface TextEdit {
    start: number;
    end: number;
    insert: string;
    bytes?: TextSpan;
  }
  export interface TextSpan {
    start: number;
    end: number;
  }
  export interface Run {
    readonly summaryText: string | undefined;
    readonly summary: Summary | undefined;
    readonly summaryNumbers: SummaryNumberPlace[];
    readonly error: RunError | undefined;
    readonly settings: Settings | undefined;
    readonly logCount: number;
    readonly recordCount: number;
    readonly reconciliationCount: number;
    readonly noReconciliation: NoReconciliation | undefined;
    stages(): StageReport[];
    numbers(): NumberReport[];
    sources(): SourceReport[];
    logs(offset: number, limit: number): LogLine[];
    records(offset: number, limit: number, filter?: RecordFilter | null): RecordTrace[];
    keptRecords(from: number, to: number): Uint8Array;
    countRecords(filter?: RecordFilter | null): number;
    record(position: number): RecordDetail | undefined;
    recordAt(offset: number): number | undefined;
    recordBeside(offset: number): number | undefined;
    places(
      filter: RecordFilter | null | undefined,
      from: number,
      to: number,
      limit: number,
    ): Uint32Array;
    window(offset: number, length: number): TextWindow;
    flagEdit(stage: StageName, on: boolean): TextEdit | undefined;
    settingEdit(key: SettingKey, value: string): TextEdit | undefined;
    timeline(buckets: number): Timeline | undefined;
    reconciliation(
      offset: number,
      limit: number,
      filter?: ReconciliationFilter | null,
    ): ReconciliationGroup[];
    countReconciliation(filter?: ReconciliationFilter | null): number;
  }
  export interface Comparison {
    readonly summary: SummaryChange[];
    readonly error: ErrorChange | undefined;
    readonly recordCount: number;
    readonly logCount: number;
    records(offset: number, limit: number): RecordChange[];
    logs(offset: number, limit: number): LogChange[];
  }
  export interface Functions {
    runPipeline(config: string | Uint8Array, options?: RunOptions | null): string;
    editFlag(config: string, stage: StageName, on: boolean): TextEdit | undefined;
    editSetting(config: string, key: SettingKey, value: string): TextEdit | undefined;
  }
}

/** A type with all references and inherited members expanded, so that only members are compared, not names. */
type Spelled<T> = T extends (...given: infer Given) => infer Answer
  ? (...given: Spelled<Given>) => Spelled<Answer>
  : T extends Uint8Array | Uint32Array
    ? T
    : T extends object
      ? { [Name in keyof T]: Spelled<T[Name]> }
      : T;
type Same<A, B> =
  (<T>() => T extends Spelled<A> ? 1 : 2) extends <T>() => T extends Spelled<B> ? 1 : 2
    ? true
    : false;

type AllTrue<Each extends true[]> = Each;

export type Checks = AllTrue<
  [
    Same<Package.StageName, Expected.StageName>,
    Same<Package.Fate, Expected.Fate>,
    Same<Package.Freshness, Expected.Freshness>,
    Same<Package.Verdict, Expected.Verdict>,
    Same<Package.RunOptions, Expected.RunOptions>,
    Same<Package.Summary, Expected.Summary>,
    Same<Package.SummaryNumber, Expected.SummaryNumber>,
    Same<Package.SummaryNumberPlace, Expected.SummaryNumberPlace>,
    Same<Package.RunError, Expected.RunError>,
    Same<Package.ErrorCause, Expected.ErrorCause>,
    Same<Package.LogLine, Expected.LogLine>,
    Same<Package.RecordPlace, Expected.RecordPlace>,
    Same<Package.RecordTrace, Expected.RecordTrace>,
    Same<Package.RecordDetail, Expected.RecordDetail>,
    Same<Package.FieldChange, Expected.FieldChange>,
    Same<Package.RecordFilter, Expected.RecordFilter>,
    Same<Package.SourceReport, Expected.SourceReport>,
    Same<Package.TextWindow, Expected.TextWindow>,
    Same<Package.SettingKey, Expected.SettingKey>,
    Same<Package.Settings, Expected.Settings>,
    Same<Package.Hint, Expected.Hint>,
    Same<Package.Setting, Expected.Setting>,
    Same<Package.Timeline, Expected.Timeline>,
    Same<Package.TimelinePoint, Expected.TimelinePoint>,
    Same<Package.ReconciliationGroup, Expected.ReconciliationGroup>,
    Same<Package.ReconciliationClaim, Expected.ReconciliationClaim>,
    Same<Package.ReconciliationValue, Expected.ReconciliationValue>,
    Same<Package.ReconciliationFilter, Expected.ReconciliationFilter>,
    Same<Package.SummaryChange, Expected.SummaryChange>,
    Same<Package.ErrorChange, Expected.ErrorChange>,
    Same<Package.RecordOutcome, Expected.RecordOutcome>,
    Same<Package.RecordChange, Expected.RecordChange>,
    Same<Package.LogChange, Expected.LogChange>,
    Same<Package.StageReport, Expected.StageReport>,
    Same<Package.RecordStep, Expected.RecordStep>,
    Same<Package.StepReason, Expected.StepReason>,
    Same<Package.StageNote, Expected.StageNote>,
    Same<Package.NumberReport, Expected.NumberReport>,
    Same<Package.NoReconciliation, Expected.NoReconciliation>,
    Same<Package.TextEdit, Expected.TextEdit>,
    Same<Package.TextSpan, Expected.TextSpan>,
    Same<Omit<Package.Run, 'compare' | 'free' | typeof Symbol.dispose>, Expected.Run>,
    Same<Parameters<Package.Run['compare']>, [pinned: Package.Run]>,
    Same<Omit<Package.Comparison, 'free' | typeof Symbol.dispose>, Expected.Comparison>,
    Same<
      ConstructorParameters<typeof Package.Run>,
      Parameters<(config: string | Uint8Array, options?: Expected.RunOptions | null) => void>
    >,
    Same<Pick<typeof Package, keyof Expected.Functions>, Expected.Functions>,
  ]
>;
