/** The elements of this folder, inner elements first. */
import { PpBucket } from './pp-bucket.ts';
import { PpSetting } from './pp-setting.ts';
import { PpTime } from './pp-time.ts';
import { PpTimeTable } from './pp-time-table.ts';
import { PpTimeline } from './pp-timeline.ts';

export const elements = [PpBucket, PpSetting, PpTimeTable, PpTimeline, PpTime];
