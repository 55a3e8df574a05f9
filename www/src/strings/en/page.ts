/** The words of the page as a whole: header, config, flags, running, log, copying. */
import { count, duration, isolated, number, size } from './format.ts';

export const page = {
  title: 'Pipeline playground',
  tagline: 'Flip a flag, or choose a number, and see what became of each record and why.',
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
    skip: 'Skip to the results',
    share: 'Share',
    inFull: 'Open in full',
    split: 'Width of the editor',
    theme: 'Colours',
    themes: { auto: 'system', light: 'light', dark: 'dark' },
    size: 'Text',
    percent: (size: number) => `${number(size * 100)} %`,
    ready: (took: number, records: number) =>
      `${duration(took)} · ${count(records, 'record', 'records')}`,
    old: 'About an older text:',
    memory: (memory: number) => `${size(memory)} of memory`,
    kept: 'Your text is kept in this browser.',
    notKept: 'Your text is not kept.',
    keep: 'Keep it',
    forget: 'Forget all',
    forgotten: 'Your text and settings are forgotten.',
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
    about: 'While the focus is in the playground, but not in a text field:',
    enabled: 'Use these shortcuts',
    keys: {
      help: 'show this list',
      editor: 'go to the config',
      flags: 'go to the flags',
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
    readonly: 'This config is only for reading.',
    waiting: 'The flags can be flipped once the engine is loaded.',
    unreadable:
      'The flags in the config cannot be read right now. Fix the config to flip them here.',
    stopped: 'The last run did not finish. Run the file again to flip its flags here.',
    lost: 'The engine was just restarted. Flip the flag once more.',
    /** What a flip has changed in the text. Nothing was there before if a key was added. */
    edited: (before: string, after: string) =>
      before ? `${before} → ${after}` : `added ${after.replace(/^[\s,]+|[\s,]+$/g, '')}`,
    switched: (stage: string, on: boolean) => `${stage} switched ${on ? 'on' : 'off'}.`,
  },

  config: {
    heading: 'Config',
    editor: 'Config, JSON text',
    open: 'Open file…',
    openInput: 'File to load as the config',
    samples: 'Samples',
    sampleNames: {
      everything: {
        name: 'Every outcome',
        about: 'Each stage drops, marks or compares something.',
      },
      course: { name: 'Course sample', about: 'What the course begins with: six good records.' },
      'adapt-off': {
        name: 'Without adapt',
        about: 'The later stages run on no records, and the summary still lists them.',
      },
      'null-id': {
        name: 'An id that is null',
        about: 'The contract drops the record; its log line says None, not which record.',
      },
      conflict: {
        name: 'Two sources disagree',
        about: 'One key with two values is a mismatch, and both records stay.',
      },
      'one-source': {
        name: 'Only one source',
        about: 'There is nothing to compare it with, so reconcile does not run.',
      },
      gamma: {
        name: 'A source without an adapter',
        about: 'No adapter knows ref and content, so the records have no id and no value.',
      },
    },
    startOver: { name: 'Start over', about: 'as on the first visit; undo brings your text back' },
    notKept: 'Your text cannot be kept in this browser. Copy it to a file before this page closes.',
    startedOver: 'The first text is in the editor. Undo brings your text back.',
    sampleLoaded: (name: string) => `${name} is in the editor. Undo brings your text back.`,
    undo: 'Undone.',
    redo: 'Done again.',
    drop: 'Drop the file to load it as the config',
    file: (name: string, bytes: number) => `${isolated(name)} (${size(bytes)}) is loaded.`,
    fileEdited: (name: string, bytes: number) =>
      `${isolated(name)} (${size(bytes)}) is loaded and edited.`,
    fileIsRun: 'The engine reads its bytes until you edit the text.',
    fileIsNotUtf8:
      'It is not UTF-8, so Python cannot read it. Each � stands for bytes that are no character.',
    editAs: {
      'windows-1252': 'Edit as Windows-1252',
      'utf-16le': 'Edit as UTF-16',
      'utf-16be': 'Edit as UTF-16',
    },
    editShown: 'Edit with the �',
    edited: (name: string) => `A copy of ${isolated(name)} is in the editor, as text.`,
    fileIsBig:
      'It is too big to type in. Change its flags, “now” and “max_age_seconds” by their controls.',
    shown: (from: number, to: number, part: string) =>
      `Below are lines ${number(from)} to ${number(to)}, ${part} of it.`,
    shownOfLine: (line: number, [from, to]: readonly [number, number], part: string) =>
      `Below is line ${number(line)} from character ${number(from)} to ${number(to)}, ${part} of it.`,
    lessThan: 'less than 1 %',
    percent: (part: number) => `${number(part)} %`,
    start: 'Beginning',
    earlier: 'Earlier part',
    later: 'Later part',
    undoEdit: 'Undo',
    redoEdit: 'Redo',
    save: 'Save',
    saveLong: 'Save config',
    textName: 'config.json',
    saved: (name: string) => `${isolated(name)} is saved where your browser puts downloads.`,
    changedOnDisk: (name: string) =>
      `${isolated(name)} cannot be saved: the file has been changed or moved since you opened it. Open it once more.`,
    format: 'Format',
    formatted: 'Formatted. Only white space has changed.',
    formattedAlready: 'Nothing to do: the text is formatted already.',
    formatUnreadable: 'Format works once the text can be read. Fix the marked error first.',
    formatPart: 'Format does not work on a part of a big file.',
    fixed: 'Fixed. Undo brings back what was there.',
    close: 'Back to your text',
    closed: 'Back to your text.',
    loaded: (name: string) => `${isolated(name)} loaded.`,
    onlyOne: (name: string) => `One file at a time: ${isolated(name)} was loaded.`,
    overtaken: (name: string) =>
      `${isolated(name)} was not loaded: the text was changed meanwhile.`,
    notAFile: 'That was not a file that can be read here.',
    unreadable: (name: string, reason: string) => `${isolated(name)} could not be read: ${reason}`,
  },

  results: {
    loading: 'Loading the engine…',
    failed: 'The engine could not be loaded',
    failedAbout: 'Your text is safe. Check the connection, then try again.',
    /** Why the engine failed, where that is known. */
    failedWhy: {
      policy:
        "The policy of this page does not let the browser compile the engine. Whoever runs the page can add 'wasm-unsafe-eval' to the script-src of its Content-Security-Policy.",
      worker:
        'Texts of more than 50,000 characters are run in a worker, and none could be started here. Shorter ones can be run. Check the connection, or the worker-src of the page’s Content-Security-Policy.',
    },
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
    silent: 'The engine stopped answering',
    silentAbout: (editable: boolean) =>
      `The browser may have ended it, for example for lack of memory. Your text is safe, and a fresh engine is ready. ${editable ? 'The next edit' : '“Run again”'} runs on it.`,
    unreadable: 'The file could not be read',
    tooLarge: 'The text is too large',
    tooLargeAbout: (bytes: number) =>
      `The browser does not have enough memory to run a text of ${size(bytes)}. Up to about 800 MB usually fit.`,
    lastGood: 'The last good result, from before the exception',
    untilThen: 'What is shown here was done before that.',
    notRun: 'So no stage has run. In grey: the last run that finished.',
    notRunYet: 'So no stage has run.',
    unreadableAbout:
      'It has been changed, moved or deleted on your disk since you opened it, so the browser does not let this page read it. Open it once more.',
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

  rows: { more: (n: number) => `… and ${number(n)} more` },

  download: {
    button: 'Download',
    labels: {
      summary: 'Download summary',
      log: 'Download log',
      records: 'Download the records that came out',
    },
    /** The summary's name is that of the course's program. */
    files: { summary: 'output_summary.json', log: 'pipeline.log', records: 'records.json' },
    said: (name: string) => `${name} was saved.`,
    failed: (name: string, reason: string) => `${name} could not be saved: ${reason}`,
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
