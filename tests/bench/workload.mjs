// Writes configs for the benches, with any number of records. The same number always gives the same records.
//
// The records are a mix of the course's two sources and two without an adapter. One in ten repeats an earlier record of
// its source, and one in twenty lacks a required value. Some have non-ASCII text, nested values or a timestamp. Sources
// share ids, with the same or with different values. A record takes about 93 bytes.
//
// JSON.parse must read the same numbers as Python, or the contenders could not agree. So there are no floats without a
// fraction and no integers beyond 2^53.

import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';

const NOW = 1_700_000_000;
const RECENT = 1000; // A repeated record is one of this many before it.
const REPEATED = 0.06; // Adapters drop fields, which makes nearly as many other records duplicates.
const CHUNK = 1 << 20; // Characters.

const WORDS = [
  'shipped',
  'pending',
  'delivered',
  'returned',
  'processing',
  'on hold',
  'cancelled',
  'paid',
];
const PLACES = ['Zürich', '東京', 'Αθήνα', 'Łódź', 'São Paulo', '😀 town', 'Reykjavík', 'Đà Nẵng'];

/** Random numbers in [0, 1), the same for the same seed (mulberry32). */
function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A function that returns random records of a source, with its field names. */
function source(idField, valueField, passesThrough, total, next) {
  const below = (limit) => Math.floor(next() * limit);
  const pick = (list) => list[below(list.length)];
  const amount = () => below(100_000) + pick([0.25, 0.5, 0.75, 0.1]);

  // Two thirds of the values depend only on the order, so that sources agree on them.
  function value(order) {
    const kind = next();
    if (kind < 0.66) return WORDS[order % WORDS.length];
    if (kind < 0.74) return pick(PLACES);
    if (kind < 0.82) return amount();
    if (kind < 0.88) return below(1_000_000);
    return {
      status: pick(WORDS),
      items: [below(100), amount(), { gift: next() < 0.5, note: null }],
    };
  }

  return () => {
    const record = {};
    const order = below(total / 2 + 1); // Half as many orders as records, so that most are in several sources.
    const kind = next();
    if (kind > 0.0125)
      record[idField] = kind < 0.025 ? null : `order_${String(order).padStart(7, '0')}`;
    if (kind < 0.9875) record[valueField] = kind > 0.975 ? null : value(order);
    if (passesThrough) {
      record.place = next() < 0.2 ? pick(PLACES) : 'Springfield';
      if (next() < 0.8) record.timestamp = NOW - below(1200) - (next() < 0.1 ? 0.5 : 0);
    } else {
      record.comment = next() < 0.1 ? `from ${pick(PLACES)}` : `batch ${below(1000)}; checked`;
    }
    return record;
  };
}

/** The pieces of the config's text. */
function* pieces(total) {
  const next = random(total);
  const names = ['alpha', 'beta', 'gamma', 'delta'];
  const share = Math.floor(total / names.length);
  yield `{"now": ${NOW}, "max_age_seconds": 600, "required_fields": ["id", "value"], "sources": {`;
  for (const [at, name] of names.entries()) {
    const fields = { alpha: ['uid', 'data', false], beta: ['identifier', 'payload', false] };
    const draw = source(...(fields[name] ?? ['id', 'value', true]), total, next);
    const recent = [];
    yield `${at ? ',\n' : '\n'}"${name}": {"records": [\n`;
    for (let index = 0; index < (at ? share : total - 3 * share); index += 1) {
      const repeated = index > 0 && next() < REPEATED;
      const text = repeated ? recent[Math.floor(next() * recent.length)] : spaced(draw());
      recent[index % RECENT] = text;
      yield index ? `,\n${text}` : text;
    }
    yield '\n]}';
  }
  yield '}, "flags": {"adapt": true, "cache": true, "validate": true, "freshness": true, "reconcile": true}}\n';
}

/** JSON with a space after each comma and colon, as json.dumps writes it. */
function spaced(value) {
  if (Array.isArray(value)) return `[${value.map(spaced).join(', ')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  return `{${Object.entries(value)
    .map(([key, inner]) => `${JSON.stringify(key)}: ${spaced(inner)}`)
    .join(', ')}}`;
}

/** Writes a config with `total` records to `path`, without keeping the whole text in memory. */
export async function writeWorkload(path, total) {
  const file = createWriteStream(path);
  let chunk = '';
  for (const piece of pieces(total)) {
    chunk += piece;
    if (chunk.length < CHUNK) continue;
    if (!file.write(chunk)) await once(file, 'drain');
    chunk = '';
  }
  file.end(chunk);
  await finished(file);
}
