/** The worker's side: a session for inputs that are too big for the page's thread. */
import type { Phase, Reply, Request } from './protocol.ts';
import { read, Session } from './session.ts';

declare const self: DedicatedWorkerGlobalScope;

/** Milliseconds between two progress messages: short enough for a smooth bar, long enough not to slow the run. */
const PROGRESS_PAUSE = 50;

let session: Session;

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
      return reply({ type: 'answer', id: request.id, answer: await session.answer(request) });
  }
}

async function start(module: WebAssembly.Module): Promise<void> {
  try {
    session = await Session.start(module);
    reply({ type: 'ready' });
  } catch (problem) {
    reply({ type: 'failed', message: String(problem) });
  }
}

async function run({ id, input, caret }: Request & { type: 'run' }): Promise<void> {
  let config: string | Uint8Array;
  try {
    if (typeof input !== 'string')
      reply({ type: 'progress', id, phase: 'file', done: 0, total: 0 });
    config = await read(input);
  } catch (problem) {
    return reply({ type: 'end', id, end: { kind: 'unreadable', message: String(problem) } });
  }
  const end = session.run({ id, config, caret, onProgress: progressOf(id) });
  reply({ type: 'end', id, end });
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
