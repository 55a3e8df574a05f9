/** What a playground loads when it shows a part for the first time. The page loads it with itself: `main.ts`. */
import type { Loader } from '../parts/later.ts';

/** The parts that a playground may be shown without. */
export const shellParts = {
  flow: () => import('../views/flow/index.ts'),
  editor: () => import('../editor/index.ts'),
  controls: () => import('./controls.ts'),
} satisfies Record<string, Loader>;

export const loadActions = () => import('./actions.ts');
