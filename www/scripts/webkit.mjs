/** Drives WebKit, which Playwright can only do with a build of its own: GTK's MiniBrowser, over WebDriver. */
import { Builder, Key } from 'selenium-webdriver';
import { findFreePort } from 'selenium-webdriver/net/portprober.js';
import { DriverService } from 'selenium-webdriver/remote/index.js';

/** Starts a browser with nothing kept in it. It needs a display. */
export async function startWebKit() {
  const port = await findFreePort();
  const service = new DriverService('WebKitWebDriver', {
    port,
    args: [`--port=${port}`],
    loopback: true,
  });
  const address = await service.start();
  const driver = await new Builder()
    .usingServer(address)
    .withCapabilities({ browserName: 'MiniBrowser' })
    .build();
  await driver.manage().window().setRect({ x: 0, y: 0, width: 1280, height: 900 });
  const typed = (...keys) =>
    driver
      .actions()
      .sendKeys(...keys)
      .perform();
  return {
    /** @param {string} address */
    open: (address) => driver.get(address),
    /**
     * @param {string} script
     * @returns {Promise<any>}
     */
    run: (script) => driver.executeScript(script),
    /** @param {string} script */
    click: async (script) => (await driver.executeScript(script)).click(),
    /** @param {string} key */
    press: async (key) => {
      const name = key.replace('Control+', '');
      const value = Key[name.toUpperCase()] ?? name;
      if (name === key) return typed(value);
      await driver.actions().keyDown(Key.CONTROL).sendKeys(value).keyUp(Key.CONTROL).perform();
    },
    /** @param {string} text */
    type: (text) => typed(text),
    close: async () => {
      await driver.quit();
      await service.kill();
    },
  };
}
