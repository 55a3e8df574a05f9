/** The elements of this folder that the first result needs. */
import { PpSummary } from './pp-summary.ts';

export const elements = [PpSummary];
