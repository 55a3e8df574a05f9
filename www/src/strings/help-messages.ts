/** The messages of the help for exceptions, which are loaded with it. */
import { type Messages, messages } from './compiled/help.en.ts';
import { Translations } from './translations.ts';

export type Help = Messages;

export const help = new Translations<Help>('help', messages);
