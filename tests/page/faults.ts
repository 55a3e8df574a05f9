/** Simulated faults: scripts that are prepended to the engine's own. Some affect only configs that contain `please`. */
import type { Page } from '@playwright/test';

/** A trap in the wasm, for a config with `please`. */
const TRAP = onRun(`if (please) throw new WebAssembly.RuntimeError('unreachable');`);

const FAULTS = {
  trap: TRAP,
  /** A run that never ends, for a config with `please`. */
  stall: onRun('if (please) for (;;);'),
  /** A worker that ends without a word, for a config with `please`. */
  closes: `{
    const read = Blob.prototype.arrayBuffer;
    Blob.prototype.arrayBuffer = async function () {
      const bytes = await read.call(this);
      if (!new TextDecoder().decode(bytes).includes('please')) return bytes;
      self.close();
      return new Promise(() => {});
    };
  }\n`,
  /** A file that is read for ever, by a worker that is alive. */
  neverRead: `Blob.prototype.arrayBuffer = () => new Promise(() => {});\n`,
  /** The error that the engine throws if there is not enough memory for a text, for a config with `please`. */
  noMemory: onRun(`if (please) throw new RangeError('no memory');`),
  /** A trap for a config with `please`, and not enough memory to run the pinned input again. */
  noMemoryForPinned: `${TRAP}${onRun(`if (comparing) throw new RangeError('no memory');`)}`,
  /** A trap for a config with `please`, after which the pinned file cannot be read any more. */
  pinnedGone: `${TRAP}
    addEventListener('message', ({ data }) => {
      if (data.type === 'compare')
        Blob.prototype.arrayBuffer = () =>
          Promise.reject(new DOMException('it has gone', 'NotReadableError'));
    });
  `,
  /** The first step of each stage takes 400 ms. */
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
    // Makes enough time pass between two steps for each to be reported.
    let now = 0;
    performance.now = () => (now += 1000);
  `,
};

/** A script that runs `fault` before each run. `please`: the config contains it. `comparing`: the config is pinned. */
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

/** Gives the fault to every worker that the page starts from now on. */
export async function tamper(page: Page, fault: keyof typeof FAULTS): Promise<void> {
  await page.route(/worker-.*\.js$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: FAULTS[fault] + (await response.text()) });
  });
}

/** Gives the fault to the engine on the page's own thread. Call it before the page is opened. */
export async function tamperWithPage(page: Page, fault: 'trap'): Promise<void> {
  await page.addInitScript(FAULTS[fault]);
}

/** A config with `please`, as a file, since files are run in a worker. */
export const please = (config = '{}') =>
  ['please.json', Buffer.from(config.replace('{', '{"please": 1, ').replace(', }', '}'))] as const;
