/** The elements of the dialog that makes links, inner elements first. */
import { PpShare } from './pp-share.ts';

export const elements = [PpShare];
