/** The worker's side: owns the wasm instance and the newest run, so that the page can ask about it later. */
import init, { editFlag, type LogLine, Run } from '../../pkg/pipeline_playground.js';
import { type EngineInput, LOG_PAGE, type Reply, type Report, type Request } from './protocol.ts';

declare const self: DedicatedWorkerGlobalScope;

/** Milliseconds between two progress messages: enough for a smooth bar, too few to slow the run. */
const PROGRESS_PAUSE = 50;

let newest: { id: number; run: Run } | undefined;

function reply(message: Reply): void {
  self.postMessage(message);
}

self.addEventListener('message', (event: MessageEvent<Request>) => {
  answer(event.data).catch((problem: unknown) => {
    reply({
      type: 'crashed',
      message: problem instanceof Error ? problem.message : String(problem),
    });
  });
});

async function answer(request: Request): Promise<void> {
  switch (request.type) {
    case 'start':
      return start(request.module);
    case 'run':
      return run(request.id, request.input);
    case 'editFlag': {
      const { id, text, stage, on } = request;
      return reply({ type: 'answer', id, answer: editFlag(text, stage, on) });
    }
    case 'logs': {
      const { id, offset, limit } = request;
      return reply({ type: 'answer', id, answer: logsOf(request.run, offset, limit) });
    }
  }
}

async function start(module: WebAssembly.Module): Promise<void> {
  try {
    await init({ module_or_path: module });
    reply({ type: 'ready' });
  } catch (problem) {
    reply({ type: 'failed', message: String(problem) });
  }
}

async function run(id: number, input: EngineInput): Promise<void> {
  let config: string | Uint8Array;
  try {
    config = typeof input === 'string' ? input : new Uint8Array(await input.arrayBuffer());
  } catch (problem) {
    return reply({ type: 'unreadable', id, message: String(problem) });
  }
  newest?.run.free();
  newest = undefined;
  const fresh = new Run(config, { onProgress: progressOf(id) });
  newest = { id, run: fresh };
  reply({ type: 'report', id, report: reportOf(fresh) });
}

function progressOf(id: number): (done: number, total: number) => void {
  let said = performance.now();
  return (done, total) => {
    const now = performance.now();
    if (now - said < PROGRESS_PAUSE) return;
    said = now;
    reply({ type: 'progress', id, done, total });
  };
}

function reportOf(run: Run): Report {
  const report: Report = { flags: {}, logCount: run.logCount, logs: run.logs(0, LOG_PAGE) };
  for (const { name, flag } of run.stages()) if (flag !== undefined) report.flags[name] = flag;
  if (run.error) report.error = run.error;
  if (run.summary && run.summaryText !== undefined) {
    report.summaryText = run.summaryText;
    report.recordsIn = run.summary.records_in;
    report.recordsOut = run.summary.records_out;
  }
  return report;
}

/** Nothing for a run that a newer one has replaced: its page is about to go as well. */
function logsOf(id: number, offset: number, limit: number): LogLine[] {
  return newest?.id === id ? newest.run.logs(offset, limit) : [];
}
