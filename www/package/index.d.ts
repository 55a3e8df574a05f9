import type { InitInput } from './pipeline_playground.js';

export * from './pipeline_playground.js';
export { default } from './pipeline_playground.js';

/**
 * Loads the engine. Everything else may be used once that is done. It can be called many times, and loads it once.
 *
 * It finds the wasm by itself in Node.js, Deno and Bun, in browsers, and where a bundler understands
 * `new URL('./file', import.meta.url)`. Elsewhere give it the wasm: its address, its bytes, or the compiled module.
 */
export declare function load(wasm?: InitInput | Promise<InitInput>): Promise<void>;
