/** Every word that the page says. A second language is a second table of this type. */

/** `1 record`, `2 records`, `1,200 records`. */
function count(n: number, one: string, many: string): string {
  return `${n.toLocaleString('en')} ${n === 1 ? one : many}`;
}

function size(bytes: number): string {
  if (bytes < 1000) return count(bytes, 'byte', 'bytes');
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1000, 'kB'] : [bytes / 1_000_000, 'MB'];
  return `${value.toLocaleString('en', { maximumFractionDigits: 1 })} ${unit}`;
}

const en = {
  title: 'Pipeline playground',
  tagline: 'Edit the config, flip a flag, and read the summary exactly as Python prints it.',
  privacy: 'Computed in your browser; nothing you paste leaves this page.',

  flags: {
    heading: 'Flags',
    about: {
      adapt: 'one shape for all sources',
      cache: 'drop repeated records',
      validate: 'drop incomplete records',
      freshness: 'mark old records',
      reconcile: 'compare the sources',
    },
    hint: 'One flag for each stage. Flipping one edits “flags” in the config.',
    waiting: 'The flags can be flipped once the engine is loaded.',
    unreadable:
      'The flags in the config cannot be read right now. Mend the config to flip them here.',
    file: 'A file this big is not edited here. Change its “flags” in the file itself.',
    lost: 'The engine was just restarted. Flip the flag once more.',
    switched: (stage: string, on: boolean) => `${stage} switched ${on ? 'on' : 'off'}.`,
  },

  config: {
    heading: 'Config',
    editor: 'Config, JSON text',
    open: 'Open file…',
    openInput: 'File to load as the config',
    reset: 'Reset to sample',
    wasReset: 'The sample is back in the editor. Undo brings your text back.',
    drop: 'Drop the file to load it as the config',
    file: (name: string, bytes: number) => `${name} (${size(bytes)}) is loaded.`,
    fileIsRun: 'The engine reads its bytes until you edit the text.',
    fileIsBig: 'It is too big to edit here. The engine reads all of it; below is its beginning.',
    close: 'Back to your text',
    closed: 'Back to your text.',
    loaded: (name: string) => `${name} loaded.`,
    onlyOne: (name: string) => `One file at a time: ${name} was taken.`,
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
    cancel: 'Cancel',
    cancelled: 'Cancelled',
    cancelledAbout: 'The run was cancelled. The next edit starts a new one.',
    again: 'Run again',
    crashed: 'The engine crashed',
    crashedAbout:
      'Your text is safe, and a fresh engine is ready. The next edit runs on it. Please report this config: it should not happen.',
    unreadable: 'The file could not be read',
    unreadableAbout: 'It may have been moved or changed. Open it once more.',
    summary: 'Summary',
    exception: 'Exception',
    counts: (recordsIn: number, recordsOut: number) =>
      `${count(recordsIn, 'record', 'records')} in, ${recordsOut.toLocaleString('en')} out.`,
  },

  exception: {
    stage: 'Stage',
    source: 'Source',
    record: 'Record',
    index: (index: number) => `records[${index}]`,
    place: 'Place',
    lineColumn: (line: number, column: number) => `line ${line}, column ${column}`,
    goTo: (line: number) => `Go to line ${line}`,
    said: (error: string, line: number | undefined) =>
      line === undefined ? error : `${error} At line ${line}.`,
  },

  log: {
    heading: 'Log',
    lines: (n: number) => count(n, 'line', 'lines'),
    region: 'Log lines',
    none: 'Nothing was logged.',
    shown: (shown: number, all: number) =>
      `${shown.toLocaleString('en')} of ${count(all, 'line', 'lines')} shown`,
    more: (n: number) => `Show ${n.toLocaleString('en')} more`,
    moreSaid: (from: number, to: number) =>
      `Log lines ${from.toLocaleString('en')} to ${to.toLocaleString('en')} added.`,
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

  /** CodeMirror's own words, where ours are better; a translation fills in the rest. */
  editorPhrases: {
    Diagnostics: 'Exceptions',
    'No diagnostics': 'No exceptions',
  } as Record<string, string>,
};

export type Strings = typeof en;
export const strings: Strings = en;
