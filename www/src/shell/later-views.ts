/** What is loaded when it is first opened: views, and the list of shortcuts. The editor has its search. */
import { loadSearch } from '../editor/search.ts';
import { type Loader, loadPart } from '../parts/later.ts';
import type { ResultView } from '../state/views.ts';

export type LaterView = Exclude<ResultView, 'summary'>;

export const laterViews: Readonly<Record<LaterView, Loader>> = {
  records: () => import('../views/records/index.ts'),
  reconciliation: () => import('../views/reconciliation/index.ts'),
  time: () => import('../views/time/index.ts'),
  log: () => import('../views/log/index.ts'),
  compare: () => import('../views/compare/index.ts'),
};

export const laterList: Loader = () => import('./pp-shortcut-list.ts');

/** `loadWhenIdle` was called, which is enough for the whole page. */
let asked = false;

/**
 * Loads all of it once the browser has nothing to do, so that it is there at once when it is opened, also offline. What
 * cannot be loaded now is tried again when it is opened.
 */
export function loadWhenIdle(): void {
  if (asked) return;
  asked = true;
  // Safari has no requestIdleCallback.
  const whenIdle = globalThis.requestIdleCallback ?? ((load: () => void) => setTimeout(load, 1000));
  whenIdle(async () => {
    for (const loader of [...Object.values(laterViews), laterList])
      await loadPart(loader).catch(() => {});
    await loadSearch().catch(() => {});
  });
}
