import type { Loader } from '../parts/later.ts';

/** The list of keyboard shortcuts. */
export const laterList: Loader = () => import('./pp-shortcut-list.ts');
