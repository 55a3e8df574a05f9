/** What the tests do in another way in Firefox, or not at all, since Playwright drives it by another protocol. */
import { readFileSync } from 'node:fs';
import { type Page as Browser, expect, test } from '@playwright/test';
import type { Playground } from './page.ts';

/**
 * Inserts a text at the cursor at once. In Firefox it is pasted: what Playwright does there changes the elements of the
 * editor behind its back.
 */
export async function insertText(page: Browser, text: string): Promise<void> {
  if (!isFirefox(page)) return page.keyboard.insertText(text);
  await page.evaluate((text) => navigator.clipboard.writeText(text), text);
  await page.keyboard.press('Control+v');
}

/**
 * Expects that the browser itself complained about a file that it could not load, which it may have tried more than once,
 * and that there is no other complaint. Playwright is not told what Firefox says about it.
 */
export function expectNotLoaded(page: Browser, complaints: string[]): void {
  const kinds = [...new Set(complaints.splice(0))];
  expect(kinds).toEqual(isFirefox(page) ? [] : [expect.stringContaining('503')]);
}

/** Presses a button that saves a file. Returns the file's name and what is in it. */
export async function savedFile(playground: Playground, button: string) {
  test.skip(isFirefox(playground.browser), 'Playwright is not told of downloads by Firefox.');
  const download = playground.browser.waitForEvent('download');
  await playground.button(button).click();
  const file = await download;
  return [file.suggestedFilename(), readFileSync(await file.path())] as const;
}

/** The button that loads a part of the page again. Firefox loads it only with the page. */
export const againIn = (page: Browser): string =>
  isFirefox(page) ? 'Reload the page' : 'Try again';

/** Has the page find these preferences when it is opened. */
export async function keepBefore(page: Browser, preferences: object): Promise<void> {
  await page.addInitScript((kept) => {
    // A page that is not opened yet has no storage.
    if (location.protocol === 'http:') localStorage.setItem('pipeline-playground', kept);
  }, JSON.stringify(preferences));
}

/** Lets a test read the clipboard. Firefox does so by itself. */
export async function allowClipboard(page: Browser): Promise<void> {
  if (!isFirefox(page))
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
}

/** Has the page see another medium or preference than that of the machine. */
export async function emulateMedia(
  page: Browser,
  media: Parameters<Browser['emulateMedia']>[0],
): Promise<void> {
  test.skip(isFirefox(page), 'Playwright emulates no media in Firefox.');
  await page.emulateMedia(media);
}

/** Goes back in the history, also where Firefox does not tell Playwright that it is there. */
export async function goBack(page: Browser): Promise<void> {
  if (!isFirefox(page)) await page.goBack();
  else await page.evaluate(() => history.back());
}

/** What only Firefox says: about what it asks for on its own, and about files that tests make fail to load. */
export const FIREFOX_SAYS = /favicon\.ico|^Loading (?:Worker|module) from /;

export const isFirefox = (page: Browser): boolean =>
  page.context().browser()?.browserType().name() === 'firefox';
