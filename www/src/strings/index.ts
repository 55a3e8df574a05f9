/** All words of the page. Another language is another set of these tables, of the same type. */
import { compare } from './en/compare.ts';
import { errors } from './en/errors.ts';
import { flow } from './en/flow.ts';
import { page } from './en/page.ts';
import { reasons } from './en/reasons.ts';
import { reconciliation } from './en/reconciliation.ts';
import { inspector, journey } from './en/records.ts';
import { summary } from './en/summary.ts';
import { time } from './en/time.ts';

const en = {
  ...page,
  ...compare,
  ...errors,
  ...flow,
  ...reconciliation,
  ...time,
  summary,
  inspector,
  journey,
  reasons,
};

export type Strings = typeof en;
export const strings: Strings = en;
