/** The elements of this folder, each after those that it shows. */
import { PpConfig } from './pp-config.ts';
import { PpEditor } from './pp-editor.ts';
import { PpJourney } from './pp-journey.ts';

export const elements = [PpEditor, PpJourney, PpConfig];
