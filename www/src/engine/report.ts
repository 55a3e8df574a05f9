/** A run and its report, as the page shows it at once. */
import type { Run } from '../../pkg/pipeline_playground.js';
import { LOG_PAGE, type Phase, type Report, type RunEnd, SOURCES } from './protocol.ts';

export type OnProgress = (done: number, total: number, phase: Phase) => void;

/** What to run. */
export interface Task {
  readonly id: number;
  readonly config: string | Uint8Array;
  /** The offset of the cursor, in UTF-16 units. */
  readonly caret: number;
  /** The time as seconds since 1970; absent: now. */
  readonly clock?: number;
  readonly onProgress?: OnProgress;
}

/** One of the engines, once it is loaded. */
export interface Loaded {
  readonly Run: typeof Run;
  readonly memory: WebAssembly.Memory;
}

/**
 * Runs a config. `use` takes the run, which it may keep or must free, and can add to the report. Throws after a trap in the
 * wasm, which no config should cause. Its memory cannot be trusted then.
 */
export function endOf(
  { id, config, clock = Date.now() / 1000, onProgress }: Task,
  { Run, memory }: Loaded,
  use: (run: Run, report: Report) => void,
): RunEnd {
  const began = performance.now();
  /** Until `use` has it. */
  let ran: Run | undefined;
  try {
    const run = new Run(config, { clock, ...(onProgress && { onProgress }) });
    ran = run;
    const took = performance.now() - began;
    const about = { clock, took, inputSize: config.length };
    const report = { ...about, ...reportOf(run), memory: memory.buffer.byteLength };
    ran = undefined;
    use(run, report);
    return { kind: 'report', run: id, report };
  } catch (problem) {
    if (!(problem instanceof RangeError)) throw problem;
    // There is no memory for its report.
    ran?.free();
    return { kind: 'tooLarge', size: config.length };
  }
}

function reportOf(run: Run): Omit<Report, 'clock' | 'took' | 'inputSize' | 'memory'> {
  const { summary, summaryText, error, settings, noReconciliation } = run;
  const stages = run.stages();
  const flags: Report['flags'] = {};
  for (const { name, flag } of stages) if (flag !== undefined) flags[name] = flag;
  return {
    stages,
    reachedStages: stages[0]?.state !== 'waiting',
    numbers: run.summaryNumbers,
    flags,
    sources: run.sources(0, SOURCES),
    sourceCount: run.sourceCount,
    unknownSourceCount: run.unknownSourceCount,
    recordCount: run.recordCount,
    reconciliationCount: run.reconciliationCount,
    logCount: run.logCount,
    logs: run.logs(0, LOG_PAGE),
    ...(error && { error }),
    ...(settings && { settings }),
    ...(noReconciliation && { noReconciliation }),
    ...(summary &&
      summaryText !== undefined && {
        summaryText,
        recordsIn: summary.records_in,
        recordsOut: summary.records_out,
      }),
  };
}
