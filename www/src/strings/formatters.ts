/** Formatters for messages: `{name, data}`, `{bytes, size}`, `{took, duration}`. Known to `scripts/messages.mjs`. */
import { formatsOf } from './format.ts';
import { isolated } from './isolated.ts';

/** Data in a sentence. */
export const data = (text: string): string => isolated(text);
export const size = (bytes: number, language: string): string => formatsOf(language).size(bytes);
export const duration = (milliseconds: number, language: string): string =>
  formatsOf(language).duration(milliseconds);
