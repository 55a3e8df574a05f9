/**
 * Makes the built package say what is wrong when it is used before `init`, or when a run is used after `free`. What
 * wasm-bindgen generates fails there too, but with words about `undefined` and null pointers.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const file = fileURLToPath(new URL('../pkg/pipeline_playground.js', import.meta.url));
let text = await readFile(file, 'utf8');

/** Replaces each occurrence of what wasm-bindgen has written, of which there are `count`. */
function replace(old, by, count) {
  const parts = text.split(old);
  if (parts.length !== count + 1) throw new Error(`the package has not ${count} of: ${old}`);
  text = parts.join(by);
}

replace(
  'let wasmModule, wasmInstance, wasm;',
  `const notReady = new Proxy({}, {
    get() {
        throw new Error('the engine is not ready: call init() first and await it');
    }
});
let wasmModule, wasmInstance, wasm = notReady;`,
  1,
);
replace('if (wasm !== undefined) return wasm;', 'if (wasm !== notReady) return wasm;', 2);

text += `
for (const type of [Run, Comparison]) {
    Object.defineProperty(type.prototype, '__wbg_ptr', {
        get() {
            if (!this.pointer) throw new Error('it was freed, and can no longer be used');
            return this.pointer;
        },
        set(pointer) {
            Object.defineProperty(this, 'pointer', { value: pointer, configurable: true });
        }
    });
}
`;
await writeFile(file, text);
