// What the benches tell: the table of times, ratios, growth, memory, and the project's targets as reached or not.

import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';

const START = '<!-- bench:start -->';
const END = '<!-- bench:end -->';
const LABEL = 40; // characters that labels take in lists
const HOSTS = [
  { host: 'Node', suffix: '' },
  { host: 'Chromium', suffix: '-chromium' },
];

/** Three digits that matter. */
const digits = (number) => (number >= 100 ? number.toFixed(0) : number.toPrecision(3));
const times = (ratio) => `${digits(ratio)}×`;

/** Lookups in what was measured; undefined where it was not. */
function reader({ results, bytes }) {
  const ms = (name, size) => results[size]?.[name]?.ms;
  const ratio = (a, b) => (a === undefined || b === undefined ? undefined : a / b);
  return {
    ms,
    ratio,
    memory: (name, size) => ratio(results[size]?.[name]?.memory, bytes[size]),
  };
}

function table({ sizes, contenders, results }) {
  const columns = sizes.map((size) => (size === 'sample' ? 'sample, µs' : `${size}, ms`));
  const cell = (name, size) => digits(results[size][name].ms * (size === 'sample' ? 1000 : 1));
  return [
    `| | ${columns.join(' | ')} |`,
    `|---|${columns.map(() => '--:|').join('')}`,
    ...contenders.map(
      ({ name, label }) => `| ${label} | ${sizes.map((size) => cell(name, size)).join(' | ')} |`,
    ),
  ].join('\n');
}

/** How many times the engine's time from bytes, and JSON.parse's, each takes; both in Chromium for one in Chromium. */
function ratios(measured) {
  const { ms, ratio } = reader(measured);
  const rows = measured.contenders.map(({ name, label }) => {
    const suffix = name.endsWith('-chromium') ? '-chromium' : '';
    const cells = measured.sizes.map((size) =>
      ['wasm-bytes', 'parse']
        .map((base) => {
          const value = ratio(ms(name, size), ms(`${base}${suffix}`, size));
          return (value === undefined ? '–' : digits(value)).padStart(6);
        })
        .join(' /'),
    );
    return `  ${label.padEnd(LABEL)} ${cells.join('   ')}`;
  });
  return [
    `  ${''.padEnd(LABEL)} ${measured.sizes.map((size) => size.padStart(14)).join('   ')}`,
    ...rows,
  ].join('\n');
}

/** By how much the time grows when the records grow tenfold. */
function growth(measured) {
  const { ms } = reader(measured);
  const steps = growthSteps(measured.sizes);
  if (steps.length === 0) return '  (needs two sizes of which one is ten times the other)';
  const of = (name) =>
    steps
      .map(([from, to]) => `${from} to ${to} ${times(ms(name, to) / ms(name, from))}`)
      .join(', ');
  return measured.contenders
    .map(({ name, label }) => `  ${label.padEnd(LABEL)} ${of(name)}`)
    .join('\n');
}

function growthSteps(sizes) {
  const tenfold = [
    ['1k', '10k'],
    ['10k', '100k'],
    ['100k', '1M'],
  ];
  return tenfold.filter((step) => step.every((size) => sizes.includes(size)));
}

/** The project's targets: what each measures, in which direction, and how far. */
function targets(measured) {
  const { ms, ratio, memory } = reader(measured);
  const lines = [];
  const say = (what, value, reached, unit) => {
    const verdict =
      value === undefined
        ? 'not measured'
        : `${reached(value) ? 'reached' : 'NOT REACHED'}: ${digits(value)}${unit}`;
    lines.push(`  ${what.padEnd(66)} ${verdict}`);
  };
  for (const { host, suffix } of HOSTS) {
    const engine = ms(`wasm-bytes${suffix}`, '100k');
    const atLeast = (factor) => (value) => value >= factor;
    const atMost = (limit) => (value) => value <= limit;
    say(
      `${host}: at least 15 times faster than Pyodide at 100k`,
      ratio(ms('pyodide', '100k'), engine),
      atLeast(15),
      '×',
    );
    say(
      `${host}: at least 10 times faster than CPython at 100k`,
      ratio(ms('cpython', '100k'), engine),
      atLeast(10),
      '×',
    );
    say(
      `${host}: at least 8 times faster than the JavaScript port at 100k`,
      ratio(ms(`port${suffix}`, '100k'), engine),
      atLeast(8),
      '×',
    );
    say(
      `${host}: at most 2 times JSON.parse alone at 100k`,
      ratio(engine, ms(`parse${suffix}`, '100k')),
      atMost(2),
      '×',
    );
    say(
      `${host}: at most 4.5 bytes of wasm memory for an input byte at 1M`,
      memory(`wasm-bytes${suffix}`, '1M'),
      atMost(4.5),
      '',
    );
    const sample = ms(`wasm-string${suffix}`, 'sample');
    say(
      `${host}: the sample within 30 µs, from a string to a string`,
      sample && sample * 1000,
      atMost(30),
      ' µs',
    );
    for (const [from, to] of growthSteps(measured.sizes)) {
      const grown = ratio(ms(`wasm-bytes${suffix}`, to), ms(`wasm-bytes${suffix}`, from));
      say(`${host}: time grows by at most 12 from ${from} to ${to}`, grown, atMost(12), '×');
    }
  }
  return lines.join('\n');
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

export function report(measured) {
  const { missing, results } = measured;
  const memories = Object.entries(results).flatMap(([size, byName]) =>
    Object.entries(byName)
      .filter(([, { memory }]) => memory)
      .map(
        ([name, { memory }]) =>
          `  ${size.padEnd(6)} ${name.padEnd(22)} ${(memory / 1e6).toFixed(1)} MB, ${digits(memory / measured.bytes[size])} for each input byte`,
      ),
  );
  return [
    conditions(measured),
    '',
    table(measured),
    '',
    'Ratios: how many times the time of the engine from bytes / of JSON.parse alone',
    ratios(measured),
    '',
    'Growth for ten times the records',
    growth(measured),
    '',
    'Memory of a fresh wasm instance after one run',
    memories.join('\n') || '  (no engine was measured)',
    '',
    'Targets',
    targets(measured),
    ...missing.map(({ label, missing: why }) => `\nNOT MEASURED: ${label}: ${why}`),
  ].join('\n');
}

/** Puts the table between the two marks in the README. */
export function writeReadme(path, measured) {
  const text = readFileSync(path, 'utf8');
  const [start, end] = [text.indexOf(START), text.indexOf(END)];
  if (start < 0 || end < start) throw new Error(`README.md has no ${START} … ${END}`);
  const section = `${START}\n${conditions(measured)}\n\n${table(measured)}\n`;
  writeFileSync(path, text.slice(0, start) + section + text.slice(end));
}
