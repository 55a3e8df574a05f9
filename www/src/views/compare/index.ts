/** The elements of this folder, each after those that it shows. */
import { PpCompare } from './pp-compare.ts';
import { PpCompared } from './pp-compared.ts';

export const elements = [PpCompared, PpCompare];
