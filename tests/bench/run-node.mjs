// Runs a contender in Node, in its own process: node run-node.mjs CONTENDER FILE [PACKAGE]
// Prints {} when it is ready. Answers each input line, a count of runs, with one line: {"ms", "summary", "memory"}.

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

// A plain Uint8Array with its own memory, like in a page, not a Buffer.
const measure = await prepare(name, new Uint8Array(readFileSync(file)), loadEngine);
console.log('{}');
for await (const line of createInterface({ input: process.stdin })) {
  console.log(JSON.stringify(measure(Number(line))));
}
