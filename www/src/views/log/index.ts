/** The elements of this folder, each after those that it shows. */
import { PpLog } from './pp-log.ts';

export const elements = [PpLog];
