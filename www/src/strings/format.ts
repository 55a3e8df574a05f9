/**
 * How a language writes numbers. The browser's own formats are made when they are first needed: to make the first one
 * takes longer than to show the whole page, since the browser looks through all languages that it knows.
 */

const all = new Map<string, ReturnType<typeof make>>();

export function formatsOf(language: string): ReturnType<typeof make> {
  const formats = all.get(language) ?? make(language);
  all.set(language, formats);
  return formats;
}

/** What stands before the decimals of a number. In other languages, all numbers are left to the browser. */
const SIGNS: Readonly<Record<string, string>> = { en: '.', es: ',' };

/** A rounded number from 0.001 to 999.9, or 0, as the browser writes it. Undefined for others. */
function simple(language: string, n: number): string | undefined {
  const sign = SIGNS[language];
  const isSimple = n === 0 || (n >= 0.001 && n < 1000);
  return sign && isSimple ? String(n).replace('.', sign) : undefined;
}

/** Writes numbers in a language. `round`: how `options` round a number that is not negative. */
function format(
  language: string,
  options: Intl.NumberFormatOptions,
  round: (n: number) => number = () => Number.NaN,
): (n: number) => string {
  let made: Intl.NumberFormat | undefined;
  return (n) => {
    const isNegative = n < 0 || Object.is(n, -0);
    const written = isNegative ? undefined : simple(language, round(n));
    if (written !== undefined) return written;
    made ??= new Intl.NumberFormat(language, options);
    return made.format(n);
  };
}

/** Rounds the decimal number, as the browser does: 0.15 to 0.2, though its binary value is below 0.15. */
const rounded = (n: number, decimals: number): number =>
  Number(`${Math.round(Number(`${n}e${decimals}`))}e${-decimals}`);

const magnitude = (n: number): number => Number(n.toExponential().split('e')[1]);

function make(language: string) {
  const one = format(language, { maximumFractionDigits: 1 }, (n) => rounded(n, 1));
  const two = format(language, { maximumSignificantDigits: 2 }, (n) =>
    rounded(n, 1 - magnitude(n)),
  );
  const bytes = format(language, { style: 'unit', unit: 'byte', unitDisplay: 'long' });
  return {
    /** `1,200` */
    number: format(language, {}, (n) => (Number.isInteger(n) ? n : Number.NaN)),
    /** `1.2` */
    oneDigit: one,
    /** `0.012 ms`, `1.5 s` */
    duration: (milliseconds: number): string =>
      milliseconds < 1000 ? `${two(milliseconds)} ms` : `${two(milliseconds / 1000)} s`,
    /** `5 bytes`, `1.2 kB`, `200 MB` */
    size(size: number): string {
      if (size < 1000) return bytes(size);
      return size < 1_000_000 ? `${one(size / 1000)} kB` : `${one(size / 1_000_000)} MB`;
    },
  };
}

/** What MessageFormat calls for a number in a message, in the place of its own. */
export const number = (language: string, value: number, offset: number): string =>
  formatsOf(language).number(value - offset);
