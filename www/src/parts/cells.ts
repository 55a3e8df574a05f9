/** The content of list cells, and of the headings above a record. */
import { html } from 'lit';
import type { RecordTrace } from '../engine/protocol.ts';
import type { Strings } from '../strings/index.ts';

/** Text in a cell. The tooltip shows all of it if the cell is too narrow. */
export const cut = (text: string) => html`<span title=${text}>${text}</span>`;
export const code = (text: string) => html`<span class="code" title=${text}>${text}</span>`;

/** A sign for a missing value, and the words that a screen reader says instead. */
export const absent = (sign: string, said: string) =>
  html`<span class="muted" aria-hidden="true">${sign}</span
    ><span class="visually-hidden">${said}</span>`;

/** The id of a record in a cell. */
export const idCell = ({ inspector }: Strings, { id }: RecordTrace) =>
  id === undefined ? absent(inspector.noId, inspector.noIdSaid) : cut(id);

/** The id of a record in a heading. */
export const idTitle = ({ inspector }: Strings, { id }: RecordTrace) =>
  id === undefined
    ? html`<span class="muted">${inspector.noIdSaid}</span>`
    : html`<span class="code id" title=${id}>${id}</span>`;
