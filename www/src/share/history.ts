/**
 * What the browser's history knows of the playground, so that Back leaves what was opened last.
 *
 * An entry is added when a view, a stage, or a number is opened, since those are places that one goes to. While one
 * number after another is looked at, the entry is replaced, so that Back leaves them all at once. Closing the last one
 * goes back by itself, so that Back never leads to what is shown already. The record at the cursor has no entry: the
 * cursor moves with every key, and undo brings it back. Entries say what is open in their state, not in their address: no
 * text ever gets into an address, and so into a history that may be synchronized, unless the learner makes a link.
 */
import { type FoundKind, STAGES, type StageName, type SummaryNumber } from '../engine/protocol.ts';
import type { State } from '../state/state.ts';
import { isView, type View } from '../state/views.ts';

export interface Entry {
  /** Which link the text is from; 0 for the learner's own. A link that is opened again is another one. */
  readonly link: number;
  readonly view: View;
  readonly stage: StageName;
  readonly found?: FoundKind | undefined;
  readonly number?: SummaryNumber | undefined;
  /** The entry before it is the same place without a number. */
  readonly over?: boolean | undefined;
}

export const entryOf = (link: number, { view, stage, found, number }: State): Entry => ({
  link,
  view,
  stage,
  found: found?.kind,
  // An event makes null of undefined.
  number: number ?? undefined,
});

/** Whether what is open in both is the same place, not regarding numbers. */
export const isSamePlace = (one: Entry, other: Entry): boolean =>
  (['view', 'stage', 'found'] as const).every((name) => one[name] === other[name]);

/** What the newest entry says. Undefined if it is new, or another page's. */
export function currentEntry(): Entry | undefined {
  const { playground: entry } = (history.state ?? {}) as { playground?: Entry };
  const isOurs = entry && isView(entry.view) && STAGES.includes(entry.stage);
  return isOurs ? entry : undefined;
}

/** `address`: another one for the entry. */
export function write(how: 'push' | 'replace', entry: Entry, address = location.href): void {
  try {
    if (how === 'push') history.pushState({ playground: entry }, '', address);
    else history.replaceState({ playground: entry }, '', address);
  } catch {
    // Browsers refuse too many in too short a time. Then only Back is less exact.
  }
}
