// What was measured, as numbers to be told.

export const HOSTS = [
  { host: 'Node', suffix: '' },
  { host: 'Chromium', suffix: '-chromium' },
];

/** Three digits that matter. */
export const digits = (number) => (number >= 100 ? number.toFixed(0) : number.toPrecision(3));

/** Of a contender's name, what says where it runs. */
export const suffixOf = (name) => (name.endsWith('-chromium') ? '-chromium' : '');

/** Lookups in what was measured; undefined where it was not. */
export function reader({ results, fresh, bytes }) {
  const ms = (name, size) => results[size]?.[name]?.ms;
  const ratio = (a, b) => (a === undefined || b === undefined ? undefined : a / b);
  const grown = (name) => ratio(ms(name, '1M'), ms(name, '1k'));
  return {
    ms,
    ratio,
    /** Milliseconds of the first run in a fresh process. */
    first: (name, size) => fresh[size]?.[name]?.ms,
    /** Bytes of wasm memory after that, for each byte of the input. */
    memory: (name, size) => ratio(fresh[size]?.[name]?.memory, bytes[size]),
    /** What power of the number of records the time grows with, from 1k to 1M. */
    exponent: (name) => grown(name) && Math.log(grown(name)) / Math.log(1000),
  };
}
