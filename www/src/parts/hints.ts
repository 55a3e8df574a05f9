/** Where hints are shown. Their element is loaded later: until then, there is nothing in their place. */
import { html, nothing } from 'lit';
import type { HintKind, Settings } from '../engine/protocol.ts';

/** The kinds about `now`, which concern the log and the ages too. */
export const ABOUT_NOW: readonly HintKind[] = ['no_now', 'now_milliseconds'];

/** The hints on a config, or those of some kinds. */
export function hintsOn(settings: Settings | undefined, kinds?: readonly HintKind[]) {
  const hints = settings?.hints.filter(({ hint }) => !kinds || kinds.includes(hint)) ?? [];
  return hints.length ? html`<pp-hints .settings=${settings} .hints=${hints}></pp-hints>` : nothing;
}
