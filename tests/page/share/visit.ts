/** Opens the whole page by links. */
import type { Page } from '@playwright/test';
import { linkOf } from '../links/codec.ts';
import { Playground, withSample } from '../page.ts';

/** A link with this config, and with what is open, in the codes of the first version. */
export const linkTo = (config: string | undefined, open: object = {}): string =>
  config === undefined
    ? linkOf(JSON.stringify(open))
    : linkOf(JSON.stringify(open), JSON.stringify(config));

/** Opens the page by a link, as a press on one in another page does. The learner's text is the course's sample. */
export async function visit(page: Page, link: string): Promise<Playground> {
  await withSample(page);
  await page.goto(`./#${link}`);
  return new Playground(page);
}

/** Puts a link into the address of the open page. */
export const paste = (page: Page, link: string): Promise<void> =>
  page.evaluate((link) => {
    location.hash = link;
  }, link);

export const hashOf = (page: Page): string => new URL(page.url()).hash;
