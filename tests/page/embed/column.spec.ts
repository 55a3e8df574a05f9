/** A tag in a column of about the width at which the config and the results are side by side. */
import { caseNamed } from '../conformance.ts';
import { expect, sample, test } from '../page.ts';
import { openHost, tag } from './host.ts';

const course = caseNamed('course_sample').summary ?? '';

test('the config has room below the stages', async ({ page, complaints: _ }) => {
  for (const width of [698, 702, 704, 712]) {
    const column = `<div class="column">${tag('', sample)}</div>`;
    const head = `<style>.column { inline-size: ${width}px }</style>`;
    const playground = await openHost(page, column, { head });
    await playground.expectSummary(course);
    // Narrower, the config is a tab.
    if (width < 704) await playground.show('Config');
    const height = async () =>
      (await playground.root.locator('.cm-scroller').boundingBox())?.height;
    await expect.poll(height, `${width} px`).toBeGreaterThan(150);
  }
});
