/** What the learner has arranged, kept in the browser for the next visit. Nothing of the config is. */

export interface Preferences {
  scheme: 'auto' | 'light' | 'dark';
  /** The part of the width that the editor has, in percent. */
  split: number;
  view: string;
  stage: string;
  /** The flow is shown as a table as well. */
  table: boolean;
  /** Shortcuts of one key work. */
  shortcuts: boolean;
}

const KEY = 'pipeline-playground';

/** Nothing where the browser keeps nothing, or something else is there. */
export function readPreferences(): Partial<Preferences> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    return typeof kept === 'object' && kept !== null ? kept : {};
  } catch {
    return {};
  }
}

export function keepPreferences(change: Partial<Preferences>): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...readPreferences(), ...change }));
  } catch {
    // A browser that keeps nothing is no reason to stop.
  }
}
