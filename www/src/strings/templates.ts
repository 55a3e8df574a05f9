/** Templates for what the engine reports by name: a reason, or how far a stage got. */
import type { Report, StageReport } from '../engine/protocol.ts';
import type { FindingKind, FindingOf } from '../syntax/index.ts';

/** A function of what is said, or a text that is always the same. A message that takes its parameters is one, too. */
export type Template<Of extends unknown[]> = string | ((...of: Of) => string);

export const fill = <Of extends unknown[]>(template: Template<Of>, ...of: Of): string =>
  typeof template === 'string' ? template : template(...of);

/** A template for each reason, of the reason's parameters, and of what it is the reason for. */
export type Templates<Why extends { reason: string }, Of = undefined> = {
  [Reason in Why['reason']]: Template<[why: Extract<Why, { reason: Reason }>, of: Of]>;
};

/** Puts a reason into words. */
export function say<Why extends { reason: string }>(templates: Templates<Why>, why: Why): string;
export function say<Why extends { reason: string }, Of>(
  templates: Templates<Why, Of>,
  why: Why,
  of: Of,
): string;
export function say<Why extends { reason: string }, Of>(
  templates: Templates<Why, Of>,
  why: Why,
  of?: Of,
): string {
  // The template takes the reason that it is named after. TypeScript cannot see that in a union.
  const template = templates[why.reason as Why['reason']] as Template<[Why, Of | undefined]>;
  return fill(template, why, of);
}

/** A template for what became of a stage. */
export type StageTemplate = Template<[stage: StageReport, report: Report]>;

/** What stands in a text that is not JSON, and how to fix it. */
export interface FindingTemplate<Kind extends FindingKind> {
  means: Template<[finding: FindingOf<Kind>]>;
  fix: Template<[finding: FindingOf<Kind>]>;
}
/** A template for each kind of finding. */
export type FindingTemplates = { [Kind in FindingKind]: FindingTemplate<Kind> };
