/** Every word that the page says. A second language is a second set of these tables, of the same type. */
import { compare } from './en/compare.ts';
import { errors } from './en/errors.ts';
import { flow } from './en/flow.ts';
import { page } from './en/page.ts';
import { reconciliation } from './en/reconciliation.ts';
import { time } from './en/time.ts';

const en = { ...page, ...compare, ...errors, ...flow, ...reconciliation, ...time };

export type Strings = typeof en;
export const strings: Strings = en;
