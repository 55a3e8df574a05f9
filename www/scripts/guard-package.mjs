/**
 * Makes the built package say what is wrong when it is used before it is loaded, or when a run is used after `free`.
 * What wasm-bindgen generates fails there too, but with words about `undefined` and null pointers. And gives it types
 * that need none of a browser, and not TypeScript's newest library. And a smaller function that loads it.
 */
import { readFile, writeFile } from 'node:fs/promises';

const script = new URL('../pkg/pipeline_playground.js', import.meta.url);
const types = new URL('../pkg/pipeline_playground.d.ts', import.meta.url);
let text = await readFile(script, 'utf8');

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
        throw new Error('the engine is not ready: call load() first and await it');
    }
});
let wasmModule, wasmInstance, wasm = notReady;`,
  1,
);
replace('if (wasm !== undefined) return wasm;', 'if (wasm !== notReady) return wasm;', 2);

text += `
export async function initCompiled(module) {
    if (wasm === notReady) {
        const instance = await WebAssembly.instantiate(module, __wbg_get_imports());
        // Another call may have come first. There must be one instance.
        if (wasm === notReady) __wbg_finalize_init(instance, module);
    }
    return wasm;
}

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
await writeFile(script, text);

text = await readFile(types, 'utf8');
const [reports, loading] = text.split(/^export type InitInput = [\s\S]*/m);
if (loading === undefined) throw new Error('the package has no types for its loading');
await writeFile(
  types,
  `/// <reference lib="esnext.disposable" />
${reports}type Global = typeof globalThis;

type One<Class> = Class extends abstract new (...given: never) => infer Made ? Made : never;

/** What a global class makes, where there is this class. */
type Of<Name extends string> = Global extends { [_ in Name]: infer Class } ? One<Class> : never;

type OfWasm<Name extends string> = Global extends { WebAssembly: { [_ in Name]: infer Class } } ? One<Class> : never;

/** The bytes of the wasm, or the compiled \`WebAssembly.Module\`. */
export type SyncInitInput = ArrayBuffer | ArrayBufferView | OfWasm<'Module'>;

/** The address of the wasm, the response with it, or what \`SyncInitInput\` says. */
export type InitInput = string | Of<'URL'> | Of<'Request'> | Of<'Response'> | SyncInitInput;

export interface InitOutput {
    /** The engine's \`WebAssembly.Memory\`. */
    readonly memory: [OfWasm<'Memory'>] extends [never] ? { readonly buffer: ArrayBuffer | SharedArrayBuffer } : OfWasm<'Memory'>;
}

/**
 * Loads the engine from the bytes or the compiled module, at once.
 */
export function initSync(module: { module: SyncInitInput }): InitOutput;

/**
 * Loads the engine from the compiled module. In a bundle, this is smaller than the default function, which can do more.
 */
export function initCompiled(module: OfWasm<'Module'>): Promise<InitOutput>;

/**
 * Loads the engine.
 */
export default function init(module_or_path?: { module_or_path: InitInput | Promise<InitInput> }): Promise<InitOutput>;
`,
);
