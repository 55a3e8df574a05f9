/** The elements of this folder, inner elements first. */
import { PpExplanation } from './pp-explanation.ts';
import { PpSummary } from './pp-summary.ts';

export const elements = [PpExplanation, PpSummary];
