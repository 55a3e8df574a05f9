/** The words of the flow: what goes into each stage, what comes out, and what it finds. */
import type { FoundKind, StageNote } from '../../engine/protocol.ts';
import {
  everyStage,
  type StageTemplate,
  type StageTemplates,
  type Templates,
} from '../templates.ts';
import { count, number } from './format.ts';

const inOut: StageTemplate = ({ recordsIn, recordsOut }) =>
  `${number(recordsIn)} in, ${number(recordsOut)} out`;

const stages: StageTemplates = {
  ran: {
    ...everyStage(inOut),
    reconcile: ({ recordsIn }, { reconciliationCount }) =>
      `${number(recordsIn)} from adapt, ${count(reconciliationCount, 'key', 'keys')}`,
  },
  empty: everyStage(() => '∅ ran on nothing'),
  off: everyStage(() => '– off'),
  failed: everyStage((_, { error }) => `✗ ${error?.type}`),
  unreached: everyStage(() => '– not reached'),
  alone: everyStage(() => '– needs two sources'),
  waiting: everyStage(() => '– not run'),
};

const notes: Templates<StageNote> = {
  adapted_before: ({ records }) => `${number(records)} adapted before`,
  given: ({ records }) => `${number(records)} in`,
  sources: ({ sources }) => `there ${sources === 1 ? 'is' : 'are'} ${number(sources)}`,
  no_records: () => 'so there are no records',
  adapt_off: () => 'adapt is off',
  passed_by: ({ records }) => count(records, 'passes by', 'pass by'),
  from_sources: ({ sources }) => `from ${count(sources, 'source', 'sources')}`,
};

/** The symbols distinguish the outcomes without colour. */
const found: Record<FoundKind, (n: number) => string> = {
  duplicate: (n) => `≡ ${count(n, 'duplicate', 'duplicates')}`,
  invalid: (n) => `✗ ${count(n, 'violation', 'violations')}`,
  fresh: (n) => `✓ ${number(n)} fresh`,
  stale: (n) => `! ${number(n)} stale`,
  matched: (n) => `= ${number(n)} matched`,
  mismatched: (n) => `≠ ${number(n)} mismatched`,
  single: (n) => `· ${number(n)} single`,
};

export const flow = {
  flow: {
    heading: 'Flow',
    legend: 'Flags',
    /** The button's accessible name, with the counts in it. */
    button: (stage: string, words: string) => `${stage}: ${words}. Open in Records.`,
    openFound: 'Open these in Records',
    opened: (stage: string) => `Records at ${stage}.`,
    past: 'No stage ran. In grey: the last run that finished.',
    old: 'In grey: an older run, not about what is in the editor now.',
    nothingRan: 'No stage has run yet.',
    table: 'As a table',
    tableCaption: 'What goes into each stage, what comes out, and what it finds',
    columns: { stage: 'Stage', state: 'State', in: 'In', out: 'Out', found: 'Found' },
    none: '–',

    stages,
    notes,
    found,
    /** In the table, the counts of a stage that ran have their own columns. */
    ran: 'ran',
  },
};
