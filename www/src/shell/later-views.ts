/**
 * The parts that are loaded when first needed: views, the exception with its help, and the list of shortcuts. The editor
 * loads its own, what files need, and what formats.
 */

import { laterFiles, loadFormat, loadMore, loadPlaces, loadSearch } from '../editor/later.ts';
import { loadThreads } from '../engine/shared-engine.ts';
import { type Loader, loadPart } from '../parts/later.ts';
import type { ResultView } from '../state/views.ts';
import { laterTable } from '../views/flow/later.ts';
import { loadExplanation } from '../views/summary/pp-summary.ts';
import { laterList } from './later-list.ts';

export type LaterView = Exclude<ResultView, 'summary'>;

export const laterViews: Readonly<Record<LaterView, Loader>> = {
  records: () => import('../views/records/index.ts'),
  reconciliation: () => import('../views/reconciliation/index.ts'),
  time: () => import('../views/time/index.ts'),
  log: () => import('../views/log/index.ts'),
  compare: () => import('../views/compare/index.ts'),
};

/** All that the results are made of. */
export const laterParts = {
  ...laterViews,
  exception: () => import('../views/exception/index.ts'),
  explanation: loadExplanation,
  hints: () => import('../parts/pp-hints.ts'),
} satisfies Record<string, Loader>;

export type LaterPart = keyof typeof laterParts;

/** What can be called often, and is done once for the whole page, when the browser is idle. */
function onceIdle<Given extends unknown[]>(load: (...given: Given) => Promise<void>) {
  let asked = false;
  // Safari has no requestIdleCallback.
  const whenIdle = globalThis.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 1000));
  return (...given: Given): void => {
    if (!asked) whenIdle(() => load(...given));
    asked = true;
  };
}

/**
 * Loads all these parts, so that they open at once later, even offline. A part that cannot be loaded now is tried again
 * when it is opened.
 */
export const loadWhenIdle = onceIdle(async (fetchEditor: () => void) => {
  fetchEditor();
  for (const loader of [...Object.values(laterParts), laterFiles, laterList, laterTable])
    await loadPart(loader).catch(() => {});
  for (const load of [loadFormat, loadPlaces, loadThreads]) await load().catch(() => {});
});

/** The same for what needs the editor's own code. */
export const loadForEditorWhenIdle = onceIdle(async () => {
  for (const load of [loadSearch, loadMore]) await load().catch(() => {});
});
