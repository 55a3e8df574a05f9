/**
 * How an element is set up at first, and what the learner has changed since, stored in the browser for the next visit.
 * `kept-text.ts` does the same for the config. An attribute takes precedence over a stored value, and that over the default.
 */

import { STAGES, type StageName } from '../engine/protocol.ts';
import { languages } from '../strings/translations.ts';
import { isView, type View } from './views.ts';

export interface Preferences {
  theme: 'auto' | 'light' | 'dark';
  /** The language of a page that is only a playground. Empty: the browser's. */
  lang: string;
  /** The size of the text: 1 is the browser's. */
  size: number;
  /** The editor's share of the width, in percent. */
  split: number;
  view: View;
  stage: StageName;
  /** The flow is shown as a table as well. */
  table: boolean;
  /** Single-key shortcuts are on. */
  shortcuts: boolean;
  /** The text and the preferences are stored. */
  keep: boolean;
}

export const DEFAULTS: Preferences = {
  theme: 'auto',
  lang: '',
  size: 1,
  split: 42,
  view: 'summary',
  stage: 'adapt',
  table: false,
  shortcuts: true,
  keep: true,
};

/** The sizes of the text that can be chosen, for a projector. */
export const SIZES = [1, 1.25, 1.5];

/** Returns a value if it is valid for the preference, and undefined otherwise. */
const CHECKS: { [Name in keyof Preferences]: (value: unknown) => Preferences[Name] | undefined } = {
  theme: (value) => (['auto', 'light', 'dark'] as const).find((one) => one === value),
  lang: (value) => languages.find((one) => one === value),
  size: (value) => SIZES.find((one) => one === value),
  split: (value) => (typeof value === 'number' && value > 0 && value < 100 ? value : undefined),
  view: (value) => (isView(value) ? value : undefined),
  stage: (value) => STAGES.find((one) => one === value),
  table: (value) => (typeof value === 'boolean' ? value : undefined),
  shortcuts: (value) => (typeof value === 'boolean' ? value : undefined),
  keep: (value) => (typeof value === 'boolean' ? value : undefined),
};

const NAMES = Object.keys(CHECKS) as (keyof Preferences)[];

/**
 * Reads the attributes of `<pipeline-playground>`: `storage` (the key under which its preferences and its text are stored;
 * absent, empty or `none`: they are not stored), and one for each preference. `table`, `shortcuts` and `keep` are on if present,
 * and off if `"false"`. They are read once, when the element is first connected.
 */
export function readPreferences(element: Element, key: string | undefined): Preferences {
  const stored = readStored(key);
  const read = <Name extends keyof Preferences>(name: Name): Preferences[Name] =>
    CHECKS[name](attributeOf(element, name)) ?? CHECKS[name](stored[name]) ?? DEFAULTS[name];
  return Object.fromEntries(NAMES.map((name) => [name, read(name)])) as unknown as Preferences;
}

/** The key of `localStorage` for an element; undefined if nothing is stored. */
export function storageKey(element: Element): string | undefined {
  const key = element.getAttribute('storage');
  return key === 'none' ? undefined : key || undefined;
}

export function storePreferences(key: string | undefined, change: Partial<Preferences>): void {
  if (key === undefined) return;
  try {
    localStorage.setItem(key, JSON.stringify({ ...readStored(key), ...change }));
  } catch {
    // The page works without the browser's storage.
  }
}

function attributeOf(element: Element, name: keyof Preferences): unknown {
  const value = element.getAttribute(name);
  if (value === null) return undefined;
  switch (typeof DEFAULTS[name]) {
    case 'boolean':
      return value !== 'false';
    case 'number':
      return Number(value);
    default:
      return value;
  }
}

/** Empty if the browser stores nothing, or if it has something else under this key. */
export function readStored(key: string | undefined): Record<string, unknown> {
  if (key === undefined) return {};
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
    return typeof stored === 'object' && stored !== null ? { ...stored } : {};
  } catch {
    return {};
  }
}
