/** Numbers are written as the browser would write them in each language, most of them without its formats. */
import { expect, test } from '@playwright/test';
import { formatsOf, number } from '../../../www/src/strings/format.ts';

/** Numbers of every size, those between two roundings, and those beside a thousand. */
function* numbers(): Generator<number> {
  for (let n = -20; n <= 1200; n++) yield* [n, n / 20, n / 1000, n + 0.25];
  for (const n of [999.94, 999.95, 999.96, 99.5, 9.95, 0.0005, 0.00051, 1e-7, -0, -0.04]) yield n;
  for (let n = 1e-5; n < 1e13; n *= 1.37) yield* [n, Math.round(n)];
}

for (const language of ['en', 'es', 'de'])
  test(`in ${language}`, () => {
    const formats = formatsOf(language);
    const by = (options: Intl.NumberFormatOptions) => {
      const format = new Intl.NumberFormat(language, options);
      return (n: number) => format.format(n);
    };
    const [whole, one, two] = [
      by({}),
      by({ maximumFractionDigits: 1 }),
      by({ maximumSignificantDigits: 2 }),
    ];
    const written = Array.from(numbers(), (n) => [
      formats.number(n),
      number(language, n + 1, 1),
      formats.oneDigit(n),
      formats.duration(n),
    ]);
    const wanted = Array.from(numbers(), (n) => [
      whole(n),
      whole(n + 1 - 1),
      one(n),
      n < 1000 ? `${two(n)} ms` : `${two(n / 1000)} s`,
    ]);
    expect(written).toEqual(wanted);
  });
