/** The elements of this folder, inner elements first. */
import { PpConfig } from './pp-config.ts';
import { PpEditor } from './pp-editor.ts';
import { PpJourney } from './pp-journey.ts';

export const elements = [PpEditor, PpJourney, PpConfig];
