/** The elements of this folder, inner elements first. */
import { PpClaims } from './pp-claims.ts';
import { PpReconciliation } from './pp-reconciliation.ts';

export const elements = [PpClaims, PpReconciliation];
