/** The messages of the parts of the page that are loaded later. They are loaded with the first of them. */
import { type Messages, messages } from './compiled/later.en.ts';
import { Translations } from './translations.ts';

export type Later = Messages;

export const later = new Translations<Later>('later', messages);
