import type { Loader } from '../parts/later.ts';

/** The dialog with the list of keyboard shortcuts. */
export const laterList: Loader = () => import('./shortcuts-dialog.ts');
