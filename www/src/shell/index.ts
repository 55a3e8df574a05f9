/** The elements of this folder that every playground needs, inner elements first. */
import { PpPlayground } from './pp-playground.ts';
import { PpRaised } from './pp-raised.ts';
import { PpResults } from './pp-results.ts';

export const elements = [PpRaised, PpResults, PpPlayground];
