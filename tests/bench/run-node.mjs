// A contender in Node, as a process of its own: node run-node.mjs CONTENDER FILE [PACKAGE]
// Says {} when it is ready; for each line in, a count of runs, it answers one line: {"ms", "summary", "memory"}.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { prepare } from './measure.mjs';

const [, , name, file, engine] = process.argv;

async function loadEngine() {
  const { initSync, Run } = await import(pathToFileURL(join(engine, 'pipeline_playground.js')));
  const { memory } = initSync({
    module: readFileSync(join(engine, 'pipeline_playground_bg.wasm')),
  });
  return { Run, memory };
}

// Bytes of their own, not a Buffer: what a page has.
const measure = await prepare(name, new Uint8Array(readFileSync(file)), loadEngine);
console.log('{}');
for await (const line of createInterface({ input: process.stdin })) {
  console.log(JSON.stringify(measure(Number(line))));
}
