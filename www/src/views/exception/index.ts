/** The elements of this folder, inner elements first. */
import { PpException } from './pp-exception.ts';

export const elements = [PpException];
