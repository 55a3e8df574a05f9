/** The words of the help for exceptions: what each means in this pipeline, and what usually fixes it. */
import type { ErrorCause, RunError } from '../engine/protocol.ts';
import type { Finding, FindingKind } from '../syntax/index.ts';
import { findingsIn } from './findings.ts';
import { help, type Help as Messages } from './help-messages.ts';
import { type FindingTemplate, fill, type Template } from './templates.ts';

export interface Said {
  /** What it means here, in a sentence or two. */
  means: string;
  fix: string;
}

export type Help = ReturnType<typeof helpIn>;

const all = new WeakMap<Messages, ReturnType<typeof make>>();

export function helpIn(language: string) {
  const { messages } = help.in(language);
  const words = all.get(messages) ?? make(messages);
  all.set(messages, words);
  return words;
}

const make = (messages: Messages) => ({
  ...messages.help,
  /** Puts an exception into words. */
  sayError: (error: RunError): Said => sayError(messages, error),
  /** Puts a finding into words. */
  sayFinding: (finding: Finding): Said => sayFinding(messages, finding),
});

/** What the words for an exception need. */
interface About {
  kind: string;
  record: string;
  source: string;
  named: boolean;
}

function sayError({ help, lessons }: Messages, error: RunError): Said {
  const { typeName = '', source, index } = error;
  const kinds: Record<string, string> = help.kinds;
  const templates: Record<ErrorCause, { means: Template<[About]>; fix: string }> = lessons;
  const { means, fix } = templates[error.cause];
  const about = {
    /** Python's type, by JSON's name. */
    kind: kinds[typeName] ?? typeName,
    record: help.aRecord,
    source: source ?? '',
    named: source !== undefined,
  };
  if (index !== undefined)
    about.record =
      source === undefined
        ? help.recordAt({ index: String(index) })
        : help.recordOf({ index: String(index), source });
  return { means: fill(means, about), fix };
}

function sayFinding(messages: Messages, finding: Finding): Said {
  // The template takes the finding that it is named after. TypeScript cannot see that in a union.
  const template = findingsIn(messages)[finding.kind] as FindingTemplate<FindingKind>;
  return { means: fill(template.means, finding), fix: fill(template.fix, finding) };
}
