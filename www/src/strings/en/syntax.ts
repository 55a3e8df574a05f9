/** What stands in a text that is not JSON: what it means, and how to fix it. */
import type { FindingTemplates } from '../templates.ts';

const place = ({ line, column }: { line: number; column: number }): string =>
  `line ${line}, column ${column}`;

const whole: Pick<
  FindingTemplates,
  | 'utf16'
  | 'html'
  | 'csv'
  | 'yaml'
  | 'fence'
  | 'no_braces'
  | 'second_value'
  | 'log_lines'
  | 'text_before'
  | 'assignment'
> = {
  utf16: {
    means: () =>
      'This text is in UTF-16: a zero byte stands beside each letter. PowerShell’s > and some Windows editors write files that way. The program reads UTF-8.',
    fix: () => 'Save the file as UTF-8.',
  },
  html: {
    means: () =>
      'This is HTML or XML, not JSON. It is often the page around a file, or an error page, instead of the file itself.',
    fix: () => 'Copy the JSON itself. On a web site, look for “Raw” or “Download”.',
  },
  csv: {
    means: () =>
      'This looks like a table (CSV): lines with the same number of values. The pipeline reads JSON.',
    fix: () =>
      'Make an object of each line, for example in Python with csv.DictReader and json.dumps(), and put them into the “records” of a source.',
  },
  yaml: {
    means: () => 'This looks like YAML: keys without quotes and braces. The pipeline reads JSON.',
    fix: () => 'Write it as JSON: {"key": value}, with double quotes around each key and text.',
  },
  fence: {
    means: () =>
      'The lines with ``` mark code in a chat or in Markdown. They are not a part of the JSON between them.',
    fix: () => 'Delete the lines with ```.',
  },
  no_braces: {
    means: () =>
      'The text begins with a key, but keys stand only inside an object, and no { opens one.',
    fix: () => 'Put { before the first key and } after the last value.',
  },
  second_value: {
    means: () =>
      'One JSON value has ended, and a second one begins. A config is one single value. (Texts with one object on each line are called JSON Lines.)',
    fix: () =>
      'Keep one of them. If these are records, put them into one array, with commas between them: [{…}, {…}].',
  },
  log_lines: {
    means: ({ first }) => `“${first}” is a line of a log, not of the JSON.`,
    fix: () => 'Delete the lines of the log.',
  },
  text_before: {
    means: ({ first }) =>
      `There is a text before the JSON: “${first}”. JSON allows nothing around it.`,
    fix: () => 'Delete everything before the first { or [.',
  },
  assignment: {
    means: ({ name }) =>
      `“${name} =” is a line of a program that gives a name to the value. In a file there is only the value.`,
    fix: () => 'Delete the name and the equals sign.',
  },
};

const characters: Pick<
  FindingTemplates,
  | 'invisible'
  | 'single_quotes'
  | 'other_quotes'
  | 'curly_in_string'
  | 'quote_in_string'
  | 'missing_open_quote'
  | 'wide_punctuation'
  | 'comment'
> = {
  invisible: {
    means: ({ code, gap, start }) =>
      code === 'U+FEFF' && start
        ? 'The text begins with an invisible character, a byte order mark (U+FEFF). Some Windows programs put it there, and JSON does not allow it.'
        : gap
          ? `Here is a space that is not the usual one (${code}). Text from web pages and word processors has such spaces; JSON knows only the plain one.`
          : `Here is an invisible character (${code}). Text from web pages and chats has some; JSON does not allow them between its values.`,
    fix: ({ code, gap, start }) =>
      code === 'U+FEFF' && start
        ? 'Delete it, or save the file as “UTF-8”, not as “UTF-8 with BOM”.'
        : gap
          ? 'Write a plain space instead. The editor marks such characters with a red dot.'
          : 'Delete it. The editor marks such characters with a red dot.',
  },
  single_quotes: {
    means: () =>
      'The strings are in single quotes. Python prints them that way, but JSON knows only double quotes. It is the usual sign of a dict that was printed with print() instead of json.dumps().',
    fix: () =>
      'Replace the single quotes by double quotes, or have Python write the text with json.dumps().',
  },
  other_quotes: {
    means: ({ quote }) =>
      `${quote} is a quotation mark, but not the one of JSON. Word processors, chats and phones put such quotes in the place of straight ones.`,
    fix: () => 'Write straight double quotes: "',
  },
  curly_in_string: {
    means: ({ quote }) =>
      `A straight " opened this string. The ${quote} in it does not close it, so the string goes on.`,
    fix: () => 'If the string was to end there, write a straight " instead.',
  },
  quote_in_string: {
    means: () =>
      'The string ends at this ", and what follows it is outside. It looks as if the quotation marks belong to the text of the string.',
    fix: () => 'Put a backslash before each quotation mark inside a string: \\"',
  },
  missing_open_quote: {
    means: () => 'A string ends here, but no " has opened it.',
    fix: () => 'Put a " before it.',
  },
  wide_punctuation: {
    means: ({ found, meant }) =>
      `${found} looks like ${meant}, but is another character, from a keyboard for another script.`,
    fix: ({ meant }) => `Write ${meant} instead.`,
  },
  comment: {
    means: ({ mark }) =>
      `${mark} begins a comment. JSON has no comments, neither // nor # nor /* */.`,
    fix: () =>
      'Delete the comment. If it must stay, make it a value: the pipeline ignores keys that it does not know.',
  },
};

const words: Pick<
  FindingTemplates,
  | 'python_word'
  | 'misspelt_word'
  | 'bare_key'
  | 'bare_value'
  | 'call'
  | 'string_prefix'
  | 'tuple'
  | 'set'
  | 'ellipsis'
> = {
  python_word: {
    means: ({ word, meant }) =>
      /^[TFN]/.test(word)
        ? 'True, False and None are Python’s words. JSON has its own, in lower case: true, false and null.'
        : `${word} is how Python prints it. In JSON as Python reads it, it is ${meant}.`,
    fix: () =>
      'Write JSON’s word, or have Python write the text with json.dumps(), which translates them.',
  },
  misspelt_word: {
    means: ({ word, meant }) =>
      `${word} is not a word of JSON, which has only true, false and null, in lower case. Is ${meant} meant?`,
    fix: ({ meant }) => `Write ${meant}, or put the word into double quotes if it is a text.`,
  },
  bare_key: {
    means: ({ word }) =>
      `The key ${word} is not in quotes. A key is always a string in double quotes, even where JavaScript and Python do without them.`,
    fix: () => 'Put the keys into double quotes.',
  },
  bare_value: {
    means: ({ word }) => `${word} is not in quotes, so it is not a string, and JSON has no names.`,
    fix: ({ word }) => `If it is a text, put it into double quotes: "${word}"`,
  },
  call: {
    means: ({ word }) => `${word}(…) is a call. JSON has only values; nothing in it is computed.`,
    fix: () => 'Write the result instead.',
  },
  string_prefix: {
    means: ({ prefix }) =>
      `The ${prefix} before the string is Python’s. JSON has only one kind of string.`,
    fix: ({ prefix }) =>
      /^u$/i.test(prefix)
        ? `Delete the ${prefix}.`
        : `Delete the ${prefix}, and write in the string what Python would make of it.`,
  },
  tuple: {
    means: () =>
      'Round brackets make a tuple in Python. JSON has only arrays, in square brackets; json.dumps() makes an array of a tuple.',
    fix: () => 'Write square brackets.',
  },
  set: {
    means: () =>
      'These are values in braces, but no keys. Python writes a set that way. In JSON, braces hold pairs of a key and a value.',
    fix: () => 'Write square brackets for a list of values.',
  },
  ellipsis: {
    means: () => 'Three dots stand for something that was left out. JSON has nothing for that.',
    fix: () => 'Write what was left out, or delete the dots and the comma before them.',
  },
};

const numbers: Pick<FindingTemplates, 'underscores' | 'date' | 'number' | 'arithmetic'> = {
  underscores: {
    means: ({ number }) => `Python allows underscores in a number, as in ${number}. JSON does not.`,
    fix: () => 'Write the digits without underscores.',
  },
  date: {
    means: ({ number }) => `${number} is a date or a time. JSON has neither.`,
    fix: () =>
      'Put it into double quotes. “now” and the timestamps are numbers here: seconds since 1970.',
  },
  number: {
    means: ({ number }) => `${number} is not written as JSON writes numbers.`,
    fix: ({ meant }) =>
      meant === undefined
        ? 'A number has no leading zeros and no letters. If it is a text or an id, put it into double quotes.'
        : `Write ${meant}: digits first, digits on both sides of the point, no plus sign, base ten.`,
  },
  arithmetic: {
    means: ({ expression }) => `${expression} would have to be computed. JSON has only values.`,
    fix: ({ result }) =>
      result === undefined ? 'Write the result instead.' : `Write the result, ${result}.`,
  },
};

const between: Pick<
  FindingTemplates,
  | 'doubled_comma'
  | 'leading_comma'
  | 'trailing_comma'
  | 'missing_comma'
  | 'missing_colon'
  | 'no_value'
  | 'semicolon'
  | 'equals'
> = {
  doubled_comma: {
    means: () => 'Two commas follow each other, with nothing between them.',
    fix: () => 'Delete one of the commas, or write what was to stand between them.',
  },
  leading_comma: {
    means: () => 'A comma stands before the first element.',
    fix: () => 'Delete the comma, or write what was to stand before it.',
  },
  trailing_comma: {
    means: () =>
      'A comma stands after the last element. Python code allows that, JSON does not: a comma promises that one more follows.',
    fix: () => 'Delete the marked comma, or write what was to follow it.',
  },
  missing_comma: {
    means: () => 'A value ends here, and the next one begins without a comma between them.',
    fix: () => 'Put a comma between the two.',
  },
  missing_colon: {
    means: () => 'There is a key, but no colon follows it, so it is unclear what its value is.',
    fix: () => 'Write a colon between the key and its value.',
  },
  no_value: {
    means: () => 'There is a key with its colon, but no value.',
    fix: () => 'Write the value, null if there is none, or delete the key.',
  },
  semicolon: {
    means: ({ found }) =>
      `Here is a ${found}. JSON separates by commas, and has nothing at the end.`,
    fix: () => 'Write a comma between values, and nothing at the end.',
  },
  equals: {
    means: ({ found }) => `Here is ${found}. In JSON, a colon stands between a key and its value.`,
    fix: () => 'Write a colon.',
  },
};

const brackets: Pick<
  FindingTemplates,
  | 'missing_bracket'
  | 'wrong_bracket'
  | 'key_in_array'
  | 'extra_bracket'
  | 'closed_early'
  | 'ends_early'
  | 'ends_in_word'
> = {
  missing_bracket: {
    means: ({ opened, missing, found }) =>
      `The ${opened.char} that was opened at ${place(opened)} is not closed: before this ${found}, a ${missing} is missing.`,
    fix: ({ missing }) => `Put the missing ${missing} there.`,
  },
  wrong_bracket: {
    means: ({ opened, missing, found }) =>
      `This ${found} stands where the ${opened.char} that was opened at ${place(opened)} has to be closed by a ${missing}.`,
    fix: ({ missing, found }) => `Write ${missing} instead of ${found}.`,
  },
  key_in_array: {
    means: ({ opened }) =>
      `Here is a key, but the [ that was opened at ${place(opened)} is still open, and an array has no keys.`,
    fix: () =>
      'Put the missing ] where the array ends. If it holds objects, check that each has its }.',
  },
  extra_bracket: {
    means: ({ found }) =>
      `This ${found} closes nothing: everything is closed already, or is not closed by it.`,
    fix: ({ found }) => `Delete the ${found}.`,
  },
  closed_early: {
    means: ({ found }) =>
      `This ${found} closes the whole config, but more of it follows. It, or one before it, is too many.`,
    fix: ({ found }) => `Delete the ${found}.`,
  },
  ends_early: {
    means: ({ open, opened }) =>
      `The text ends while ${open === 1 ? 'a bracket is' : `${open} brackets are`} open${
        opened ? `. Look at the ${opened.char} that was opened at ${place(opened)}` : ''
      }. A copied text may lack its last lines.`,
    fix: ({ missing }) => `Write what is missing. At least ${missing} is missing at the end.`,
  },
  ends_in_word: {
    means: ({ word, meant }) => `The text ends inside a word: ${word}, the beginning of ${meant}.`,
    fix: () => 'Complete the word, and close what is open. A copied text may lack its last lines.',
  },
};

const strings: Pick<
  FindingTemplates,
  'ends_in_string' | 'line_end_in_string' | 'control' | 'escape'
> = {
  ends_in_string: {
    means: ({ opened }) =>
      `The text ends inside the string that was opened at ${place(opened)}. Its closing " is missing.`,
    fix: () =>
      'Close the string, and then what else is open. A copied text may lack its last lines.',
  },
  line_end_in_string: {
    means: ({ opened }) =>
      `The string that was opened at ${place(opened)} does not end on its line. A JSON string has to.`,
    fix: () =>
      'Put the missing " at the end of the string. For a line end inside a string, write \\n.',
  },
  control: {
    means: ({ code }) =>
      code === 'U+0009'
        ? 'There is a tab inside the string. JSON does not allow it there as it is.'
        : `There is an invisible control character (${code}) inside the string. JSON does not allow it there as it is.`,
    fix: ({ code }) =>
      code === 'U+0009' ? 'Write \\t for it.' : 'Write its escape, or delete it.',
  },
  escape: {
    means: ({ escape: found }) =>
      `A backslash begins an escape, and JSON does not know ${found}. It knows \\" \\\\ \\/ \\b \\f \\n \\r \\t and \\u with four digits.`,
    fix: () => 'For a backslash itself, as in a Windows path, write two.',
  },
};

export const syntax: FindingTemplates = {
  ...whole,
  ...characters,
  ...words,
  ...numbers,
  ...between,
  ...brackets,
  ...strings,
};
