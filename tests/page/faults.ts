/** Machines on which things go wrong: scripts that go before the engine's own. */
import type { Page } from '@playwright/test';

/** What wasm does when it meets the unreachable; only at a config that says please. */
const TRAP = onRun(`if (please) throw new WebAssembly.RuntimeError('unreachable');`);

const FAULTS = {
  trap: TRAP,
  /** A run that never ends; only of a config that says please. */
  stall: onRun('if (please) for (;;);'),
  /** What the engine throws for a text that there is no memory for; only at a config that says please. */
  noMemory: onRun(`if (please) throw new RangeError('no memory');`),
  /** A trap, and later no memory for the pinned input. */
  noMemoryForPinned: `${TRAP}${onRun(`if (comparing) throw new RangeError('no memory');`)}`,
  /** A trap, and later the pinned file has gone. */
  pinnedGone: `${TRAP}
    addEventListener('message', ({ data }) => {
      if (data.type === 'compare')
        Blob.prototype.arrayBuffer = () =>
          Promise.reject(new DOMException('it has gone', 'NotReadableError'));
    });
  `,
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

/** A script that runs before each run of the engine, and sees whether its config says please, or is the pinned one. */
function onRun(fault: string): string {
  return `{
    let comparing = false;
    const instantiate = WebAssembly.instantiate;
    WebAssembly.instantiate = async (...given) => {
      const instance = await instantiate(...given);
      const exports = { ...instance.exports };
      const { run_new } = exports;
      exports.run_new = (...given) => {
        const bytes = given.find((one) => one instanceof Uint8Array);
        const text = bytes ? new TextDecoder().decode(bytes) : given.find((one) => one.length);
        const please = text.includes('please');
        ${fault}
        return run_new(...given);
      };
      return Object.create(WebAssembly.Instance.prototype, { exports: { value: exports } });
    };
    addEventListener('message', ({ data }) => (comparing = data.type === 'compare'));
  }\n`;
}

/** Every worker that the page starts from now on has the fault. */
export async function tamper(page: Page, fault: keyof typeof FAULTS): Promise<void> {
  await page.route(/worker-.*\.js$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: FAULTS[fault] + (await response.text()) });
  });
}

/** The engine on the page's own thread has the fault, once the page is opened. */
export async function tamperWithPage(page: Page, fault: 'trap'): Promise<void> {
  await page.addInitScript(FAULTS[fault]);
}

/** A config that says please, as a file: files are run in a worker. */
export const please = (config = '{}') =>
  ['please.json', Buffer.from(config.replace('{', '{"please": 1, ').replace(', }', '}'))] as const;
