/** What loads the languages other than English. */
import type { Other, Translated } from './translations.ts';

export const languages: Readonly<Record<Other, () => Promise<Translated>>> = {
  es: () => import('./es.ts'),
};
