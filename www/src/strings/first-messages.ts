/** The messages that are there from the start. */
import { type Messages, messages } from './compiled/first.en.ts';
import { Translations } from './translations.ts';

export type First = Messages;

export const first = new Translations<First>('first', messages);
