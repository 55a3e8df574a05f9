/** Numbers and lists in words. */
import type { RecordName, SomeNames } from '../../engine/protocol.ts';
import { formatsOf } from '../format.ts';
import { isolated } from '../isolated.ts';

export { isolated };

export const { number, oneDigit, count, duration } = formatsOf('en');

export const records = (n: number): string => count(n, 'record', 'records');

/** `5 bytes`, `1.2 kB`, `200 MB` */
export function size(bytes: number): string {
  if (bytes < 1000) return count(bytes, 'byte', 'bytes');
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1000, 'kB'] : [bytes / 1_000_000, 'MB'];
  return `${oneDigit(value)} ${unit}`;
}

const DAY = 86_400;
const UNITS = [
  { seconds: 31_557_600, name: 'y' },
  { seconds: DAY, name: 'd' },
  { seconds: 3600, name: 'h' },
  { seconds: 60, name: 'min' },
] as const;

/** Spans of more seconds than this, some 300,000 years, are no better to read than the seconds. */
const LONGEST = 1e13;

/** `10 min`, for Python's text of a number of seconds. Empty for less than a minute. */
export function span(text: string): string {
  const seconds = Number(text);
  const unit = UNITS.find((one) => Math.abs(seconds) >= one.seconds);
  if (!unit || !(Math.abs(seconds) <= LONGEST)) return '';
  return `${oneDigit(seconds / unit.seconds)} ${unit.name}`;
}

/** `61 s`, and from a day on `1234567 s (14.3 d)`, for Python's text of a number of seconds. */
export const seconds = (text: string): string =>
  Math.abs(Number(text)) >= DAY && span(text) ? `${text} s (${span(text)})` : `${text} s`;

/** `a, b, c and 3 more`, of texts that may have data in them. */
export function list({ first, count }: SomeNames): string {
  const more = count - first.length;
  const named = first.join(', ');
  return more > 0 ? `${named} and ${number(more)} more` : named;
}

/** The same, of names. */
export const names = ({ first, count }: SomeNames): string =>
  list({ first: first.map((name) => isolated(name)), count });

/** `alpha[2]`, by itself. */
export const place = ({ source, index }: RecordName): string => `${source}[${index}]`;

/** `alpha[2]` in a sentence. */
export const placed = (record: RecordName): string => isolated(place(record));
