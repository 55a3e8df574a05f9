/** The words of the flow: what goes into each stage, what comes out, and what it drops. */
import { count, number } from '../count.ts';

export const flow = {
  flow: {
    heading: 'Flow',
    legend: 'Flags',
    /** The button's accessible name, with the counts in it. */
    button: (stage: string, words: string) => `${stage}: ${words}. Open in Records.`,
    opened: (stage: string) => `Records at ${stage}.`,
    past: 'No stage ran. In grey: the last run that finished.',
    nothingRan: 'No stage has run yet.',
    table: 'As a table',
    tableCaption: 'What goes into each stage, what comes out, and what it finds',
    columns: { stage: 'Stage', state: 'State', in: 'In', out: 'Out', found: 'Found' },
    none: '–',

    inOut: (recordsIn: number, recordsOut: number) =>
      `${number(recordsIn)} in, ${number(recordsOut)} out`,
    in: (recordsIn: number) => `${number(recordsIn)} in`,
    adaptedBefore: (n: number) => `${number(n)} adapted before`,
    keys: (recordsIn: number, keys: number) =>
      `${number(recordsIn)} from adapt, ${count(keys, 'key', 'keys')}`,
    from: (sources: number) => `from ${count(sources, 'source', 'sources')}`,
    noRecords: 'so there are no records',
    passBy: (n: number) => count(n, 'passes by', 'pass by'),
    hasSources: (sources: number) => `${count(sources, 'source', 'sources')} adapted`,

    states: {
      ran: 'ran',
      empty: '∅ ran on nothing',
      off: '– off',
      failed: (error: string) => `✗ ${error}`,
      unreached: '– not reached',
      alone: '– needs two sources',
      waiting: '– not run',
    },

    /** The symbols tell the outcomes apart without colour. */
    hits: (n: number) => `≡ ${count(n, 'duplicate', 'duplicates')}`,
    violations: (n: number) => `✗ ${count(n, 'violation', 'violations')}`,
    fresh: (n: number) => `✓ ${number(n)} fresh`,
    stale: (n: number) => `! ${number(n)} stale`,
    matched: (n: number) => `= ${number(n)} matched`,
    mismatched: (n: number) => `≠ ${number(n)} mismatched`,
    single: (n: number) => `· ${number(n)} single`,
  },
};
