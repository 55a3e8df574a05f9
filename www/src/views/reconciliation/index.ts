/** The elements of this folder, inner elements first. */
import { PpRows } from '../../parts/pp-rows.ts';
import { PpClaims } from './pp-claims.ts';
import { PpReconciliation } from './pp-reconciliation.ts';

export const elements = [PpRows, PpClaims, PpReconciliation];
