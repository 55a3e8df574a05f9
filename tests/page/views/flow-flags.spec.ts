/** The checkboxes and `flags` in the text always agree. */
import { caseNamed } from '../conformance.ts';
import { expect, sample, test } from '../page.ts';

const STAGES = ['adapt', 'cache', 'validate', 'freshness', 'reconcile'];

for (const stage of STAGES) {
  test(`flipping ${stage} edits one word of the text`, async ({ playground }) => {
    const flag = playground.flag(stage);
    await expect(flag).toBeChecked();
    await flag.click();
    await expect(flag).not.toBeChecked();
    await playground.expectText(sample.replace(`"${stage}": true`, `"${stage}": false`));
    await playground.expectSummary(caseNamed(`only_${stage}_off`).summary ?? '');
    await expect(playground.status).toContainText(`${stage} switched off. `);

    await flag.click();
    await expect(flag).toBeChecked();
    await playground.expectText(sample);
    await playground.expectSummary(caseNamed('course_sample').summary ?? '');
  });

  test(`${stage} alone, with the other four switched off`, async ({ playground }) => {
    for (const other of STAGES) if (other !== stage) await playground.flag(other).click();
    await playground.expectSummary(caseNamed(`only_${stage}_on`).summary ?? '');
    await expect(playground.flag(stage)).toBeChecked();
  });
}

test('flips in quick succession all take effect', async ({ playground }) => {
  await playground.browser.evaluate(() => {
    const root = document
      .querySelector('pipeline-playground')
      ?.shadowRoot?.querySelector('pp-playground')?.shadowRoot;
    const boxes = root?.querySelector('pp-flow')?.shadowRoot?.querySelectorAll('input') ?? [];
    for (const box of boxes) box.click();
    boxes[1]?.click();
  });
  let expected = sample;
  for (const stage of STAGES)
    if (stage !== 'cache') expected = expected.replace(`"${stage}": true`, `"${stage}": false`);
  await playground.expectText(expected);
  await expect(playground.flag('adapt')).not.toBeChecked();
  await expect(playground.flag('cache')).toBeChecked();
});

test('a flag changed in the text changes its checkbox', async ({ playground }) => {
  await playground.fill(sample.replace('"validate": true', '"validate": 0.0'));
  await expect(playground.flag('validate')).not.toBeChecked();
  await expect(playground.flag('cache')).toBeChecked();
  // Python's truth, not JavaScript's: an empty list is false, the text "false" is true.
  await playground.fill(sample.replace('"validate": true', '"validate": "false"'));
  await expect(playground.flag('validate')).toBeChecked();
  await playground.fill(sample.replace('"validate": true', '"validate": []'));
  await expect(playground.flag('validate')).not.toBeChecked();
});

test('flipping adds an absent flag, or absent flags', async ({ playground }) => {
  await playground.fill('{"flags": {"adapt": false}}');
  await playground.flag('cache').click();
  await playground.expectText('{"flags": {"adapt": false, "cache": false}}');
  await playground.fill('{}');
  await playground.flag('freshness').click();
  await expect(playground.summary).not.toContainText('"freshness"');
  expect(JSON.parse(await playground.text())).toEqual({ flags: { freshness: false } });
});

test('a flip keeps the cursor and can be undone', async ({ playground }) => {
  await playground.editor.getByText('"order_002", "data"').click();
  await playground.browser.keyboard.press('Home');
  await playground.flag('cache').click();
  await expect(playground.flag('cache')).toBeFocused();
  await playground.editor.focus();
  await playground.browser.keyboard.type(' ');
  await playground.expectText(
    sample
      .replace('        {"uid": "order_002"', '         {"uid": "order_002"')
      .replace('"cache": true', '"cache": false'),
  );
  await playground.browser.keyboard.press('Control+z');
  await playground.browser.keyboard.press('Control+z');
  await playground.expectText(sample);
  await expect(playground.flag('cache')).toBeChecked();
});

test('if the text is broken, the checkboxes keep their state and say why', async ({
  playground,
}) => {
  await playground.flag('reconcile').click();
  await expect(playground.flag('reconcile')).not.toBeChecked();
  const broken = `${sample}]`;
  await playground.fill(broken);
  const cache = playground.flag('cache');
  await expect(cache).toHaveAttribute('aria-disabled', 'true');
  await expect(cache).toBeChecked();
  await expect(playground.flag('reconcile')).not.toBeChecked();
  // `force`, since Playwright waits for a disabled checkbox to be enabled, while a learner can click it.
  await cache.click({ force: true });
  await expect(cache).toBeChecked();
  // It is not unchecked even for a moment.
  expect(await cache.evaluate((box: HTMLInputElement) => [box.click(), box.checked][1])).toBe(true);
  await playground.expectText(broken);
  await expect(playground.status).toContainText('cannot be read right now');
  await playground.fill('{"flags": null}');
  await expect(playground.exception).toContainText("'NoneType' object has no attribute 'get'");
  await expect(cache).toHaveAttribute('aria-disabled', 'true');
  await playground.fill('{}');
  await expect(cache).toHaveAttribute('aria-disabled', 'false');
});
