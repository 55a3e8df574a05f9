/** What only files need. It is loaded when the first one is opened or saved, or when the browser is idle. */
import { PpFile } from './pp-file.ts';

export { edited, redone, undone } from '../state/file-edits.ts';
export { decoded, openFile } from '../state/files.ts';
export { save } from './save.ts';
export const elements = [PpFile];
