// The contenders, how to start each, and which cannot run on this machine and why.

import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { findChromium } from '../../www/scripts/page.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const BENCH = join(ROOT, 'tests', 'bench');
const NATIVE = join(ROOT, 'target', 'release', 'examples', 'native_bench');
/** The wasm package. The variable PACKAGE can name another build of it. */
const ENGINE = process.env.PACKAGE ?? join(ROOT, 'www', 'pkg');
const OLDEST_PYTHON = 11;
const PYTHONS = ['python3.13', 'python3.14', 'python3.12', 'python3.11', 'python3', 'python'];

/** The folders that are served to Chromium. */
export const FOLDERS = { bench: BENCH, engine: ENGINE };

/**
 * A process that reads lines with a count of runs, and answers each with a line {"ms", "summary"}. It first prints {}.
 * `eachLineIsOneRun` is for the native binary, which runs once per line, whatever the line says, and prints no {}.
 */
async function lineProcess(command, args, eachLineIsOneRun = false) {
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  async function answer() {
    const { value, done } = await lines.next();
    if (done) throw new Error(`${command} ${args.join(' ')}: exited without an answer`);
    return JSON.parse(value);
  }
  if (!eachLineIsOneRun) await answer();
  return {
    async measure(count) {
      if (!eachLineIsOneRun) {
        child.stdin.write(`${count}\n`);
        return answer();
      }
      let last;
      let total = 0;
      for (let run = 0; run < count; run += 1) {
        child.stdin.write('1\n');
        last = await answer();
        total += last.ms;
      }
      return { ...last, ms: total / count };
    },
    stop: () => child.kill(),
  };
}

const inNode = (name) => (file) =>
  lineProcess(process.execPath, [
    '--max-old-space-size=8192',
    join(BENCH, 'run-node.mjs'),
    name,
    file,
    ENGINE,
  ]);

/** A native process that reads a config once and runs over it `runs` times for each line. */
export const shareDocument = (file, runs) => lineProcess(NATIVE, [file, String(runs)], true);

/** The command and version of the first Python that is new enough. The variable PYTHON can name one. */
function findPython() {
  for (const command of process.env.PYTHON ? [process.env.PYTHON] : PYTHONS) {
    try {
      const code = 'import platform, sys; print(sys.version_info[1], platform.python_version())';
      const [minor, version] = execFileSync(command, ['-c', code], { stdio: 'pipe' })
        .toString()
        .trim()
        .split(' ');
      if (Number(minor) >= OLDEST_PYTHON) return { command, version };
    } catch {
      // It does not exist or does not run: try the next name.
    }
  }
  return undefined;
}

/**
 * All contenders: `name`, `label`, `slow`, `missing` (why it cannot run here), `fresh` (its first run is measured too),
 * `freshOnly` (nothing else is measured), and `start(file, browser)`, which returns `measure(count)` and `stop()`.
 */
export function findContenders() {
  const python = findPython();
  const chromium = findChromium();
  const noEngine = existsSync(join(ENGINE, 'pipeline_playground_bg.wasm'))
    ? undefined
    : 'the wasm package is not built (make build)';
  const noChromium = chromium ? undefined : 'no Chromium on PATH (CHROMIUM=… names one)';
  const browsers = (name) => (_file, browser) => browser.start(name);

  const contenders = [
    {
      name: 'wasm-bytes',
      fresh: true,
      label: 'engine in wasm, from bytes, Node',
      start: inNode('wasm-bytes'),
      missing: noEngine,
    },
    {
      name: 'wasm-bytes-chromium',
      fresh: true,
      label: 'engine in wasm, from bytes, Chromium',
      start: browsers('wasm-bytes'),
      missing: noEngine ?? noChromium,
    },
    {
      name: 'wasm-string',
      fresh: true,
      label: 'engine in wasm, from a string, Node',
      start: inNode('wasm-string'),
      missing: noEngine,
    },
    {
      name: 'wasm-string-chromium',
      fresh: true,
      label: 'engine in wasm, from a string, Chromium',
      start: browsers('wasm-string'),
      missing: noEngine ?? noChromium,
    },
    {
      name: 'wasm-both',
      fresh: true,
      freshOnly: true,
      label: 'engine in wasm, from a string and then from bytes, Node',
      start: inNode('wasm-both'),
      missing: noEngine,
    },
    {
      name: 'wasm-both-chromium',
      fresh: true,
      freshOnly: true,
      label: 'engine in wasm, from a string and then from bytes, Chromium',
      start: browsers('wasm-both'),
      missing: noEngine ?? noChromium,
    },
    {
      name: 'native',
      label: 'engine, native',
      start: (file) => lineProcess(NATIVE, [file], true),
      missing: existsSync(NATIVE)
        ? undefined
        : 'not built (cargo build --release --example native_bench)',
    },
    { name: 'parse', fresh: true, label: '`JSON.parse` alone, Node', start: inNode('parse') },
    {
      name: 'parse-chromium',
      fresh: true,
      label: '`JSON.parse` alone, Chromium',
      start: browsers('parse'),
      missing: noChromium,
    },
    { name: 'port', label: 'JavaScript port, Node', start: inNode('port') },
    {
      name: 'port-chromium',
      label: 'JavaScript port, Chromium',
      start: browsers('port'),
      missing: noChromium,
    },
    {
      name: 'cpython',
      label: `CPython ${python?.version ?? ''}`.trim(),
      slow: true,
      start: (file) => lineProcess(python.command, [join(BENCH, 'run_python.py'), file]),
      missing: python
        ? undefined
        : `no Python from 3.${OLDEST_PYTHON} on PATH (PYTHON=… names one)`,
    },
    {
      name: 'pyodide',
      label: 'Pyodide, Node',
      slow: true,
      start: (file) => lineProcess(process.execPath, [join(BENCH, 'run-pyodide.mjs'), file]),
    },
  ];
  return { contenders, chromium };
}
