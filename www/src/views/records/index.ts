/** The elements of this folder, inner elements first. */
import { PpRows } from '../../parts/pp-rows.ts';
import { PpFilters } from './pp-filters.ts';
import { PpRecord } from './pp-record.ts';
import { PpRecords } from './pp-records.ts';
import { PpValue } from './pp-value.ts';

export const elements = [PpRows, PpValue, PpFilters, PpRecord, PpRecords];
