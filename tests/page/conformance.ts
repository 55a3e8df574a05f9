/** CPython 3.13's answers, from the conformance cases that every layer is tested with. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Answer {
  name: string;
  summary?: string;
  error?: [type: string, message: string];
  logs: [level: string, message: string][];
}
export interface Case extends Answer {
  input: string;
}
export interface FileCase {
  name: string;
  input_base64: string | null;
  last_line?: string;
}

function lines<Line>(name: string): Line[] {
  const text = readFileSync(join(__dirname, `../conformance/${name}.jsonl`), 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

export const named = lines<Case>('named');
const deep = lines<Case>('deep');
const files = lines<FileCase>('files');

function find<Entry extends { name: string }>(entries: Entry[], name: string): Entry {
  const found = entries.find((entry) => entry.name === name);
  if (!found) throw new Error(`there is no conformance case ${name}`);
  return found;
}

export const caseNamed = (name: string): Case => find([...named, ...deep], name);
export const fileNamed = (name: string): FileCase => find(files, name);

/** The exception as the page prints it. */
export const errorText = ({ error }: Answer): string => (error ? `${error[0]}: ${error[1]}` : '');
