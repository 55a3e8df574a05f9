/** The elements of this folder, inner elements first. */
import { PpLog } from './pp-log.ts';

export const elements = [PpLog];
