// Derives the reported numbers from the measurements.

export const HOSTS = [
  { host: 'Node', suffix: '' },
  { host: 'Chromium', suffix: '-chromium' },
];

/** A number with three significant digits. */
export const digits = (number) => (number >= 100 ? number.toFixed(0) : number.toPrecision(3));

/** The suffix of a contender's name, which says where it runs. */
export const suffixOf = (name) => (name.endsWith('-chromium') ? '-chromium' : '');

/** Functions that look up measurements. They return undefined if something was not measured. */
export function reader({ results, fresh, bytes }) {
  const ms = (name, size) => results[size]?.[name]?.ms;
  const ratio = (a, b) => (a === undefined || b === undefined ? undefined : a / b);
  const grown = (name) => ratio(ms(name, '1M'), ms(name, '1k'));
  return {
    ms,
    ratio,
    /** Milliseconds of the first run in a fresh process. */
    first: (name, size) => fresh[size]?.[name]?.ms,
    /** Bytes of wasm memory after that run, per byte of the input. */
    memory: (name, size) => ratio(fresh[size]?.[name]?.memory, bytes[size]),
    /** The exponent with which the time grows with the number of records, from 1k to 1M. */
    exponent: (name) => grown(name) && Math.log(grown(name)) / Math.log(1000),
  };
}
