/** The elements that explain a number, inner elements first. They are loaded when one is first chosen. */
import { PpRows } from '../../parts/pp-rows.ts';
import { PpExplanation } from './pp-explanation.ts';

export const elements = [PpRows, PpExplanation];
