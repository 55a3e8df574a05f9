/** The words of the flow: what goes into each stage, what comes out, and what it finds. */
import type { FoundKind, StageNote, StageState } from '../engine/protocol.ts';
import type { PartMessages } from './parts-messages.ts';
import type { StageTemplate, Templates } from './templates.ts';

export function flowIn({ flow }: PartMessages) {
  const { stages: words } = flow;
  const stages: Record<StageState, StageTemplate> = {
    ...words,
    ran: (stage, { reconciliationCount: keys }) =>
      stage.name === 'reconcile'
        ? words.reconciled({ recordsIn: stage.recordsIn, keys })
        : words.inOut(stage),
    failed: (_, { error }) => words.failed({ error: error?.type ?? '' }),
  };
  const notes: Templates<StageNote> = flow.notes;
  const found: Record<FoundKind, (of: { n: number }) => string> = flow.found;
  return { ...flow, stages, notes, found };
}
