// Configs whose names, keys or ids would all have the same hash with the engine's former hash function, which had no
// key per table. With it, such a config took up to hundreds of times as long as an ordinary one.
//
// `crafted(kind, count)` and `ordinary(kind, count)` return configs that differ in nothing else, for each of KINDS.

const ODD = 0x9e3779b97f4a7c15n;
const FIRST_FACTOR = 0xff51afd7ed558ccdn;
const MASK = (1n << 64n) - 1n;

const encoder = new TextEncoder();

/** Eight characters as a 64-bit word, as the former hash function read them. */
const word = (text) =>
  encoder.encode(text).reduceRight((number, byte) => (number << 8n) | BigInt(byte), 0n);

const textOf = (number) =>
  String.fromCharCode(
    ...Array.from({ length: 8 }, (_, at) => Number((number >> BigInt(8 * at)) & 0xffn)),
  );

/** Whether a character needs no escape in JSON. */
const isPlain = (byte) => byte >= 0x20 && byte < 0x7f && byte !== 0x22 && byte !== 0x5c;

const areAllPlain = (number) => {
  for (let rest = number; rest; rest >>= 8n) if (!isPlain(Number(rest & 0xffn))) return false;
  return number >> 56n !== 0n;
};

const PLAIN = Array.from({ length: 128 }, (_, byte) => byte).filter(isPlain);

const mix = (hash, next) => {
  const product = ((hash ^ next) * ODD) & MASK;
  return ((product << 29n) | (product >> 35n)) & MASK;
};

/**
 * Texts of `prefix` and 16 more characters, all of which leave the former hash in the same state. The prefix consists
 * of whole words. `length` is that of the whole text, including a suffix.
 */
function* sameState(prefix, length) {
  const words = prefix.match(/.{8}/gs) ?? [];
  const before = words.reduce((hash, text) => mix(hash, word(text)), BigInt(length));
  // The upper half of the last word depends only on the lower bytes of the word before it, so search for these once.
  const target = word('~crafted');
  for (let seed = 0; ; seed += 1) {
    let low = 0n;
    for (let at = 0, rest = seed; at < 5; at += 1, rest = Math.floor(rest / PLAIN.length))
      low |= BigInt(PLAIN[(rest + 7 * at) % PLAIN.length]) << BigInt(8 * at);
    const sample = mix(before, low) ^ target;
    // Bits 32 to 63 depend only on bits 0 to 34 of the product.
    if (!areAllPlain((sample >> 32n) | (sample & ~0xffffffffn))) continue;
    for (const a of PLAIN)
      for (const b of PLAIN)
        for (const c of PLAIN) {
          const middle = low | (BigInt(a) << 40n) | (BigInt(b) << 48n) | (BigInt(c) << 56n);
          const last = mix(before, middle) ^ target;
          if (areAllPlain(last)) yield prefix + textOf(middle) + textOf(last);
        }
  }
}

/** Texts of 16 characters that all have the same former hash of short ids. */
function* sameShort() {
  // The lower half of the product must be the same for all, and so must `low`, which determines it.
  const low = 0x55aa5a2bn;
  const product = (low * FIRST_FACTOR) & MASK;
  const target = (product ^ word('abcdefgh')) & 0xffffffffn;
  for (const a of PLAIN)
    for (const b of PLAIN)
      for (const c of PLAIN)
        for (const d of PLAIN) {
          const high = ((d << 24) | (c << 16) | (b << 8) | a) >>> 0;
          const first = (Number(low) ^ (high >>> 1)) >>> 0;
          if (![0, 8, 16, 24].every((shift) => isPlain((first >>> shift) & 0xff))) continue;
          const whole = (BigInt(high) << 32n) | BigInt(first);
          const mixed = ((whole ^ (whole >> 33n)) * FIRST_FACTOR) & MASK;
          const last = (mixed ^ target) - 16n;
          if (last > 0n && areAllPlain(last)) yield textOf(whole) + textOf(last);
        }
}

function take(count, texts) {
  const taken = [];
  for (const text of texts) if (taken.push(text) === count) break;
  return taken;
}

const shuffled = (count, length) =>
  Array.from({ length: count }, (_, at) =>
    String((at * 7919) % 1_000_003)
      .padStart(8, 'x')
      .padEnd(length, '-'),
  );

const twoSources = (ids) => ({
  sources: {
    alpha: { records: ids.map((uid) => ({ uid, data: 1 })) },
    beta: { records: ids.map((identifier) => ({ identifier, payload: 1 })) },
  },
});

const named = (names, text) => Object.fromEntries(names.map((name) => [name + text, 1]));

/** By kind: colliding texts, the length of ordinary ones, and a function that makes a config of them. */
const KINDS_OF = {
  // Ids of 24 characters, by which reconcile groups.
  ids: [() => sameState('order: #', 24), 24, twoSources],
  // Ids of 16 characters, which are hashed as two words.
  'short ids': [sameShort, 16, twoSources],
  // The keys of one object. Their first and last eight characters are the same, to pass another check of keys too.
  keys: [() => sameState('a field ', 32), 24, (keys) => ({ other: named(keys, 'the same') })],
  // The names of required fields.
  required: [
    () => sameState('a field ', 24),
    24,
    (names) => ({ required_fields: names, sources: { gamma: { records: [{ id: 1, value: 2 }] } } }),
  ],
  // The names of a record's fields, if many fields are required.
  names: [
    () => sameState('a field ', 24),
    24,
    (names) => ({
      required_fields: shuffled(100, 12),
      sources: { gamma: { records: [{ id: 1, ...named(names, '') }] } },
    }),
  ],
  // Log lines, which a comparison of two runs pairs. A byte for the level follows each.
  log: [
    () =>
      sameState(
        'contract violation: (1) ',
        `contract violation: (1) ${'.'.repeat(16)} missing ['value'].`.length,
      ),
    20,
    (lines) => ({
      sources: { alpha: { records: lines.map((line) => ({ uid: line.slice(-20) })) } },
    }),
  ],
};

export const KINDS = Object.keys(KINDS_OF);

/** A config with texts that collide under the former hash. */
export function crafted(kind, count) {
  const [texts, , config] = KINDS_OF[kind];
  return JSON.stringify(config(take(count, texts())));
}

/** The same config with ordinary texts. */
export function ordinary(kind, count) {
  const [, length, config] = KINDS_OF[kind];
  return JSON.stringify(config(shuffled(count, length)));
}
