/**
 * Makes a second engine of the built package, for a summary by itself: the same code without what only other views ask
 * for, which is a third of it. `pkg/summary_engine.js` is its script.
 */
import { readFile, writeFile } from 'node:fs/promises';
import binaryen from 'binaryen';

/** What it can be asked for, of all that the package exports. What is not listed here and is no function stays. */
const KEPT = [
  'editFlag',
  'run_error',
  'run_logCount',
  'run_logs',
  'run_new',
  'run_noReconciliation',
  'run_reconciliationCount',
  'run_recordCount',
  'run_settings',
  'run_sourceCount',
  'run_sources',
  'run_stages',
  'run_summary',
  'run_summaryNumbers',
  'run_summaryText',
  'run_unknownSourceCount',
];
/** The functions for users, by the names that wasm-bindgen gives them. */
const ASKED = /^(?:run|comparison)_|^__wbg_comparison_|^edit|^runPipeline$/;

const pkg = (name) => new URL(`../pkg/${name}`, import.meta.url);

const whole = binaryen.readBinary(await readFile(pkg('pipeline_playground_bg.wasm')));
const names = Array.from(
  { length: whole.getNumExports() },
  (_, i) => binaryen.getExportInfo(whole.getExportByIndex(i)).name,
);
for (const name of KEPT) if (!names.includes(name)) throw new Error(`the package has no ${name}`);
for (const name of names) if (ASKED.test(name) && !KEPT.includes(name)) whole.removeExport(name);
whole.runPasses(['remove-unused-module-elements']);
await writeFile(pkg('summary_engine_bg.wasm'), whole.emitBinary());

const script = await readFile(pkg('pipeline_playground.js'), 'utf8');
const [before, after, ...more] = script.split(
  "new URL('pipeline_playground_bg.wasm', import.meta.url)",
);
if (after === undefined || more.length) throw new Error('the script does not look as expected');
await writeFile(pkg('summary_engine.js'), `${before}undefined${after}`);
await writeFile(
  pkg('summary_engine.d.ts'),
  "export { editFlag, initCompiled, Run } from './pipeline_playground.js';\n",
);
