/** What a link carries. Each member may be absent. */
export interface LinkState {
  /** The config. Without one, whoever opens the link keeps their own text. The flags are in it. */
  readonly text?: string | undefined;
  /** The open part of the playground. */
  readonly view?: LinkView | undefined;
  /** The stage that is open in Records, and what it found, if only those records are listed. */
  readonly stage?: LinkStage | undefined;
  readonly found?: LinkFound | undefined;
  /** `alpha[2]`: the source's name, and the index in its list. */
  readonly record?: LinkRecord | undefined;
  /** The number of the summary that is explained. */
  readonly number?: LinkNumber | undefined;
  /** The parts that are shown, in any order. Absent or empty: all. */
  readonly show?: readonly LinkPart[] | undefined;
}

export interface LinkRecord {
  readonly source: string;
  readonly index: number;
}

/** The names that a link can hold, each with its code, which is frozen: add names, but never change or reuse a code. */
export const views = {
  config: 'c',
  stages: 'g',
  summary: 's',
  records: 'r',
  reconciliation: 'm',
  time: 't',
  log: 'l',
  compare: 'd',
} as const;
export type LinkView = keyof typeof views;

export const stages = {
  adapt: 'a',
  cache: 'c',
  validate: 'v',
  freshness: 'f',
  reconcile: 'r',
} as const;
export type LinkStage = keyof typeof stages;

export const found = {
  duplicate: 'd',
  invalid: 'i',
  fresh: 'f',
  stale: 's',
  matched: 'm',
  mismatched: 'x',
  single: 'o',
} as const;
export type LinkFound = keyof typeof found;

export const numbers = {
  records_in: 'i',
  records_out: 'o',
  'cache.hits': 'ch',
  'cache.misses': 'cm',
  'cache.hit_rate': 'cr',
  validation_errors: 'v',
  stale_records: 's',
  'reconciliation.matched': 'rm',
  'reconciliation.mismatched': 'rx',
  'reconciliation.single_source': 'ro',
} as const;
export type LinkNumber = keyof typeof numbers;

/** These codes are one character each, since a list of parts is written as one string. */
export const parts = {
  flow: 'f',
  editor: 'e',
  summary: 's',
  records: 'r',
  reconciliation: 'm',
  time: 't',
  log: 'l',
  compare: 'd',
} as const;
export type LinkPart = keyof typeof parts;
