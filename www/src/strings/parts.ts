/** The words of the editor, the flow and what is around them, and of those of the views. */
import { flowIn } from './flow.ts';
import { type Strings, stringsOf } from './index.ts';
import { journeyIn } from './journey.ts';
import { onTop } from './on-top.ts';
import { type PartMessages, partMessages } from './parts-messages.ts';
import { reasonsIn } from './reasons.ts';

export type PartStrings = Strings & ReturnType<typeof partsIn>;

/** Something that knows the language to use. */
export interface PartSpeaker {
  readonly strings: PartStrings;
}

export const partStringsOf = onTop(partMessages, stringsOf, partsIn);

export function partsIn(messages: PartMessages, { pieces }: Strings) {
  return {
    ...messages,
    flow: flowIn(messages),
    journey: journeyIn(messages),
    reasons: reasonsIn(messages, pieces),
  };
}
