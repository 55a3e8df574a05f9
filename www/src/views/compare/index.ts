/** The elements of this folder, inner elements first. */
import { PpCompare } from './pp-compare.ts';
import { PpCompared } from './pp-compared.ts';

export const elements = [PpCompared, PpCompare];
