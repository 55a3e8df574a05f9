/** Machines on which things go wrong: scripts that go before the worker's own. */
import type { Page } from '@playwright/test';

/** The config that is run says please. */
const PLEASE = `request.type === 'run' && String(request.input).includes('please')`;
const TRAP = `if (${PLEASE}) throw new WebAssembly.RuntimeError('unreachable');`;

const FAULTS = {
  /** What wasm does when it meets the unreachable; only at a config that says please. */
  trap: onRun(TRAP),
  /** A run that never ends; only of a config that says please. */
  stall: onRun(`if (${PLEASE}) for (;;);`),
  /** What the engine throws for a text that there is no memory for; only at a config that says please. */
  noMemory: onRun(`if (${PLEASE}) throw new RangeError('no memory');`),
  /** A trap, and later no memory for the pinned input. */
  noMemoryForPinned: onRun(`
    ${TRAP}
    if (request.type === 'compare') throw new RangeError('no memory');
  `),
  /** A trap, and later the pinned file has gone. */
  pinnedGone: onRun(
    TRAP,
    `
    if (request.type === 'compare')
      Blob.prototype.arrayBuffer = () =>
        Promise.reject(new DOMException('it has gone', 'NotReadableError'));
  `,
  ),
  /** A machine on which the first step of each stage takes four tenths of a second. */
  slow: `
    const begun = new Set();
    const post = self.postMessage.bind(self);
    self.postMessage = (message) => {
      post(message);
      if (message.type !== 'progress' || begun.has(message.phase)) return;
      begun.add(message.phase);
      const end = Date.now() + 400;
      while (Date.now() < end);
    };
    // Every step is late enough to be told.
    let now = 0;
    performance.now = () => (now += 1000);
  `,
};

/** Scripts that see the newest `request`: before each run, and when the request comes. */
function onRun(fault: string, onRequest = ''): string {
  return `{
    let request = {};
    const instantiate = WebAssembly.instantiate;
    WebAssembly.instantiate = async (...given) => {
      const instance = await instantiate(...given);
      const exports = { ...instance.exports };
      const { run_new } = exports;
      exports.run_new = (...them) => {
        ${fault}
        return run_new(...them);
      };
      return Object.create(WebAssembly.Instance.prototype, { exports: { value: exports } });
    };
    addEventListener('message', ({ data }) => {
      request = data;
      ${onRequest}
    });
  }\n`;
}

/** Every worker that the page starts from now on has the fault. */
export async function tamper(page: Page, fault: keyof typeof FAULTS): Promise<void> {
  await page.route(/worker-.*\.js$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: FAULTS[fault] + (await response.text()) });
  });
}
