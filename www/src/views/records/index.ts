/** The elements of this folder, each after those that it shows. */
import { PpFilters } from './pp-filters.ts';
import { PpRecord } from './pp-record.ts';
import { PpRecords } from './pp-records.ts';

export const elements = [PpFilters, PpRecord, PpRecords];
