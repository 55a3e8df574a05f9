/** The engine in Node.js, Deno and Bun: the wasm is read from beside this file. */
import { readFile } from 'node:fs/promises';
import initEngine from './pipeline_playground.js';

export * from './pipeline_playground.js';

const WASM = new URL('./pipeline_playground_bg.wasm', import.meta.url);

/** The bytes, if it is the address of a file, which Node.js does not fetch. */
async function bytesOf(given) {
  const wasm = await given;
  const isFile = (typeof wasm === 'string' || wasm instanceof URL) && /^file:/i.test(wasm);
  return isFile ? readFile(new URL(wasm)) : wasm;
}

export default async function init(given = WASM) {
  return initEngine({ module_or_path: await bytesOf(given.module_or_path ?? given) });
}

let loading;

export function load(wasm) {
  loading ??= init(wasm).catch((problem) => {
    loading = undefined;
    throw problem;
  });
  return loading.then(() => {});
}
