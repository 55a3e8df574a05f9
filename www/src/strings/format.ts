/** How a language writes numbers. */

/** Call once for each language: creating the formats takes longer than formatting all numbers of a page. */
export function formatsOf(locale: string) {
  const whole = new Intl.NumberFormat(locale);
  const oneDigit = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const twoDigits = new Intl.NumberFormat(locale, { maximumSignificantDigits: 2 });
  const plurals = new Intl.PluralRules(locale);
  const number = (n: number): string => whole.format(n);
  return {
    /** `1,200` */
    number,
    /** `1.2` */
    oneDigit: (n: number): string => oneDigit.format(n),
    /** `1 record`, `2 records`, `1,200 records`. */
    count: (n: number, one: string, many: string): string =>
      `${number(n)} ${plurals.select(n) === 'one' ? one : many}`,
    /** `0.012 ms`, `1.5 s` */
    duration(milliseconds: number): string {
      const [value, unit] = milliseconds < 1000 ? [milliseconds, 'ms'] : [milliseconds / 1000, 's'];
      return `${twoDigits.format(value)} ${unit}`;
    },
  };
}
