/** Spanish: what is there from the start, and what loads the rest. */
import { messages } from './compiled/first.es.ts';
import type { Load } from './translations.ts';

export const load: Load = {
  first: async () => ({ messages }),
  parts: () => import('./compiled/parts.es.ts'),
  later: () => import('./compiled/later.es.ts'),
  help: () => import('./compiled/help.es.ts'),
  hints: () => import('./compiled/hints.es.ts'),
};
