import { html, nothing } from 'lit';
import { isFinal } from '../state/failed-import.ts';
import type { Speaker } from '../strings/index.ts';
import type { Later } from './later.ts';

/**
 * A message in the place of a part that could not be loaded, with a button that tries again, or reloads the page. Nothing
 * if it could. `role`: of the message.
 */
export function failureOf<Part extends string>(
  later: Later<Part>,
  part: Part,
  words: Speaker,
  role: 'alert' | typeof nothing = 'alert',
) {
  const failure = later.failure(part);
  if (failure === undefined) return nothing;
  const { results, layout } = words.strings;
  const final = isFinal(failure);
  return html`<pp-message
    serious
    role=${role}
    .heading=${layout.notLoaded}
    .text=${`${failure}\n${final ? results.reloadAbout : results.failedAbout}`}
    .action=${final ? results.reload : results.retry}
    .request=${'pp-load'}
    @pp-load=${() => (final ? location.reload() : later.retry())}
  ></pp-message>`;
}
