/** The content of list cells, and of the headings above a record. */
import { html } from 'lit';
import type { RecordTrace } from '../engine/protocol.ts';
import type { PartStrings } from '../strings/parts.ts';
import { data, name } from './data.ts';

/** The most characters of an id in a heading. */
const TITLE = 24;

/** A sign for a missing value, and the words that a screen reader says instead. */
export const absent = (sign: string, said: string) =>
  html`<span class="muted" aria-hidden="true">${sign}</span
    ><span class="visually-hidden">${said}</span>`;

/** An id that reads like another value is shown in its quotes. */
const shown = ({ id = '', quotedId }: RecordTrace): string => (quotedId ? `"${id}"` : id);

/** The id of a record in a cell. */
export const idCell = ({ record: words }: PartStrings, record: RecordTrace) =>
  record.id === undefined ? absent(words.noId, words.noIdSaid) : name(shown(record));

/** The id of a record in a heading. */
export const idTitle = ({ record: words }: PartStrings, record: RecordTrace) =>
  record.id === undefined
    ? html`<span class="muted">${words.noIdSaid}</span>`
    : html`<span class="code id" title=${record.id}>${data(shown(record), TITLE)}</span>`;
