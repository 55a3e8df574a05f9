/**
 * What only files and samples need. It is loaded when the first file is opened or saved, or the menu of samples is opened,
 * or when the browser is idle.
 */
import { PpFile } from './pp-file.ts';
import { PpSamples } from './pp-samples.ts';

export { edited, redone, undone } from '../state/file-edits.ts';
export { decoded, openFile } from '../state/files.ts';
export { sampleSaid } from './pp-samples.ts';
export { save } from './save.ts';
export const elements = [PpFile, PpSamples];
