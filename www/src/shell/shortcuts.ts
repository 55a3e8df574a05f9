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

/** The events that show which playground is in use. */
const USES = ['focusin', 'pointerdown'] as const;

export type Shortcut =
  | { kind: 'help' | 'editor' | 'pin' | 'undo' | 'redo' }
  | { kind: 'flag'; stage: StageName }
  | { kind: 'view'; view: ResultView };

/** The shortcut of a key press, if it is one. */
function shortcutOf(event: KeyboardEvent): Shortcut | undefined {
  const { key, ctrlKey, altKey, metaKey, shiftKey, repeat } = event;
  if (altKey || takesText(event)) return undefined;
  if (ctrlKey !== metaKey) {
    const letter = key.toLowerCase();
    if (letter === 'y' || (letter === 'z' && shiftKey)) return { kind: 'redo' };
    return letter === 'z' ? { kind: 'undo' } : undefined;
  }
  if (ctrlKey || repeat) return undefined;
  if (key === '?') return { kind: 'help' };
  if (key === 'e') return { kind: 'editor' };
  if (key === 'p') return { kind: 'pin' };
  const stage = STAGES[Number(key) - 1];
  if (stage) return { kind: 'flag', stage };
  const view = VIEW_KEYS[key];
  return view && { kind: 'view', view };
}

/** Whether the key goes to a text field, or to a control that uses letters itself. */
function takesText(event: KeyboardEvent): boolean {
  const target = event.composedPath()[0];
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches('select, textarea, input:not([type=checkbox], [type=range])') ||
      target.closest('.cm-editor') !== null)
  );
}

/** The playgrounds of the document, the last used one first. That one reacts if nothing has the focus. */
const listening: Shortcuts[] = [];

/** Listens for shortcuts while the focus is in the playground, or nowhere, as after loading. */
export class Shortcuts implements ReactiveController {
  #host: ReactiveControllerHost & HTMLElement;
  #act: (shortcut: Shortcut) => boolean;

  /** `act` returns whether it did anything. */
  constructor(host: ReactiveControllerHost & HTMLElement, act: (shortcut: Shortcut) => boolean) {
    this.#host = host;
    this.#act = act;
    host.addController(this);
  }

  hostConnected(): void {
    listening.push(this);
    document.addEventListener('keydown', this.#key);
    for (const use of USES) this.#host.addEventListener(use, this.#used);
  }

  hostDisconnected(): void {
    listening.splice(listening.indexOf(this), 1);
    document.removeEventListener('keydown', this.#key);
    for (const use of USES) this.#host.removeEventListener(use, this.#used);
  }

  #used = (): void => {
    listening.splice(listening.indexOf(this), 1);
    listening.unshift(this);
  };

  #key = (event: KeyboardEvent): void => {
    const nowhere = event.target === document.body && listening[0] === this;
    if (event.defaultPrevented || !(nowhere || event.composedPath().includes(this.#host))) return;
    const shortcut = shortcutOf(event);
    if (shortcut && this.#act(shortcut)) event.preventDefault();
  };
}
