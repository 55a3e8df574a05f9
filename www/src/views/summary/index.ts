/** The elements of this folder, each after those that it shows. */
import { PpExplanation } from './pp-explanation.ts';
import { PpSummary } from './pp-summary.ts';

export const elements = [PpExplanation, PpSummary];
