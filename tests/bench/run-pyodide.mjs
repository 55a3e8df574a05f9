// Runs the oracle in Pyodide, in its own Node process: node run-pyodide.mjs FILE
// Prints {} when it is ready. Answers each input line, a count of runs, with one line: {"ms", "summary"}.

import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { loadPyodide } from 'pyodide';

const pyodide = await loadPyodide();
for (const [folder, file] of [
  ['oracle', 'pipeline.py'],
  ['bench', 'run_python.py'],
]) {
  pyodide.FS.mkdirTree(`/tests/${folder}`);
  pyodide.FS.writeFile(
    `/tests/${folder}/${file}`,
    readFileSync(new URL(`../${folder}/${file}`, import.meta.url)),
  );
}
pyodide.FS.writeFile('/config.json', readFileSync(process.argv[2]));
const measure = pyodide.runPython(`
import sys
sys.path.insert(0, "/tests/bench")
from run_python import measure
with open("/config.json", encoding="utf-8") as file:
    text = file.read()
lambda count: measure(text, count)
`);
pyodide.FS.unlink('/config.json');
console.log('{}');
for await (const line of createInterface({ input: process.stdin }))
  console.log(measure(Number(line)));
