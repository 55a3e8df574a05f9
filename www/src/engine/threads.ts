/** What only an input needs that is too big for the page's thread. */
export { WorkerEngine } from './worker-engine.ts';
export { WorkerHost } from './worker-host.ts';
