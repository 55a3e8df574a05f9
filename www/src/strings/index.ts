/** Every word that the page says. A second language is a second set of these tables, of the same type. */
import { flow } from './en/flow.ts';
import { page } from './en/page.ts';
import { time } from './en/time.ts';

const en = { ...page, ...flow, ...time };

export type Strings = typeof en;
export const strings: Strings = en;
