/** The module for hosts that take an anywidget, with a host as small as the specification allows. */
import type { Page } from '@playwright/test';
import { caseNamed } from '../conformance.ts';
import { expect, Playground, sample, test } from '../page.ts';
import { ORIGIN, openHost } from './host.ts';

const course = caseNamed('course_sample').summary ?? '';

interface FakeModel {
  set(name: string, value: unknown): void;
  state: Record<string, unknown>;
  saved: Record<string, unknown>[];
  listeners: number;
}

interface Host {
  model: FakeModel;
  remove(): void;
}

/** Shows the widget as a host does: in a shadow root, with a module that the host makes of one line. */
async function show(page: Page, state: Record<string, unknown>): Promise<void> {
  await page.evaluate(async (state) => {
    const script = document.querySelector('script')?.src ?? '';
    const line = `export { default } from ${JSON.stringify(new URL('anywidget.js', script).href)}`;
    const url = URL.createObjectURL(new Blob([line], { type: 'text/javascript' }));
    const { default: widget } = await import(url);
    const listeners: [string, () => void][] = [];
    const saved: Record<string, unknown>[] = [];
    const model = {
      state,
      saved,
      get listeners() {
        return listeners.length;
      },
      get: (name: string) => state[name],
      set(name: string, value: unknown) {
        state[name] = value;
        for (const [event, act] of listeners) if (event === `change:${name}`) act();
      },
      save_changes: () => saved.push({ ...state }),
      on: (event: string, act: () => void) => listeners.push([event, act]),
      off(event: string, act: () => void) {
        const i = listeners.findIndex((one) => one[0] === event && one[1] === act);
        listeners.splice(i, 1);
      },
    };
    const el = document.createElement('div');
    document.querySelector('main')?.attachShadow({ mode: 'open' }).append(el);
    const remove = widget.render({ model, el });
    Object.assign(window, { host: { model, remove } });
  }, state);
}

const host = <T>(page: Page, ask: (host: Host) => T): Promise<T> =>
  page.evaluate(`(${ask})(window.host)`) as Promise<T>;

for (const origin of [undefined, ORIGIN])
  test(`a widget runs its config${origin ? ', from another origin too' : ''}`, async ({ page }) => {
    await openHost(page, '', origin ? { origin } : {});
    await show(page, { config: sample, show: 'flow summary', heading_level: 4, readonly: false });
    const playground = new Playground(page);
    await playground.expectSummary(course);
    await expect(page.locator('pipeline-playground')).toHaveAttribute('heading-level', '4');
    await expect(page.locator('pipeline-playground')).not.toHaveAttribute('readonly');
    await expect(playground.root.locator('pp-config')).toHaveCount(0);
    await expect.poll(() => host(page, ({ model }) => model.saved.length)).toBe(1);
    expect(await host(page, ({ model }) => model.state)).toMatchObject({
      summary: course,
      error: '',
    });
  });

test('a widget and its model stay alike', async ({ page, complaints: _ }) => {
  await openHost(page, '');
  await show(page, { config: { now: 1 }, 'heading-level': 3 });
  const playground = new Playground(page);
  await playground.expectText('{\n  "now": 1\n}');
  await expect(page.locator('pipeline-playground')).toHaveAttribute('heading-level', '3');

  await host(page, ({ model }) => model.set('config', '{"now": "x"'));
  await playground.expectText('{"now": "x"');
  await expect
    .poll(() => host(page, ({ model }) => model.state.error))
    .toMatch(/^JSONDecodeError: /);
  expect(await host(page, ({ model }) => model.state.summary)).toBe('');

  await playground.fill(sample);
  await expect.poll(() => host(page, ({ model }) => model.state.summary)).toBe(course);
  await host(page, ({ model }) => model.set('show', 'summary'));
  await expect(playground.root.locator('pp-config')).toHaveCount(0);
});

test('a widget that is taken away leaves nothing behind', async ({ page, complaints: _ }) => {
  await openHost(page, '');
  await show(page, { config: `{"now": 1, "padding": "${'x'.repeat(60_000)}"}` });
  await expect(new Playground(page).summary).toContainText('"records_in": 0');
  expect(page.workers()).toHaveLength(1);
  await host(page, ({ remove }) => remove());
  await expect(page.locator('pipeline-playground')).toHaveCount(0);
  expect(await host(page, ({ model }) => model.listeners)).toBe(0);
  await expect.poll(() => page.workers().length).toBe(0);
});
