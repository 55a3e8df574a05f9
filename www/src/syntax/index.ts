/** Help for texts that are not JSON, and formatting. Pure functions of texts; no Lit, no CodeMirror. */
export { diagnose } from './diagnose.ts';
export type { Finding, FindingKind, FindingOf, SyntaxHelp, TextPart } from './help.ts';
