/** Numbers and lists in words. */
import type { RecordName, SomeNames } from '../../engine/protocol.ts';
import { formatsOf } from '../format.ts';

export const { number, oneDigit, count, duration } = formatsOf('en');

export const records = (n: number): string => count(n, 'record', 'records');

/** `5 bytes`, `1.2 kB`, `200 MB` */
export function size(bytes: number): string {
  if (bytes < 1000) return count(bytes, 'byte', 'bytes');
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1000, 'kB'] : [bytes / 1_000_000, 'MB'];
  return `${oneDigit(value)} ${unit}`;
}

/** `a, b, c and 3 more` */
export function names({ first, count }: SomeNames): string {
  const more = count - first.length;
  const named = first.join(', ');
  return more > 0 ? `${named} and ${number(more)} more` : named;
}

/** `alpha[2]` */
export const place = ({ source, index }: RecordName): string => `${source}[${index}]`;
