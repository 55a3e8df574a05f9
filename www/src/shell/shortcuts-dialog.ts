/** The dialog with the list of keyboard shortcuts. It is loaded when it is first opened, or when the browser is idle. */
import { PpShortcutList } from './pp-shortcut-list.ts';
import { PpShortcuts } from './pp-shortcuts.ts';

export const elements = [PpShortcutList, PpShortcuts];
