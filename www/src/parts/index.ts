/** The elements of this folder, inner elements first. */
import { PpCopy } from './pp-copy.ts';
import { PpDownload } from './pp-download.ts';
import { PpMessage } from './pp-message.ts';
import { PpRows } from './pp-rows.ts';
import { PpRunning } from './pp-running.ts';
import { PpSplit } from './pp-split.ts';
import { PpTabs } from './pp-tabs.ts';

export const elements = [PpCopy, PpDownload, PpMessage, PpRows, PpRunning, PpSplit, PpTabs];
