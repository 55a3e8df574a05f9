// Loads the shipped wasm package in Node: www/pkg, or the folder in the variable PACKAGE.

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const TESTS = fileURLToPath(new URL('..', import.meta.url));
/** The folder of the package. */
export const PACKAGE = resolve(process.env.PACKAGE ?? resolve(TESTS, '..', 'www', 'pkg'));

let instances = 0;

/** A new instance of the package: `Run`, `runPipeline`, `editFlag`, `editSetting`, and the wasm `memory`. */
export async function freshEngine() {
  const url = pathToFileURL(resolve(PACKAGE, 'pipeline_playground.js'));
  instances += 1;
  url.search = `?instance=${instances}`;
  const engine = await import(url.href);
  const module = readFileSync(resolve(PACKAGE, 'pipeline_playground_bg.wasm'));
  const { memory } = engine.initSync({ module });
  return { ...engine, memory };
}

export const { Run, runPipeline, editFlag, editSetting } = await freshEngine();

/** The clock's time when the conformance cases were recorded. */
export const CLOCK = 1700000000.25;

/** The cases of a conformance file. */
export function cases(name) {
  const lines = readFileSync(resolve(TESTS, 'conformance', `${name}.jsonl`), 'utf8').trimEnd();
  return lines.split('\n').map((line) => JSON.parse(line));
}
