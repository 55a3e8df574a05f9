// The project's targets: what each measures, and its limit.

import { digits, HOSTS, reader } from './numbers.mjs';

const WHAT = 72; // Width of a target's description, in characters.

const atLeast = (limit) => ({ reached: (value) => value >= limit });
const atMost = (limit) => ({ reached: (value) => value <= limit });

/** A line for each target: reached, not reached or not measured. */
export function targets(measured) {
  const lines = [];
  const say = (what, value, { reached }, unit = '×') => {
    const verdict =
      value === undefined
        ? 'not measured'
        : `${reached(value) ? 'reached' : 'NOT REACHED'}: ${digits(value)}${unit}`;
    lines.push(`  ${what.padEnd(WHAT)} ${verdict}`);
  };
  for (const host of HOSTS) sayOfHost(measured, host, say);
  const { shared, pairs } = measured;
  say('32 runs over one document of the sample, natively, within 1 ms', shared, atMost(1), ' ms');
  for (const { name, crafted, ordinary } of pairs ?? []) {
    say(`crafted input at most 2 times ordinary input: ${name}`, crafted / ordinary, atMost(2));
  }
  return lines.join('\n');
}

function sayOfHost(measured, { host, suffix }, say) {
  const { ms, ratio, first, memory, exponent } = reader(measured);
  const engine = (size) => ms(`wasm-bytes${suffix}`, size);
  const string = (size) => ms(`wasm-string${suffix}`, size);
  const parse = (size) => ms(`parse${suffix}`, size);
  const firstRatio = (size) =>
    ratio(first(`wasm-bytes${suffix}`, size), first(`parse${suffix}`, size));

  say(
    `${host}: at most 1.4 times JSON.parse at 100k`,
    ratio(engine('100k'), parse('100k')),
    atMost(1.4),
  );
  say(
    `${host}: at most 1.8 times JSON.parse at 100k, from a string`,
    ratio(string('100k'), parse('100k')),
    atMost(1.8),
  );
  say(`${host}: at most 0.8 times JSON.parse at 1M`, ratio(engine('1M'), parse('1M')), atMost(0.8));
  say(
    `${host}: first run at most 2 times JSON.parse's first at 100k`,
    firstRatio('100k'),
    atMost(2),
  );
  say(
    `${host}: first run at most 1.2 times JSON.parse's first at 1M`,
    firstRatio('1M'),
    atMost(1.2),
  );
  say(
    `${host}: at least 25 times faster than Pyodide at 100k`,
    ratio(ms('pyodide', '100k'), engine('100k')),
    atLeast(25),
  );
  say(
    `${host}: at least 18 times faster than CPython at 100k`,
    ratio(ms('cpython', '100k'), engine('100k')),
    atLeast(18),
  );
  say(
    `${host}: at least 12 times faster than the JavaScript port at 100k`,
    ratio(ms(`port${suffix}`, '100k'), engine('100k')),
    atLeast(12),
  );
  say(
    `${host}: at most 3.1 bytes of wasm memory per input byte at 1M`,
    memory(`wasm-bytes${suffix}`, '1M'),
    atMost(3.1),
    '',
  );
  say(
    `${host}: a run from bytes after one from a string does not grow the memory`,
    ratio(memory(`wasm-both${suffix}`, '1M'), memory(`wasm-string${suffix}`, '1M')),
    atMost(1),
  );
  say(
    `${host}: growth from 1k to 1M with an exponent of at most 1.1`,
    exponent(`wasm-bytes${suffix}`),
    atMost(1.1),
    '',
  );
  const sample = string('sample');
  say(
    `${host}: the sample within 30 µs, from a string to a string`,
    sample && sample * 1000,
    atMost(30),
    ' µs',
  );
}
