import { html, nothing } from 'lit';
import type { AllStrings } from '../strings/later.ts';
import { phrase } from './data.ts';

/** The escapes in a text of `json.dumps`. */
const ESCAPES = /\\(?:ud[89ab]..\\ud[c-f]..|u[\da-f]{4}|.)/g;
/** How much of a text is looked at. */
const LOOKED = 2000;

/** Says once why there are escapes of characters beyond ASCII in such texts, if there are. */
export function asciiNote({ inspector }: AllStrings, texts: readonly string[]) {
  const found = texts.flatMap((text) => text.slice(0, LOOKED).match(ESCAPES) ?? []);
  for (const written of found) {
    const character: string = written.length > 2 ? JSON.parse(`"${written}"`) : '';
    if (character > '\x7f')
      return html`<p class="muted">${phrase(inspector.ascii({ written, character }))}</p>`;
  }
  return nothing;
}
