/** The elements of this folder, inner elements first. */
// Every change of a setting becomes an edit.
import { PpRows } from '../../parts/pp-rows.ts';
import '../../state/setting-edits.ts';
import { PpBucket } from './pp-bucket.ts';
import { PpSetting } from './pp-setting.ts';
import { PpTime } from './pp-time.ts';
import { PpTimeTable } from './pp-time-table.ts';
import { PpTimeline } from './pp-timeline.ts';

export const elements = [PpRows, PpBucket, PpSetting, PpTimeTable, PpTimeline, PpTime];
