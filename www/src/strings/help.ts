/** The words of the help for exceptions, in each language. They are loaded with it. */
import type { Finding, FindingKind } from '../syntax/index.ts';
import { help as en } from './en/help.ts';
import type { FindingTemplate } from './templates.ts';

export type Help = typeof en;

/** By the tags of the languages in `index.ts`. */
export const helps: Record<string, Help> = { en };

export const helpIn = (language: string): Help => helps[language] ?? en;

/** Puts a finding into words. */
export function sayFinding({ syntax }: Help, finding: Finding): { means: string; fix: string } {
  // The template takes the finding that it is named after. TypeScript cannot see that in a union.
  const template = syntax[finding.kind] as unknown as FindingTemplate<FindingKind>;
  return { means: template.means(finding), fix: template.fix(finding) };
}
