/** What can stand in a text that is not JSON, and the help for it. */
import type { TextEdit } from '../engine/protocol.ts';

/** What stands there, with what its words need. */
export type Finding =
  // The text as a whole.
  | { kind: 'utf16' | 'html' | 'csv' | 'yaml' | 'fence' | 'no_braces' | 'second_value' }
  | { kind: 'log_lines' | 'text_before'; first: string }
  | { kind: 'assignment'; name: string }
  // Characters.
  | { kind: 'invisible'; code: string; gap: boolean; start: boolean }
  | { kind: 'single_quotes' | 'quote_in_string' | 'missing_open_quote' }
  | { kind: 'other_quotes' | 'curly_in_string'; quote: string }
  | { kind: 'wide_punctuation'; found: string; meant: string }
  | { kind: 'comment'; mark: string }
  // Words and what else Python has.
  | { kind: 'python_word' | 'misspelt_word'; word: string; meant: string }
  | { kind: 'bare_key' | 'bare_value' | 'call'; word: string }
  | { kind: 'string_prefix'; prefix: string }
  | { kind: 'tuple' | 'set' | 'ellipsis' }
  // Numbers.
  | { kind: 'underscores' | 'date'; number: string }
  | { kind: 'number'; number: string; meant: string | undefined }
  | { kind: 'arithmetic'; expression: string; result: string | undefined }
  // What is between values.
  | { kind: 'doubled_comma' | 'leading_comma' | 'trailing_comma' | 'missing_comma' }
  | { kind: 'missing_colon' | 'no_value' }
  | { kind: 'semicolon' | 'equals'; found: string }
  // Brackets, and the end of the text.
  | { kind: 'missing_bracket' | 'wrong_bracket'; found: string; missing: string; opened: Opened }
  | { kind: 'key_in_array'; opened: Opened }
  | { kind: 'extra_bracket' | 'closed_early'; found: string }
  | { kind: 'ends_early'; open: number; missing: string; opened: Opened | undefined }
  | { kind: 'ends_in_word'; word: string; meant: string }
  // Strings.
  | { kind: 'ends_in_string' | 'line_end_in_string'; opened: Opened }
  | { kind: 'control'; code: string }
  | { kind: 'escape'; escape: string };

export type FindingKind = Finding['kind'];

/** The finding of a kind, with its parameters. */
export type FindingOf<Kind extends FindingKind, Each = Finding> = Each extends { kind: FindingKind }
  ? Kind extends Each['kind']
    ? Each
    : never
  : never;

/** Where a bracket or a string was opened: as Python counts, from 1, the column in code points. */
export interface Opened {
  readonly char: string;
  readonly start: number;
  readonly line: number;
  readonly column: number;
}

/** Edits that mend the text. `certain`: nothing else can be meant, so that a button may make them. */
export interface Change {
  readonly edits: readonly TextEdit[];
  readonly certain: boolean;
}

export interface SyntaxHelp {
  readonly finding: Finding;
  /** What it is about, and its line. */
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly change: Change | undefined;
  /** The learner's own line, or the part of it that matters; `after` only if there is a change. */
  readonly before: string;
  readonly after: string | undefined;
}

/** A text, or a part of one that is too big to be looked through as a whole. */
export interface TextPart {
  readonly text: string;
  /** The offset of the part in the whole text, and its first line, from 1. */
  readonly start: number;
  readonly line: number;
  /** Nothing of the text comes after the part. */
  readonly toEnd: boolean;
}

/** What the rules find. Offsets are in the part. */
export interface Found {
  readonly finding: Finding;
  readonly start: number;
  readonly end?: number;
  readonly change?: Change;
}

export const certain = (...edits: TextEdit[]): Change => ({ edits, certain: true });
export const perhaps = (...edits: TextEdit[]): Change => ({ edits, certain: false });
export const replace = (start: number, end: number, insert: string): TextEdit => ({
  start,
  end,
  insert,
});
export const insert = (start: number, insert: string): TextEdit => ({ start, end: start, insert });
export const remove = (start: number, end: number): TextEdit => ({ start, end, insert: '' });
