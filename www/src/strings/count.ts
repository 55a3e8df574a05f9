/** Numbers in words, as English says them. */

/** Created once, since creating one takes longer than formatting all the numbers of a page. */
const whole = new Intl.NumberFormat('en');
const oneDigit = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });
const twoDigits = new Intl.NumberFormat('en', { maximumSignificantDigits: 2 });

/** `1,200` */
export const number = (n: number): string => whole.format(n);

/** `1 record`, `2 records`, `1,200 records`. */
export function count(n: number, one: string, many: string): string {
  return `${number(n)} ${n === 1 ? one : many}`;
}

/** `5 bytes`, `1.2 kB`, `200 MB` */
export function size(bytes: number): string {
  if (bytes < 1000) return count(bytes, 'byte', 'bytes');
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1000, 'kB'] : [bytes / 1_000_000, 'MB'];
  return `${oneDigit.format(value)} ${unit}`;
}

/** `0.012 ms`, `1.5 s` */
export function duration(milliseconds: number): string {
  const [value, unit] = milliseconds < 1000 ? [milliseconds, 'ms'] : [milliseconds / 1000, 's'];
  return `${twoDigits.format(value)} ${unit}`;
}
