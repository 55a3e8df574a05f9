/** What a playground in another page loads when it shows a part for the first time. `main.ts` loads it with the page. */
import type { Loader } from '../parts/later.ts';

/** The parts that a playground may be shown without. */
export const shellParts = {
  flow: () => import('../views/flow/index.ts'),
  editor: () => import('../editor/index.ts'),
  controls: () => import('./controls.ts'),
} satisfies Record<string, Loader>;

export type ShellParts = Record<keyof typeof shellParts, Loader>;

export const loadActions = () => import('./actions.ts');
