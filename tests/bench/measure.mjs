// The contenders in JavaScript, and how a run is timed, in Node and in Chromium.
//
// No contender writes or formats its log lines: CPython and Pyodide run with a logger that is set to errors, the port
// without a log, and the engine is not asked for its lines. The time is from the config's text (or bytes) to the
// summary's text.

import { runPipeline } from './port.mjs';

/** By name: takes the config's bytes and the engine's `Run`, and returns a function that runs once. */
const CONTENDERS = {
  'wasm-bytes': (bytes, Run) => () => summarize(Run, bytes),
  'wasm-string': (bytes, Run) => {
    const text = decode(bytes);
    return () => summarize(Run, text);
  },
  // Both in one instance, like a page where a file is opened and text is typed. Only its memory matters.
  'wasm-both': (bytes, Run) => {
    const text = decode(bytes);
    return () => {
      summarize(Run, text);
      return summarize(Run, bytes);
    };
  },
  // The lower bound: only reads the text. It gives no summary.
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
 * Returns a function that makes `count` runs of a contender, and returns the milliseconds per run and the summary.
 * `loadEngine` is called only for the engine's contenders. It returns `Run` and the wasm `memory`.
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
