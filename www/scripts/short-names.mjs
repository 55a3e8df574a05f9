/**
 * Gives what the wasm imports short names. Those that wasm-bindgen gives end in a hash each, and a browser loads each
 * twice: with the wasm and with its script. They are names between these two only.
 */
import { readFile, writeFile } from 'node:fs/promises';

const IMPORTS = 2;
const FUNCTION = 0;
const MODULE = './pipeline_playground_bg.js';

const pkg = (name) => new URL(`../pkg/${name}`, import.meta.url);
const wasm = await readFile(pkg('pipeline_playground_bg.wasm'));
let script = await readFile(pkg('pipeline_playground.js'), 'utf8');
let at = 8;

/** Reads a number in WebAssembly's encoding of whole numbers, LEB128. */
function number() {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = wasm[at++];
    value += (byte & 127) << shift;
    if (byte < 128) return value;
  }
}

function name() {
  const length = number();
  at += length;
  return wasm.toString('utf8', at - length, at);
}

/** Writes what `number` reads. */
const written = (value) => (value < 128 ? [value] : [(value & 127) | 128, ...written(value >>> 7)]);

const named = (text) => [...written(text.length), ...Buffer.from(text)];

/** Replaces what stands once in the script. */
function replace(old, by) {
  const parts = script.split(old);
  if (parts.length !== 2) throw new Error(`the script has not once: ${old}`);
  script = parts.join(by);
}

/** The section of imports, which begins at `at`, with short names there and in the script. */
function shortened() {
  const count = number();
  const section = written(count);
  replace(`"${MODULE}"`, 'i');
  for (let i = 0; i < count; i += 1) {
    const [from, what, kind] = [name(), name(), wasm[at++]];
    if (from !== MODULE || kind !== FUNCTION)
      throw new Error(`${from} ${what} is no function of it`);
    const short = `f${i.toString(36)}`;
    replace(`${what}: function(`, `${short}: function(`);
    section.push(...named('i'), ...named(short), FUNCTION, ...written(number()));
  }
  return section;
}

const parts = [wasm.subarray(0, at)];
while (at < wasm.length) {
  const from = at;
  const section = wasm[at++];
  const size = number();
  const end = at + size;
  if (section === IMPORTS) {
    const imports = shortened();
    parts.push(Buffer.from([IMPORTS, ...written(imports.length), ...imports]));
  } else parts.push(wasm.subarray(from, end));
  at = end;
}
await writeFile(pkg('pipeline_playground_bg.wasm'), Buffer.concat(parts));
await writeFile(pkg('pipeline_playground.js'), script);
