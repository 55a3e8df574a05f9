/** The help for exceptions, which is loaded with it: what each means in this pipeline, and what usually fixes it. */
import type { ErrorCause, RunError } from '../../engine/protocol.ts';
import { isolated } from './format.ts';
import { syntax } from './syntax.ts';

export interface Lesson {
  /** What it means here, in a sentence or two. */
  means: (error: RunError) => string;
  fix: string;
}

/** Python's types, by JSON's names. */
const JSON_TYPES: Record<string, string> = {
  NoneType: 'null (None in Python)',
  bool: 'true or false (a bool in Python)',
  int: 'a number (an int in Python)',
  float: 'a number (a float in Python)',
  str: 'a string (a str in Python)',
  list: 'an array (a list in Python)',
  dict: 'an object (a dict in Python)',
};

const kind = ({ typeName = '' }: RunError): string => JSON_TYPES[typeName] ?? typeName;
const inSource = ({ source }: RunError): string =>
  source === undefined ? '' : ` of “${isolated(source)}”`;
const record = (error: RunError): string =>
  error.index === undefined ? 'A record' : `Record ${error.index}${inSource(error)}`;

const lessons: Record<ErrorCause, Lesson> = {
  utf8: {
    means: () =>
      'The program reads its file as UTF-8. A byte at the marked position cannot be part of a UTF-8 text, so the text was not read at all.',
    fix: 'Save the file as UTF-8: in most editors “Save with encoding”. A file from Excel or an old Windows program is often in another encoding.',
  },
  memory: {
    means: () =>
      'The config needs more memory than there is, or has more text or values than can be counted here: 4 GiB, or 268 million values.',
    fix: 'Run a part of the data: fewer records in each source.',
  },
  'json.bom': {
    means: () =>
      'The text begins with an invisible character, a byte order mark. Some Windows programs put it there, and JSON does not allow it.',
    fix: 'Save the file as “UTF-8”, not as “UTF-8 with BOM”; or delete the invisible character at the very beginning.',
  },
  'json.empty': {
    means: () =>
      'There is nothing to read: the text is empty, or only spaces and line ends. Even a config with nothing in it needs one JSON value.',
    fix: 'Write at least an empty object. Then every setting has its default, and there are no sources.',
  },
  'json.ends_early': {
    means: () =>
      'The text ends before the JSON does: a bracket, a brace or a quotation mark was opened and never closed.',
    fix: 'Look at the end of the text, then upwards: every { needs its }, every [ its ], every " its ". A copied text may lack its last lines.',
  },
  'json.extra_data': {
    means: () =>
      'The config is complete before the marked position, and more text follows. A JSON text is one single value.',
    fix: 'Delete what follows, or one } or ] too many before it. Two configs do not fit into one text.',
  },
  'json.trailing_comma': {
    means: () =>
      'A comma stands after the last element. Python code allows that, JSON does not: a comma promises that one more follows.',
    fix: 'Delete the marked comma, or write what was to follow it.',
  },
  'json.comma': {
    means: () =>
      'One value has ended and something else follows without a comma. Or a number is written in a form that JSON does not know (01, 1., 1e), so only its beginning was read.',
    fix: 'Put a comma between the two. A quotation mark within a string needs a backslash: \\". A number has no leading zeros, and has digits after its decimal point.',
  },
  'json.property_name': {
    means: () =>
      'In an object, a key was expected at the marked position. A key is always a string in double quotes, even where JavaScript does without them.',
    fix: 'Put the key into double quotes. If nothing is to follow, close the object with }. If you see nothing wrong there, look for an invisible character, such as a non-breaking space from a web page, and delete it.',
  },
  'json.colon': {
    means: () => 'There is a key, but no colon follows it, so it is unclear what its value is.',
    fix: 'Write a colon between the key and its value.',
  },
  'json.single_quotes': {
    means: () =>
      'The strings are in single quotes. Python prints them that way, but JSON knows only double quotes. It is the usual sign of a dict that was printed with print() instead of json.dumps().',
    fix: 'Replace the single quotes by double quotes, or have Python write the text with json.dumps().',
  },
  'json.python_word': {
    means: () =>
      'True, False and None are Python’s words. JSON has its own, in lower case: true, false and null.',
    fix: 'Write JSON’s word, or have Python write the text with json.dumps(), which translates them.',
  },
  'json.comment': {
    means: () =>
      'A comment begins at the marked position. JSON has no comments, neither // nor # nor /* */.',
    fix: 'Delete the comment. If it must stay, make it a value: the pipeline ignores keys that it does not know.',
  },
  'json.value': {
    means: () =>
      'A value was expected at the marked position: a string in double quotes, a number, true, false, null, an object or an array. What is there is none of these.',
    fix: 'Put text into double quotes. Write numbers with a digit first and without a plus sign. Delete a comma that has nothing after it.',
  },
  'json.control': {
    means: () =>
      'A string contains a line end, a tab or another control character as it is. A JSON string has to stay on one line.',
    fix: 'Write \\n for a line end and \\t for a tab. If the string was meant to end there, the closing " is missing.',
  },
  'json.unicode_escape': {
    means: () =>
      'After \\u there must be four hexadecimal digits (0 to 9, a to f); at the marked position there are fewer, or other characters.',
    fix: 'Write all four digits, with leading zeros, or the character itself. For a backslash and a u, write \\\\u.',
  },
  'json.escape': {
    means: () =>
      'A backslash within a string begins an escape, and JSON does not know this one. It knows \\" \\\\ \\/ \\b \\f \\n \\r \\t and \\u with four digits.',
    fix: 'For a backslash itself, as in a Windows path, write two.',
  },
  'json.digits': {
    means: () =>
      'An integer has more than 4300 digits. Python refuses to read it, since reading such numbers takes very long and could be used to stop a server.',
    fix: 'Put the digits into double quotes, as a string, or write a float such as 1e300.',
  },
  'json.depth': {
    means: () =>
      'Arrays and objects are nested too deep: Python’s JSON reader gives up when close to 10,000 of them are open at once.',
    fix: 'This is almost never intended. Look for something that opens brackets again and again, such as a loop that puts a list into itself.',
  },
  'config.not_object': {
    means: (error) =>
      `The whole config is ${kind(error)}. The pipeline asks it for its keys with config.get(…), and only an object has keys.`,
    fix: 'A config is an object: {…}, with “sources” as one of its keys. An array of records goes into one of the sources.',
  },
  'flags.not_object': {
    means: (error) =>
      `“flags” is ${kind(error)}. The pipeline asks it for each stage’s flag with flags.get(…), and only an object has that. An explicit null is not the same as no “flags” at all.`,
    fix: 'Make it an object with a key for each stage, or leave “flags” out: then all stages run.',
  },
  'sources.not_object': {
    means: (error) =>
      `“sources” is ${kind(error)}. The adapt stage goes over sources.items(), the pairs of a name and a source, and only an object has those.`,
    fix: 'Make it an object: the name of each source, and an object with its records.',
  },
  'source.not_object': {
    means: (error) =>
      `The source${error.source === undefined ? '' : ` “${isolated(error.source)}”`} is ${kind(error)}. The adapt stage asks it for its records with .get("records"), and only an object has that.`,
    fix: 'Put the list of records under the key “records”.',
  },
  'records.not_iterable': {
    means: (error) =>
      `“records”${inSource(error)} is ${kind(error)}. The adapt stage goes over it with for, one record after the other, which needs an array. An explicit null is not the same as no “records” at all.`,
    fix: 'Write an array, an empty one if there are no records; or leave “records” out.',
  },
  'record.not_object': {
    means: (error) =>
      `${record(error)} is ${kind(error)}. The adapter of this source asks each record for its fields with .get(…), and only an object has that.`,
    fix: 'Make “records” an array, and every element of it an object. In alpha the fields are “uid” and “data”, in beta “identifier” and “payload”.',
  },
  'record.not_mapping': {
    means: (error) =>
      `${record(error)} is ${kind(error)}. The adapt stage copies the record’s fields with {**record}, and only an object has fields. (Over an object or a string, for gives its keys or characters.)`,
    fix: 'Make “records” an array, and every element of it an object.',
  },
  'required.not_iterable': {
    means: (error) =>
      `“required_fields” is ${kind(error)}. The validate stage goes over it with for, one field name after the other, which needs an array. An explicit null is not the same as no “required_fields” at all.`,
    fix: 'Write an array of field names, an empty one to require nothing; or leave it out: then it is "id" and "value".',
  },
  'required.unhashable': {
    means: (error) =>
      `An element of “required_fields” is ${kind(error)}. The validate stage looks each one up as a key of the record, and in Python only what can be hashed can be a key: a string, not a list or a dict.`,
    fix: 'Write the names of the fields as strings, without brackets around each.',
  },
  'freshness.timestamp': {
    means: (error) =>
      `${record(error)} has a timestamp that is ${kind(error)}. The freshness stage computes now - timestamp, which needs a number: seconds since 1970.`,
    fix: 'Write the number without quotes. A record without a time needs no “timestamp” at all: then “now” stands in. null does not mean that.',
  },
  'freshness.now': {
    means: (error) =>
      `“now” is ${kind(error)}. The freshness stage computes now - timestamp for each record, which needs a number: seconds since 1970.`,
    fix: 'Write the number without quotes, or leave “now” out: then the clock stands in. null does not mean that.',
  },
  'freshness.max_age': {
    means: (error) =>
      `“max_age_seconds” is ${kind(error)}. The freshness stage asks age > max_age_seconds for each record, and Python does not compare a number with that.`,
    fix: 'Write the number of seconds without quotes, or leave it out: then it is 600.',
  },
  'freshness.overflow': {
    means: () =>
      'The freshness stage subtracts a float from an int, or an int from a float. Python makes a float of the int first, and this one is too large: floats end at about 1.8e308.',
    fix: 'Write “now” and the timestamps as seconds since 1970, ten digits or so. With ints only, any size works, since they are exact.',
  },
};

export const help = {
  means: 'What it means here',
  fix: 'What usually fixes it',
  instead: 'Instead of',
  write: 'write',
  nothing: 'nothing',
  line: 'Your line',
  value: 'Value',
  typed: (value: string, type: string) => `${isolated(value, 500)} (${type})`,
  /** The button that makes the change. */
  mend: 'Fix it',
  opened: (char: string, line: number) => `Go to the ${char} in line ${line}`,
  lessons,
  syntax,
};
