// The oracle in Pyodide, in Node, as a process of its own: node run-pyodide.mjs FILE
// Says {} when it is ready; for each line in, a count of runs, it answers one line: {"ms", "summary"}.

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
