/** The engine in Node: what Python says to a text. */
import type { RunError } from '../../../www/pkg/pipeline_playground.js';

const engine = import('../../package/engine.mjs');

/** The exception, if the text cannot be read. What is raised after reading is none here. */
export async function syntaxError(text: string): Promise<RunError | undefined> {
  const { Run } = await engine;
  const run = new Run(text);
  const { error } = run;
  run.free();
  return error && (/^json\.|^memory/.test(error.cause) ? error : undefined);
}
