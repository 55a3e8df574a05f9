/** The words of the page as a whole: header, config, flags, running, log, copying. */
import { count, duration, number, size } from './format.ts';

export const page = {
  title: 'Pipeline playground',
  tagline: 'See what each stage did to each record, and the summary exactly as Python prints it.',
  privacy: 'Computed in your browser; nothing you paste leaves this page.',

  /** A name without a word around it. An empty one must be visible. */
  sourceName: (name: string) => name || '""',

  views: {
    list: 'Parts of the playground',
    config: 'Config',
    stages: 'Stages',
    summary: 'Summary',
    records: 'Records',
    reconciliation: 'Reconciliation',
    time: 'Time',
    log: 'Log',
    compare: 'Compare',
  },

  layout: {
    split: 'Width of the editor',
    scheme: 'Colours',
    schemes: { auto: 'as the system', light: 'light', dark: 'dark' },
    ready: (took: number, records: number) =>
      `${duration(took)} · ${count(records, 'record', 'records')}`,
    memory: (memory: number) => `${size(memory)} of memory`,
    pinned: 'A run is pinned',
    notPinned: 'No run is pinned',
    loading: 'Loading…',
    notLoaded: 'This part of the page could not be loaded',
  },

  pin: {
    pin: 'Pin this run',
    unpin: 'Unpin',
    pinned: 'This run is pinned. Compare shows what differs from it.',
    unpinned: 'The run is unpinned.',
  },

  shortcuts: {
    heading: 'Keyboard shortcuts',
    open: 'Keyboard shortcuts',
    close: 'Close',
    about: 'While the cursor is not in a text field:',
    enabled: 'Use these shortcuts',
    keys: {
      help: 'show this list',
      editor: 'go to the config',
      flag: (stage: string) => `switch ${stage} on or off`,
      view: (view: string) => `open ${view}`,
      pin: 'pin this run, or unpin it',
    },
    summary: 'On a number of the summary:',
    summaryKeys: {
      '→': 'choose it; once more, go to its records',
      '←': 'from its records back to the number',
    },
    editor: 'In the config:',
    editorKeys: {
      'Ctrl F': 'search',
      'Ctrl Z': 'undo',
      'Ctrl Y': 'redo',
      Tab: 'leave the editor',
    },
  },

  flags: {
    heading: 'Flags',
    about: {
      adapt: 'one shape for all',
      cache: 'drop repeats',
      validate: 'drop incomplete',
      freshness: 'mark the old',
      reconcile: 'compare sources',
    },
    hint: 'One flag for each stage. Flipping one edits “flags” in the config.',
    waiting: 'The flags can be flipped once the engine is loaded.',
    unreadable:
      'The flags in the config cannot be read right now. Fix the config to flip them here.',
    file: 'A file this big is not edited here. Change its “flags” in the file itself.',
    lost: 'The engine was just restarted. Flip the flag once more.',
    switched: (stage: string, on: boolean) => `${stage} switched ${on ? 'on' : 'off'}.`,
  },

  config: {
    heading: 'Config',
    editor: 'Config, JSON text',
    open: 'Open file…',
    openInput: 'File to load as the config',
    samples: 'Samples',
    sampleNames: {
      course: { name: 'Course sample', about: 'what the course begins with: six good records' },
      everything: {
        name: 'Every outcome',
        about: 'duplicates, violations, stale records, mismatches',
      },
    } as Record<string, { name: string; about: string }>,
    sampleLoaded: (name: string) => `${name} is in the editor. Undo brings your text back.`,
    drop: 'Drop the file to load it as the config',
    file: (name: string, bytes: number) => `${name} (${size(bytes)}) is loaded.`,
    fileIsRun: 'The engine reads its bytes until you edit the text.',
    fileIsBig: 'It is too big to edit here. The engine reads all of it.',
    shown: (from: number, to: number, part: string) =>
      `Below are lines ${number(from)} to ${number(to)}, ${part} of it.`,
    lessThan: 'less than 1 %',
    percent: (part: number) => `${number(part)} %`,
    start: 'Beginning',
    earlier: 'Earlier part',
    later: 'Later part',
    format: 'Format',
    formatted: 'Formatted. Only white space has changed.',
    formattedAlready: 'Nothing to do: the text is formatted already.',
    formatUnreadable: 'Format works once the text can be read. Fix the marked error first.',
    formatPart: 'Format does not work on a part of a big file.',
    fixed: 'Fixed. Undo brings back what was there.',
    close: 'Back to your text',
    closed: 'Back to your text.',
    loaded: (name: string) => `${name} loaded.`,
    onlyOne: (name: string) => `One file at a time: ${name} was loaded.`,
    notAFile: 'That was not a file that can be read here.',
    unreadable: (name: string, reason: string) => `${name} could not be read: ${reason}`,
  },

  results: {
    loading: 'Loading the engine…',
    failed: 'The engine could not be loaded',
    failedAbout: 'Your text is safe. Check the connection, then try again.',
    retry: 'Try again',
    running: 'Running…',
    progress: 'Progress of the run',
    phases: {
      file: 'Reading the file…',
      read: 'Reading the JSON text…',
      adapt: 'Running adapt…',
      cache: 'Running cache…',
      validate: 'Running validate…',
      freshness: 'Running freshness…',
      reconcile: 'Running reconcile…',
    },
    cancel: 'Cancel',
    cancelled: 'Cancelled',
    cancelledAbout: (editable: boolean) =>
      `The run was cancelled. ${editable ? 'The next edit' : '“Run again”'} starts a new one.`,
    again: 'Run again',
    crashed: 'The engine crashed',
    crashedAbout: (editable: boolean) =>
      `Your text is safe, and a fresh engine is ready. ${editable ? 'The next edit' : '“Run again”'} runs on it. Please report this config: it should not happen.`,
    unreadable: 'The file could not be read',
    tooLarge: 'The text is too large',
    tooLargeAbout: (bytes: number) =>
      `The browser does not have enough memory to run a text of ${size(bytes)}. Up to about 800 MB usually fit.`,
    lastGood: 'The last good result, from before the exception',
    untilThen: 'What is shown here was done before that.',
    notRun: 'So no stage has run. In grey: the last run that finished.',
    notRunYet: 'So no stage has run.',
    unreadableAbout: 'It may have been moved or changed. Open it once more.',
    summary: 'Summary',
    exception: 'Exception',
    counts: (recordsIn: number, recordsOut: number) =>
      `${count(recordsIn, 'record', 'records')} in, ${number(recordsOut)} out.`,
  },

  exception: {
    stage: 'Stage',
    source: 'Source',
    record: 'Record',
    index: (index: number) => `records[${index}]`,
    position: 'Position',
    lineColumn: (line: number, column: number) => `line ${line}, column ${column}`,
    goTo: (line: number) => `Go to line ${line}`,
    explain: 'What it means',
    said: (error: string, line: number | undefined) =>
      line === undefined ? error : `${error} At line ${line}.`,
  },

  log: {
    heading: 'Log',
    before: 'Logged before the exception',
    lines: (n: number) => count(n, 'line', 'lines'),
    region: 'Log lines',
    none: 'Nothing was logged.',
    shown: (shown: number, all: number) =>
      `${number(shown)} of ${count(all, 'line', 'lines')} shown`,
    more: (n: number) => `Show ${number(n)} more`,
    moreSaid: (from: number, to: number) => `Log lines ${number(from)} to ${number(to)} added.`,
    cut: (n: number) => `… and ${count(n, 'more character', 'more characters')}`,
  },

  copy: {
    button: 'Copy',
    done: 'Copied',
    summary: 'Copy summary',
    log: 'Copy log',
    exception: 'Copy exception',
    said: { summary: 'Summary copied.', log: 'Log copied.', exception: 'Exception copied.' },
    failed: 'The browser did not allow copying. Select the text and copy it by hand.',
  },

  /** Replacements for some of CodeMirror's phrases. A translation needs all of them. */
  editorPhrases: { 'Control character': 'Invisible character' } as Record<string, string>,
};
