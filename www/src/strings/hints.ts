/** The words of hints, which are loaded with their element: few configs need them. */
import type { Hint, HintKind, Settings } from '../engine/protocol.ts';
import { type Messages as Hints, messages } from './compiled/hints.en.ts';
import { fill, type Template } from './templates.ts';
import { Translations } from './translations.ts';

const hints = new Translations<Hints>('hints', messages);

export const hintsIn = (language: string): Hints => hints.in(language).messages;

/** Puts a hint into words. `settings`: those of the same run. */
export function sayHint({ hints: { said } }: Hints, hint: Hint, { now }: Settings): string {
  const templates: Record<HintKind, Template<[Hint & { now: string }]>> = said;
  return fill(templates[hint.hint], { ...hint, now: now.text });
}
