/**
 * The learner's text in the browser's storage. A tab reads back its own text, so that two tabs of a page do not disturb
 * each other. A new tab gets the newest text of all. `keeper.ts` writes them.
 */

/** As CodeMirror writes a state. Anything can be in a storage, so only `doc` is certain. */
export interface KeptText {
  doc: string;
  selection?: unknown;
  history?: unknown;
}

/** What the keys of all texts begin with. `key`: the key of an element's preferences. */
export const prefixOf = (key: string): string => `${key}:text:`;

/** The key of an element's text on this page. `number`: which one it is of those with one key for their preferences. */
export const textKey = (key: string, number: number): string =>
  `${prefixOf(key)}${location.pathname}${location.search}:${number}`;

export function readKept(own: string): KeptText | undefined {
  for (const name of ['sessionStorage', 'localStorage'] as const) {
    try {
      const kept = JSON.parse(window[name].getItem(own) ?? 'null');
      if (typeof kept?.doc === 'string') return { ...kept, doc: kept.doc.replace(/\r\n?/g, '\n') };
    } catch {
      // The browser has no storage, or something else is in it.
    }
  }
  return undefined;
}
