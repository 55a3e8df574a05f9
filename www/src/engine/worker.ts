/** The worker: a session for each element of the page, for inputs that are too big for the page's thread. */
import type { Phase, Reply, Request, WorkerMessage } from './protocol.ts';
import { read, Session } from './session.ts';

declare const self: DedicatedWorkerGlobalScope;

/** The least time between two progress messages, in milliseconds: a smooth bar that does not slow the run. */
const PROGRESS_PAUSE = 50;

let module: WebAssembly.Module;
const sessions = new Map<number, Session>();

function reply(message: Reply): void {
  self.postMessage(message);
}

/** Requests are handled one at a time: while a file is read, the next request waits. */
let turn = Promise.resolve();

self.addEventListener('message', ({ data }: MessageEvent<WorkerMessage>) => {
  if (data.type === 'ping') {
    // At once, also while a file is being read.
    reply({ type: 'alive' });
    return;
  }
  turn = turn
    .then(() => (data.type === 'start' ? start(data.module) : handle(data)))
    .catch((problem: unknown) => {
      reply({
        type: 'crashed',
        client: 'client' in data ? data.client : Number.NaN,
        message: problem instanceof Error ? problem.message : String(problem),
      });
    });
});

async function start(compiled: WebAssembly.Module): Promise<void> {
  try {
    module = compiled;
    await Session.start(module);
    reply({ type: 'ready' });
  } catch (problem) {
    reply({ type: 'failed', message: String(problem) });
  }
}

async function handle(message: Exclude<WorkerMessage, { type: 'start' | 'ping' }>): Promise<void> {
  const { client } = message;
  if (message.type === 'leave') {
    sessions.get(client)?.end();
    sessions.delete(client);
    return;
  }
  const session = sessions.get(client) ?? (await Session.start(module));
  sessions.set(client, session);
  if (message.type === 'run') return run(session, client, message);
  reply({ type: 'answer', client, id: message.id, answer: await session.answer(message, alive) });
}

async function run(
  session: Session,
  client: number,
  { type: _, input, ...task }: Request & { type: 'run' },
): Promise<void> {
  const { id } = task;
  let config: string | Uint8Array;
  try {
    if (typeof input !== 'string')
      reply({ type: 'progress', client, id, phase: 'file', done: 0, total: 0 });
    config = await read(input);
  } catch (problem) {
    const end = { kind: 'unreadable', message: String(problem) } as const;
    return reply({ type: 'end', client, id, end });
  }
  const end = session.run({ ...task, config, onProgress: progressOf(client, id) });
  reply({ type: 'end', client, id, end });
}

type Progress = (done: number, total: number, phase: Phase) => void;

const progressOf = (client: number, id: number): Progress =>
  atTimes((done, total, phase) => reply({ type: 'progress', client, id, phase, done, total }));

/** For a pinned input that is run again: nothing is shown of that. */
const alive = atTimes(() => reply({ type: 'alive' }));

/** Calls `report` with a pause between two calls. */
function atTimes(report: Progress): Progress {
  let reported = performance.now();
  return (...progress) => {
    const now = performance.now();
    if (now - reported < PROGRESS_PAUSE) return;
    reported = now;
    report(...progress);
  };
}
