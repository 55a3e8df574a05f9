/** The words of the path of the record at the cursor. */
import type { Report, StageReport, StageState } from '../engine/protocol.ts';
import type { PartMessages } from './parts-messages.ts';
import type { StageTemplate } from './templates.ts';

export function journeyIn({ journey }: PartMessages) {
  const { choose, empty, off, noneCame } = journey.hints;
  /** The run ended before a record was adapted. */
  const none = (_: StageReport, { error }: Report) => noneCame({ error: error?.type ?? '' });
  /** How to choose a record, or why there is none, depending on how far adapt got. */
  const hints: Record<StageState, StageTemplate> = {
    ran: choose,
    empty,
    off,
    failed: (stage, report) => (stage.recordsIn ? choose : none(stage, report)),
    unreached: choose,
    alone: choose,
    waiting: none,
  };
  return {
    ...journey,
    hints,
    choose,
    said: (place: string, word: string, why: string): string =>
      why ? journey.saidWhy({ place, word, why }) : journey.said({ place, word }),
    step: (stage: string, word: string, why: string): string =>
      why ? journey.stepWhy({ stage, word, why }) : journey.step({ stage, word }),
  };
}
