// The report of the benches: tables of times, ratios, first runs and memory, the growth, and which of the project's
// targets were reached.

import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { FRESH_SIZES } from './fresh.mjs';
import { digits, reader, suffixOf } from './numbers.mjs';
import { targets } from './targets.mjs';

const START = '<!-- bench:start -->';
const END = '<!-- bench:end -->';
const LABEL = 40; // Width of the labels in lists, in characters.

/** A table in Markdown. `cell(row, column)` returns a number, or undefined for an empty cell. */
function markdown(columns, rows, cell) {
  const line = (label, cells) => `| ${[label, ...cells].join(' | ')} |`.replace('|  |', '| |');
  return [
    line(
      '',
      columns.map(({ title }) => title),
    ),
    `|---|${columns.map(() => '--:|').join('')}`,
    ...rows.map((row) =>
      line(
        row.label,
        columns.map((column) => {
          const value = cell(row, column);
          return value === undefined ? '' : digits(value);
        }),
      ),
    ),
  ].join('\n');
}

/** The times of all contenders. */
function times({ sizes, contenders, results }) {
  const timed = contenders.filter(({ freshOnly }) => !freshOnly);
  const columns = sizes.map((size) =>
    size === 'sample'
      ? { size, title: 'sample, µs', factor: 1000 }
      : { size, title: `${size}, ms`, factor: 1 },
  );
  return markdown(columns, timed, ({ name }, { size, factor }) => results[size][name].ms * factor);
}

/** The time of each contender as a multiple of that of JSON.parse alone, both in Node or both in Chromium. */
function ratios(measured) {
  const { ms, ratio } = reader(measured);
  const timed = measured.contenders.filter(({ freshOnly }) => !freshOnly);
  const columns = measured.sizes.map((size) => ({ size, title: size }));
  return markdown(columns, timed, ({ name }, { size }) =>
    ratio(ms(name, size), ms(`parse${suffixOf(name)}`, size)),
  );
}

/** First runs in a fresh process, in milliseconds and as a multiple of JSON.parse's, and the memory after them. */
function firstRuns(measured) {
  const { first, ratio, memory } = reader(measured);
  const columns = FRESH_SIZES.filter((size) => measured.fresh[size]).flatMap((size) => [
    { title: `${size}, ms`, of: (name) => first(name, size) },
    {
      title: `× \`JSON.parse\``,
      of: (name) => ratio(first(name, size), first(`parse${suffixOf(name)}`, size)),
    },
    { title: 'wasm bytes per byte', of: (name) => memory(name, size) },
  ]);
  const rows = measured.contenders.filter(({ fresh }) => fresh);
  return columns.length === 0 ? '' : markdown(columns, rows, ({ name }, { of }) => of(name));
}

/** The exponent with which the time grows with the number of records. */
function growth(measured) {
  const { exponent } = reader(measured);
  const lines = measured.contenders
    .filter(({ name }) => exponent(name))
    .map(({ name, label }) => `  ${label.padEnd(LABEL)} ${digits(exponent(name))}`);
  return lines.join('\n') || '  (needs 1k and 1M)';
}

/** Crafted configs beside ordinary ones. */
function crafted({ pairs }) {
  if (pairs.length === 0) return '(not measured: wasm-string was not among the contenders)';
  const columns = [
    { title: 'crafted, ms', of: (pair) => pair.crafted },
    { title: 'ordinary, ms', of: (pair) => pair.ordinary },
    { title: 'ratio', of: (pair) => pair.crafted / pair.ordinary },
  ];
  const rows = pairs.map((pair) => ({ label: pair.name, ...pair }));
  return markdown(columns, rows, (pair, { of }) => of(pair));
}

/** Numbers with many digits, the contenders side by side. */
function longNumbers(measured) {
  const contenders = measured.contenders.filter(({ name }) => name in measured.longNumbers[0].ms);
  const columns = contenders.map(({ name, label }) => ({
    title: `${label}, ms`,
    of: ({ ms }) => ms[name],
  }));
  const rows = measured.longNumbers.map((row) => ({ label: row.name, ...row }));
  return markdown(columns, rows, (row, { of }) => of(row));
}

function conditions({ contenders, bytes, sizes, chromiumVersion }) {
  const hosts = [`Node ${process.versions.node}`];
  if (chromiumVersion && contenders.some(({ name }) => name.endsWith('-chromium')))
    hosts.push(`Chromium ${chromiumVersion}`);
  const megabytes = sizes
    .filter((size) => size !== 'sample')
    .map((size) => `${size} is ${digits(bytes[size] / 1e6)} MB`);
  return [
    `Medians of interleaved runs, from the config's text to the summary's, on ${cpus().length} cores, ${hosts.join(', ')}.`,
    megabytes.length > 0 ? `Records: ${megabytes.join(', ')}.` : '',
  ]
    .join(' ')
    .trim();
}

/** The part that also goes into the README. */
function tables(measured) {
  const first = firstRuns(measured);
  return [
    conditions(measured),
    times(measured),
    ...(first ? ['The first run in a fresh process, or in Chromium in a fresh page:', first] : []),
  ].join('\n\n');
}

export function report(measured) {
  const { missing, shared } = measured;
  return [
    tables(measured),
    'As a multiple of the time of `JSON.parse` alone:',
    ratios(measured),
    `The time grows with this power of the number of records, from 1k to 1M:\n${growth(measured)}`,
    'Crafted input beside ordinary input, engine in wasm, Node:',
    crafted(measured),
    'Timestamps with many digits, 20,000 records:',
    longNumbers(measured),
    ...(shared ? [`32 runs over one document of the sample, natively: ${digits(shared)} ms`] : []),
    `Targets:\n${targets(measured)}`,
    ...missing.map(({ label, missing: why }) => `NOT MEASURED: ${label}: ${why}`),
  ].join('\n\n');
}

/** Puts the tables between the two markers in the README. */
export function writeReadme(path, measured) {
  const text = readFileSync(path, 'utf8');
  const [start, end] = [text.indexOf(START), text.indexOf(END)];
  if (start < 0 || end < start) throw new Error(`README.md has no ${START} … ${END}`);
  const section = `${START}\n${tables(measured)}\n`;
  writeFileSync(path, text.slice(0, start) + section + text.slice(end));
}
