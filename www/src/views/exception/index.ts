/** The elements of this folder, each after those that it shows. */
import { PpException } from './pp-exception.ts';

export const elements = [PpException];
