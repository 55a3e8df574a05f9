/** Single-key shortcuts, which can be switched off, and those of undo and redo. They work outside text fields. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { STAGES, type StageName } from '../engine/protocol.ts';
import type { ResultView } from '../state/views.ts';

export const VIEW_KEYS: Readonly<Record<string, ResultView>> = {
  s: 'summary',
  r: 'records',
  m: 'reconciliation',
  t: 'time',
  l: 'log',
  c: 'compare',
};

/** Parts that use keys themselves: text fields, also before the editor is loaded, menus and their buttons, and dialogs. */
const OWN_KEYS =
  'dialog, [popover], [popovertarget], select, textarea, input:not([type=checkbox], [type=range]), [contenteditable], [role=textbox], [role=combobox], [role=menu], .cm-editor, pre.plain';

export type Shortcut =
  | { kind: 'help' | 'editor' | 'flags' | 'pin' | 'undo' | 'redo' }
  | { kind: 'flag'; stage: StageName }
  | { kind: 'view'; view: ResultView };

/** The shortcut of a key press, if it is one. */
function shortcutOf(event: KeyboardEvent): Shortcut | undefined {
  const { key, ctrlKey, altKey, metaKey, shiftKey, repeat, isComposing } = event;
  if (altKey || isComposing) return undefined;
  if (ctrlKey !== metaKey) {
    const letter = key.toLowerCase();
    if (letter === 'y' || (letter === 'z' && shiftKey)) return { kind: 'redo' };
    return letter === 'z' ? { kind: 'undo' } : undefined;
  }
  if (ctrlKey || repeat) return undefined;
  if (key === '?') return { kind: 'help' };
  if (key === 'e') return { kind: 'editor' };
  if (key === 'f') return { kind: 'flags' };
  if (key === 'p') return { kind: 'pin' };
  const stage = STAGES[Number(key) - 1];
  if (stage) return { kind: 'flag', stage };
  const view = VIEW_KEYS[key];
  return view && { kind: 'view', view };
}

/**
 * Takes the keys that are pressed inside the playground, so that the page around it does not act on them too. Those that
 * no inner part uses itself may be shortcuts. If the playground is the whole page (attribute `whole-page`), it also takes
 * shortcuts before anything has had the focus. A focus that was lost later may have been in a text field, so the next
 * keys do nothing.
 */
export class Shortcuts implements ReactiveController {
  #host: ReactiveControllerHost & HTMLElement;
  #act: (shortcut: Shortcut) => boolean;
  #used = false;

  /** `act` returns whether it did anything. */
  constructor(host: ReactiveControllerHost & HTMLElement, act: (shortcut: Shortcut) => boolean) {
    this.#host = host;
    this.#act = act;
    host.addController(this);
    host.addEventListener('focusin', () => {
      this.#used = true;
    });
    host.addEventListener('keydown', (event) => {
      if (!isForInnerPart(event, host)) this.#take(event);
    });
    for (const type of ['keydown', 'keypress', 'keyup'])
      host.addEventListener(type, (event) => event.stopPropagation());
  }

  hostConnected(): void {
    document.addEventListener('keydown', this.#fromPage);
  }

  hostDisconnected(): void {
    document.removeEventListener('keydown', this.#fromPage);
  }

  #fromPage = (event: KeyboardEvent): void => {
    const isWholePage = this.#host.hasAttribute('whole-page');
    if (isWholePage && !this.#used && event.target === document.body) this.#take(event);
  };

  #take(event: KeyboardEvent): void {
    const shortcut = shortcutOf(event);
    if (shortcut && !event.defaultPrevented && this.#act(shortcut)) event.preventDefault();
  }
}

/** Whether a part that uses keys itself has the focus. */
function isForInnerPart(event: KeyboardEvent, host: HTMLElement): boolean {
  const path = event.composedPath();
  const inner = path.slice(0, path.indexOf(host));
  return inner.some((one) => one instanceof Element && one.matches(OWN_KEYS));
}
