/** The elements of this folder that are needed at first sight. The table is loaded when it is shown: `later.ts`. */
import { PpFlow } from './pp-flow.ts';

export const elements = [PpFlow];
