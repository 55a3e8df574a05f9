/** English. What only later parts of the page say is in `later.ts`. */
import { flow } from './flow.ts';
import { number } from './format.ts';
import { journey, record } from './journey.ts';
import { page } from './page.ts';
import { reasons } from './reasons.ts';
import { summary } from './summary.ts';

export const en = { ...page, ...flow, number, summary, journey, record, reasons };
