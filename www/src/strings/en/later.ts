/** English, for the parts of the page that are loaded later. */
import { compare } from './compare.ts';
import { explanation } from './explanation.ts';
import { links } from './links.ts';
import { reconciliation } from './reconciliation.ts';
import { inspector, list } from './records.ts';
import { time } from './time.ts';

export const later = {
  ...compare,
  ...reconciliation,
  ...time,
  ...links,
  explanation,
  inspector,
  list,
};
