/** English. */
import { compare } from './compare.ts';
import { flow } from './flow.ts';
import { number } from './format.ts';
import { page } from './page.ts';
import { reasons } from './reasons.ts';
import { reconciliation } from './reconciliation.ts';
import { inspector, journey } from './records.ts';
import { summary } from './summary.ts';
import { time } from './time.ts';

export const en = {
  ...page,
  ...compare,
  ...flow,
  ...reconciliation,
  ...time,
  number,
  summary,
  inspector,
  journey,
  reasons,
};
