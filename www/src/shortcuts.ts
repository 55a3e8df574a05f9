/** Shortcuts of one key. They work where no text is typed, and can be switched off. */
import { STAGES, type StageName } from './engine/protocol.ts';
import type { ResultView } from './views.ts';

export const VIEW_KEYS: Readonly<Record<string, ResultView>> = {
  s: 'summary',
  r: 'records',
  m: 'reconciliation',
  t: 'time',
  l: 'log',
  c: 'compare',
};

export type Shortcut =
  | { kind: 'help' | 'editor' | 'pin' }
  | { kind: 'flag'; stage: StageName }
  | { kind: 'view'; view: ResultView };

/** What a key press asks for, if anything. */
export function shortcutOf(event: KeyboardEvent): Shortcut | undefined {
  if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || takesText(event))
    return undefined;
  const { key } = event;
  if (key === '?') return { kind: 'help' };
  if (key === 'e') return { kind: 'editor' };
  if (key === 'p') return { kind: 'pin' };
  const stage = STAGES[Number(key) - 1];
  if (stage) return { kind: 'flag', stage };
  const view = VIEW_KEYS[key];
  return view && { kind: 'view', view };
}

/** The key goes into a field, or to a control that has a use for letters. */
function takesText(event: KeyboardEvent): boolean {
  const target = event.composedPath()[0];
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches('select, textarea, input:not([type=checkbox], [type=range])') ||
      target.closest('.cm-editor') !== null)
  );
}
