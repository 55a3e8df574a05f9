/** What must work in every engine: the same tests in Firefox and in WebKit. */
import { caseNamed, errorText } from '../page/conformance.ts';
import { tag } from '../page/embed/host.ts';
import { sample } from '../page/page.ts';
import { linkTo } from '../page/share/visit.ts';
import { expect, ONE_FILE, test } from './tried.ts';

/** Too long for the page's own thread. */
const big = `{"note": "${'x'.repeat(50_000)}"}`;

test.describe('the page', () => {
  test.beforeEach(async ({ tried, site }) => {
    await tried.browser.open(site.page);
    await tried.expectText('pp-summary:not([past]) >> pre', '"records_in": 13');
    await tried.give(sample);
    await tried.expectSummary('course_sample');
  });

  test('a config is typed', async ({ tried }) => {
    await tried.type('{}');
    await tried.expectSummary('empty_object');
  });

  test('a flag is flipped by keyboard', async ({ tried }) => {
    await tried.tabTo('cache');
    await tried.browser.press('Space');
    await tried.expectSummary('only_cache_off');
    await tried.expectText('.cm-content', '"cache": false');
  });

  test('an exception is shown as Python prints it', async ({ tried }) => {
    const wrong = caseNamed('syntax_trailing_comma_array');
    await tried.type(wrong.input);
    await expect.poll(() => tried.text('pp-exception >> .error')).toBe(errorText(wrong));
  });

  test('each view is loaded and shown', async ({ tried }) => {
    for (const view of ['records', 'reconciliation', 'time', 'log', 'compare', 'summary']) {
      await tried.click(`[role=tab][data-view=${view}]`);
      await tried.expectText('[role=tab][aria-selected=true]', '');
      await expect.poll(() => tried.text(`pp-${view}`)).not.toBe(null);
    }
  });

  test('a record is opened', async ({ tried }) => {
    await tried.click('[role=tab][data-view=records]');
    await tried.click('pp-records >> pp-rows >> [role=gridcell]');
    await tried.expectText('pp-record >> h3', 'alpha[0]');
  });

  test('a big text is run by a worker', async ({ tried }) => {
    expect(await tried.workers()).toEqual([]);
    await tried.give(big);
    await tried.expectSummary('empty_object');
    expect(await tried.workers()).toHaveLength(1);
  });
});

test('a link is opened', async ({ tried, site }) => {
  await tried.browser.open(`${site.page}#${linkTo('{"now": 3}')}`);
  await tried.expectSummary('empty_object');
  await tried.expectText('.cm-content', '{"now": 3}');
});

test('a tag shows a summary, under a strict policy', async ({ tried, site }) => {
  await tried.browser.open(site.course(tag('show="summary"', sample)));
  await tried.expectSummary('course_sample');
});

test('a tag in a page of another origin runs a big text in a worker', async ({ tried, site }) => {
  await tried.browser.open(site.elsewhere(tag('show="summary"', big)));
  await tried.expectSummary('empty_object');
  expect(await tried.workers()).toEqual([expect.stringMatching(/^blob:/)]);
});

test('a tag speaks Spanish', async ({ tried, site }) => {
  await tried.browser.open(site.course(tag('lang="es" loading="eager"', sample)));
  await tried.expectSummary('course_sample');
  await tried.expectText('pp-header >> h1', 'Laboratorio del pipeline');
});

test('the one file runs without a server, a big text too', async ({ tried }) => {
  await tried.browser.open(ONE_FILE);
  await tried.give(sample);
  await tried.expectSummary('course_sample');
  await tried.give(big);
  await tried.expectSummary('empty_object');
});
