/** The messages of the editor, the flow and what is around them. A summary by itself has none of them. */
import { type Messages, messages } from './compiled/parts.en.ts';
import { Translations } from './translations.ts';

export type PartMessages = Messages;

export const partMessages = new Translations<PartMessages>('parts', messages);
