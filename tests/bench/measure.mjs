// What the contenders in JavaScript do, and how a run is timed: the same in Node and in Chromium.
//
// No contender writes or even words its log lines, for nobody would read them: CPython and Pyodide run with a logger
// that is set to errors, the port without a log, and the engine is not asked for its lines. What is timed goes from the
// config's text (or bytes) to the summary's text.

import { runPipeline } from './port.mjs';

/** Contenders by name: each gets the config's bytes and the engine's `Run`, and returns a function that runs once. */
const CONTENDERS = {
  'wasm-bytes': (bytes, Run) => () => summarize(Run, bytes),
  'wasm-string': (bytes, Run) => {
    const text = decode(bytes);
    return () => summarize(Run, text);
  },
  // What a page does that opens a file and is typed into: both in one instance. Only its memory is of interest.
  'wasm-both': (bytes, Run) => {
    const text = decode(bytes);
    return () => {
      summarize(Run, text);
      return summarize(Run, bytes);
    };
  },
  // The floor: reading the text, and nothing else. It has no summary.
  parse: (bytes) => {
    const text = decode(bytes);
    return () => {
      JSON.parse(text);
      return null;
    };
  },
  port: (bytes) => {
    const text = decode(bytes);
    return () => runPipeline(text);
  },
};

const decode = (bytes) => new TextDecoder().decode(bytes);

function summarize(Run, config) {
  const run = new Run(config);
  const { summaryText } = run;
  run.free();
  return summaryText;
}

/**
 * A function that times `count` runs of a contender: the milliseconds of one, and what it answered.
 * `loadEngine` is only called for the contenders that are the engine; it gives `Run` and the wasm `memory`.
 */
export async function prepare(name, bytes, loadEngine) {
  const { Run, memory } = name.startsWith('wasm') ? await loadEngine() : {};
  const once = CONTENDERS[name](bytes, Run);
  return (count) => {
    let summary;
    const start = performance.now();
    for (let run = 0; run < count; run += 1) summary = once();
    const ms = (performance.now() - start) / count;
    return { ms, summary, memory: memory?.buffer.byteLength };
  };
}
