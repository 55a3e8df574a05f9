/** The worker's side: owns the wasm instance, the newest run and the pinned one, so that the page can ask about them. */
import init, {
  type Comparison,
  editFlag,
  editSetting,
  type RecordDetail,
  Run,
} from '../../pkg/pipeline_playground.js';
import {
  type ComparisonReport,
  type EngineInput,
  LOG_PAGE,
  type Phase,
  type PinnedInput,
  type PinnedProblem,
  type Question,
  type Reply,
  type Report,
  type Request,
} from './protocol.ts';

declare const self: DedicatedWorkerGlobalScope;

/** Milliseconds between two progress messages: enough for a smooth bar, too few to slow the run. */
const PROGRESS_PAUSE = 50;

interface Kept {
  readonly id: number;
  readonly run: Run;
}

let memory: WebAssembly.Memory | undefined;
let newest: Kept | undefined;
let pinned: Kept | undefined;
/** Of the newest run with the pinned one. */
let comparison: Comparison | undefined;

function reply(message: Reply): void {
  self.postMessage(message);
}

/** One request after the other: while a file is read, the next one waits. */
let turn = Promise.resolve();

self.addEventListener('message', (event: MessageEvent<Request>) => {
  turn = turn
    .then(() => handle(event.data))
    .catch((problem: unknown) => {
      reply({
        type: 'crashed',
        message: problem instanceof Error ? problem.message : String(problem),
      });
    });
});

async function handle(request: Request): Promise<void> {
  switch (request.type) {
    case 'start':
      return start(request.module);
    case 'run':
      return run(request);
    default:
      return reply({ type: 'answer', id: request.id, answer: await answer(request) });
  }
}

async function start(module: WebAssembly.Module): Promise<void> {
  try {
    ({ memory } = await init({ module_or_path: module }));
    reply({ type: 'ready' });
  } catch (problem) {
    reply({ type: 'failed', message: String(problem) });
  }
}

async function run({ id, input, caret }: Request & { type: 'run' }): Promise<void> {
  let config: string | Uint8Array;
  try {
    config = await read(input, id);
  } catch (problem) {
    return reply({ type: 'unreadable', id, message: String(problem) });
  }
  forget();
  const clock = Date.now() / 1000;
  const began = performance.now();
  try {
    const fresh = new Run(config, { clock, onProgress: progressOf(id) });
    const took = performance.now() - began;
    newest = { id, run: fresh };
    const inputSize = typeof input === 'string' ? input.length : input.size;
    reply({ type: 'report', id, report: reportOf(fresh, caret, { clock, took, inputSize }) });
  } catch (problem) {
    if (!(problem instanceof RangeError)) throw problem;
    reply({ type: 'tooLarge', id, size: config.length });
  }
}

/** The newest run makes room for the next one. */
function forget(): void {
  const old = newest;
  newest = undefined;
  forgetComparison();
  freeUnlessKept(old);
}

/** Pins another run, or none. */
function pin(run: Kept | undefined): undefined {
  const old = pinned;
  pinned = run;
  forgetComparison();
  freeUnlessKept(old);
}

function forgetComparison(): void {
  comparison?.free();
  comparison = undefined;
}

/** One run may be the newest and the pinned one. */
function freeUnlessKept(kept: Kept | undefined): void {
  if (kept && kept !== newest && kept !== pinned) kept.run.free();
}

async function read(input: EngineInput, id?: number): Promise<string | Uint8Array> {
  if (typeof input === 'string') return input;
  if (id !== undefined) reply({ type: 'progress', id, phase: 'file', done: 0, total: 0 });
  return new Uint8Array(await input.arrayBuffer());
}

function progressOf(id: number): (done: number, total: number, phase: Phase) => void {
  let said = performance.now();
  return (done, total, phase) => {
    const now = performance.now();
    if (now - said < PROGRESS_PAUSE) return;
    said = now;
    reply({ type: 'progress', id, phase, done, total });
  };
}

function reportOf(
  run: Run,
  caret: number,
  about: { clock: number; took: number; inputSize: number },
): Report {
  const { summary, summaryText, error, settings } = run;
  const stages = run.stages();
  const report: Report = {
    ...about,
    stages,
    numbers: run.summaryNumbers,
    flags: {},
    sources: run.sources(),
    recordCount: run.recordCount,
    reconciliationCount: run.reconciliationCount,
    logCount: run.logCount,
    logs: run.logs(0, LOG_PAGE),
    memory: memory?.buffer.byteLength ?? 0,
  };
  for (const { name, flag } of stages) if (flag !== undefined) report.flags[name] = flag;
  const record = recordAt(run, caret);
  if (record) report.record = record;
  if (error) report.error = error;
  if (settings) report.settings = settings;
  if (summary && summaryText !== undefined) {
    report.summaryText = summaryText;
    report.recordsIn = summary.records_in;
    report.recordsOut = summary.records_out;
  }
  return report;
}

/** Nothing for a run that a newer one has replaced: its page is about to go as well. */
async function answer(question: Question) {
  switch (question.type) {
    case 'editFlag':
      return editFlag(question.text, question.stage, question.on);
    case 'editSetting':
      return settingEdit(question);
    case 'unpin':
      return pin(undefined);
  }
  if (newest?.id !== question.run) return undefined;
  const { run } = newest;
  switch (question.type) {
    case 'recordAt':
      return recordAt(run, question.offset);
    case 'pin':
      return pin(newest);
    case 'compare':
      return compare(newest, question.pinned);
    case 'comparedRecords':
      return comparison?.records(...question.given);
    case 'comparedLogs':
      return comparison?.logs(...question.given);
    default: {
      // The name and the arguments belong together, by the type of the question; TypeScript cannot see that of a union.
      const method = run[question.type] as (...given: unknown[]) => unknown;
      return method.apply(run, question.given) as never;
    }
  }
}

function settingEdit({ text, key, value }: Extract<Question, { type: 'editSetting' }>) {
  try {
    return editSetting(text, key, value);
  } catch (problem) {
    if (problem instanceof TypeError) return 'refused';
    throw problem;
  }
}

function recordAt(run: Run, offset: number): RecordDetail | undefined {
  const position = run.recordAt(offset);
  return position === undefined ? undefined : run.record(position);
}

async function compare(
  { run }: Kept,
  wanted: PinnedInput,
): Promise<ComparisonReport | PinnedProblem> {
  const before = pinned?.id === wanted.id ? pinned : await runAgain(wanted);
  if (typeof before === 'string') return before;
  pin(before);
  comparison = run.compare(before.run);
  const { summary, error, recordCount, logCount } = comparison;
  return { summary, error, recordCount, logCount };
}

/** A pinned input whose run went with an older worker. */
async function runAgain({ id, input, clock }: PinnedInput): Promise<Kept | PinnedProblem> {
  let config: string | Uint8Array;
  try {
    config = await read(input);
  } catch {
    return 'unreadable';
  }
  try {
    return { id, run: new Run(config, { clock }) };
  } catch (problem) {
    if (problem instanceof RangeError) return 'tooLarge';
    throw problem;
  }
}
