/** The elements of this folder, inner elements first. */
import { PpRows } from '../../parts/pp-rows.ts';
import { PpCompare } from './pp-compare.ts';
import { PpCompared } from './pp-compared.ts';

export const elements = [PpRows, PpCompared, PpCompare];
