/** What in a config was surely not meant. These words are loaded with the element that shows them. */
import type { Hint, HintKind, Settings } from '../../engine/protocol.ts';
import { number } from './format.ts';

/** A template for each kind. `settings`: those of the same run. */
const said: Record<HintKind, (hint: Hint, settings: Settings) => string> = {
  key: ({ text, key }) => `Nothing reads the key ${text}. Was "${key}" meant?`,
  source: ({ text, key }) => `No adapter knows the source ${text}. Was "${key}" meant?`,
  flag: ({ text, key }) =>
    `The flag of ${key} is the string ${text}. To Python that is true, as is every string but the empty one: ${key} is on.`,
  letters: ({ text }) =>
    `“required_fields” is the string ${text}, so each of its letters is a required field. Names of fields go into an array.`,
  milliseconds: ({ text }) =>
    `The timestamp ${text} looks like milliseconds. It is read as seconds, so it lies far after “now”.`,
  future: ({ text }) => `The timestamp ${text} lies after “now”, so its age is negative.`,
  now_milliseconds: ({ text }) =>
    `“now” is ${text}, which looks like milliseconds. It is read as seconds, so ages are far too high.`,
  no_now: (_, { now }) =>
    `“now” is not in the config, so the clock stands in: ${now.text} this time. With it, ages change from run to run.`,
  dry_run: () =>
    '“dry_run” is on: the program runs everything and prints the summary, but writes no file. This page never writes one.',
};

export const hints = {
  heading: 'Was this meant?',
  said,
  goTo: (line: number) => `Go to line ${number(line)}`,
};
