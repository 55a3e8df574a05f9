/** What the learner has arranged, kept in the browser for the next visit. The config is not kept. */

export interface Preferences {
  scheme: 'auto' | 'light' | 'dark';
  /** The editor's share of the width, in percent. */
  split: number;
  view: string;
  stage: string;
  /** The flow is shown as a table as well. */
  table: boolean;
  /** Shortcuts of one key work. */
  shortcuts: boolean;
}

const KEY = 'pipeline-playground';

/** Empty if the browser keeps nothing, or if it has something else under this key. */
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
    // The page works without the browser's storage.
  }
}
