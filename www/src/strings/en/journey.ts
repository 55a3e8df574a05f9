/** The words of a record's name and id wherever they are shown, and of the path of the record at the cursor. */
import type { StageState } from '../../engine/protocol.ts';
import type { StageTemplate } from '../templates.ts';
import { number } from './format.ts';

export const record = {
  line: (line: number) => `line ${number(line)}`,
  /** Shown for a record without an id. */
  noId: '–',
  noIdSaid: 'no id',
};

/** How to choose a record. */
const choose = () => 'Put the cursor into a record to see its path through the stages.';
/** The run ended before a record was adapted. */
const noneCame: StageTemplate = (_, { error }) =>
  `The run ended in ${error?.type} before a record came through adapt.`;

export const journey = {
  label: 'Record at the cursor',
  steps: 'Its path through the stages',
  /** How to choose a record, or why there is none, depending on how far adapt got. */
  hints: {
    ran: choose,
    empty: () => 'There are no records to follow through the stages.',
    off: () => 'adapt is off, so there are no records to follow through the stages.',
    failed: (stage, report) => (stage.recordsIn ? choose() : noneCame(stage, report)),
    unreached: choose,
    alone: choose,
    waiting: noneCame,
  } satisfies Record<StageState, StageTemplate>,
  said: (place: string, word: string, why: string) =>
    why ? `${place}: ${word}, ${why}.` : `${place}: ${word}.`,
  step: (stage: string, word: string, why: string) =>
    why ? `${stage}: ${word}, ${why}` : `${stage}: ${word}`,
};
