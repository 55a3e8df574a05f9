/** Makes answers slow: until they are released, which shows that an older one does not replace anything newer. */
import type { Page } from '@playwright/test';

declare global {
  interface Window {
    held: (() => void)[];
  }
}

/** Holds back the files at these addresses, until the returned function is called. */
export async function holdBack(page: Page, addresses: string | RegExp): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(addresses, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

/** Holds back the bytes of files whose names begin with `slow`. */
export function holdFiles(page: Page): Promise<void> {
  return page.evaluate(() => {
    window.held = [];
    File.prototype.slice = function (...range) {
      const part = Blob.prototype.slice.apply(this, range);
      if (!this.name.startsWith('slow')) return part;
      part.arrayBuffer = async () => {
        await new Promise<void>((release) => window.held.push(release));
        return Blob.prototype.arrayBuffer.call(part);
      };
      return part;
    };
  });
}

/** Holds back the first question of this type to the worker. */
export function holdQuestion(page: Page, type: string): Promise<void> {
  return page.evaluate((type) => {
    window.held = [];
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (message: { type: string }) {
      const send = () => post.call(this, message);
      if (message.type !== type || window.held.length > 0) send();
      else window.held.push(send);
    };
  }, type);
}

/** Holds back what waits for the next frame. */
export function holdFrames(page: Page): Promise<void> {
  return page.evaluate(() => {
    window.held = [];
    const request = window.requestAnimationFrame;
    window.requestAnimationFrame = (act) =>
      window.held.push(() => {
        window.requestAnimationFrame = request;
        act(performance.now());
      });
  });
}

/** Waits until something is held back. */
export async function untilHeld(page: Page): Promise<void> {
  await page.waitForFunction(() => window.held.length > 0);
}

/** Lets go of what was held back, and waits until it would have had its effect. */
export async function release(page: Page): Promise<void> {
  await untilHeld(page);
  await page.evaluate(async () => {
    for (const release of window.held) release();
    await new Promise((resolve) => setTimeout(resolve, 300));
  });
}
