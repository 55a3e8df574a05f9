/** The elements of this folder, each after those that it shows. */
import { PpFlow } from './pp-flow.ts';
import { PpFlowTable } from './pp-flow-table.ts';

export const elements = [PpFlowTable, PpFlow];
