/** How a language writes numbers. */
import { number } from '@messageformat/runtime';

const all = new Map<string, ReturnType<typeof make>>();

/** Creating the formats takes longer than formatting all numbers of a page. */
export function formatsOf(language: string): ReturnType<typeof make> {
  const formats = all.get(language) ?? make(language);
  all.set(language, formats);
  return formats;
}

function make(language: string) {
  const oneDigit = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  const twoDigits = new Intl.NumberFormat(language, { maximumSignificantDigits: 2 });
  const bytes = new Intl.NumberFormat(language, {
    style: 'unit',
    unit: 'byte',
    unitDisplay: 'long',
  });
  return {
    /** `1,200` */
    number: (n: number): string => number(language, n, 0),
    /** `1.2` */
    oneDigit: (n: number): string => oneDigit.format(n),
    /** `0.012 ms`, `1.5 s` */
    duration: (milliseconds: number): string =>
      milliseconds < 1000
        ? `${twoDigits.format(milliseconds)} ms`
        : `${twoDigits.format(milliseconds / 1000)} s`,
    /** `5 bytes`, `1.2 kB`, `200 MB` */
    size(size: number): string {
      if (size < 1000) return bytes.format(size);
      return size < 1_000_000
        ? `${oneDigit.format(size / 1000)} kB`
        : `${oneDigit.format(size / 1_000_000)} MB`;
    },
  };
}
