/** What surrounds the parts of a playground: the header, the tabs, the border between two columns, the status line. */
import { PpSplit } from '../parts/pp-split.ts';
import { PpTabs } from '../parts/pp-tabs.ts';
import { PpHeader } from './pp-header.ts';
import { PpStatus } from './pp-status.ts';

export const elements = [PpSplit, PpTabs, PpHeader, PpStatus];
