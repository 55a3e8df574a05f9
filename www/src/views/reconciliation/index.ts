/** The elements of this folder, each after those that it shows. */
import { PpClaims } from './pp-claims.ts';
import { PpReconciliation } from './pp-reconciliation.ts';

export const elements = [PpClaims, PpReconciliation];
