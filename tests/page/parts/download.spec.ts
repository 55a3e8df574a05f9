/** The results as files. */
import { caseNamed } from '../conformance.ts';
import { expect, type Playground, savedFile, test } from '../page.ts';

/** Presses a button that saves a file. Returns the file's name and text. */
async function saved(playground: Playground, button: string): Promise<[string, string]> {
  const [name, bytes] = await savedFile(playground, button);
  return [name, bytes.toString()];
}

test('the summary, as the course’s program writes it', async ({ playground }) => {
  expect(await saved(playground, 'Download summary')).toEqual([
    'output_summary.json',
    caseNamed('course_sample').summary,
  ]);
  await expect(playground.status).toHaveText('output_summary.json was saved.');
});

test('the whole log, not only the lines that are shown', async ({ playground }) => {
  const records = Array.from({ length: 300 }, (_, i) => ({ id: null, value: i }));
  await playground.fill(JSON.stringify({ sources: { gamma: { records } } }));
  await playground.show('Log');
  const [name, log] = await saved(playground, 'Download log');
  expect(name).toBe('pipeline.log');
  expect(log.split('\n')).toHaveLength(302);
  expect(log).toMatch(/^INFO \| adapted 300 records from gamma\n(WARNING \| .*\n){300}$/);
});

test('the records that came out, as one JSON array', async ({ playground }) => {
  await playground.load('Every outcome');
  await playground.show('Records');
  const [name, text] = await saved(playground, 'Download the records that came out');
  expect(name).toBe('records.json');
  const records = JSON.parse(text) as { id: string; freshness: string }[];
  expect(records).toHaveLength(10);
  expect(records.map(({ freshness }) => freshness)).toContain('stale');
  expect(text.split('\n')[0]).toBe(
    '[{"id": "order_001", "value": "shipped", "source": "alpha", "freshness": "fresh"},',
  );
});

test('more records than one part, in a worker', async ({ playground }) => {
  const records = Array.from({ length: 45_000 }, (_, i) => ({ id: i, value: i % 7 ? i : null }));
  await playground.drop(
    'many.json',
    Buffer.from(JSON.stringify({ sources: { gamma: { records } } })),
  );
  await playground.show('Records');
  const [, text] = await saved(playground, 'Download the records that came out');
  const ids = (JSON.parse(text) as { id: number }[]).map(({ id }) => id);
  expect(ids).toEqual(records.filter(({ value }) => value !== null).map(({ id }) => id));
});

test('if there is no memory for the file, that is said', async ({ playground }) => {
  await playground.root.locator('pp-summary pp-download').evaluate((download) => {
    const content = () => Promise.reject(new RangeError('no memory'));
    Object.assign(download, { content });
  });
  await playground.button('Download summary').click();
  await expect(playground.status).toHaveText(
    'output_summary.json could not be saved: RangeError: no memory',
  );
});

test('no button if no record came out', async ({ playground }) => {
  await playground.fill('{"sources": {"gamma": {"records": [{"id": null}]}}}');
  await playground.show('Records');
  await expect(playground.root.getByRole('row').nth(1)).toContainText('invalid');
  await expect(playground.button('Download the records that came out')).toHaveCount(0);
});
