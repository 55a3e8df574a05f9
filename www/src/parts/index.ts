/** The elements of this folder that are needed at first, inner elements first. Views list the others with their own. */
import { PpCopy } from './pp-copy.ts';
import { PpDownload } from './pp-download.ts';
import { PpMessage } from './pp-message.ts';
import { PpRunning } from './pp-running.ts';

export const elements = [PpCopy, PpDownload, PpMessage, PpRunning];
