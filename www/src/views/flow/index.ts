/** The elements of this folder, inner elements first. */
import { PpFlow } from './pp-flow.ts';
import { PpFlowTable } from './pp-flow-table.ts';

export const elements = [PpFlowTable, PpFlow];
