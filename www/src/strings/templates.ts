/** Templates for what the engine reports by name: a reason, or how far a stage got. */
import type { Report, StageName, StageReport, StageState } from '../engine/protocol.ts';
import type { FindingKind, FindingOf } from '../syntax/index.ts';

/** A template for each reason: a function of the reason's parameters, and of what it is the reason for. */
export type Templates<Why extends { reason: string }, Of = undefined> = {
  [Reason in Why['reason']]: (why: Extract<Why, { reason: Reason }>, of: Of) => string;
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
  const template = templates[why.reason as Why['reason']] as (
    why: Why,
    of: Of | undefined,
  ) => string;
  return template(why, of);
}

/** Puts a stage's result into words. */
export type StageTemplate = (stage: StageReport, report: Report) => string;
/** A template for each state that a stage can be in, and for each stage. */
export type StageTemplates = Record<StageState, Record<StageName, StageTemplate>>;

/** The same template for every stage. */
export const everyStage = (template: StageTemplate): Record<StageName, StageTemplate> => ({
  adapt: template,
  cache: template,
  validate: template,
  freshness: template,
  reconcile: template,
});

/** What stands in a text that is not JSON, and how to fix it. */
export interface FindingTemplate<Kind extends FindingKind> {
  means: (finding: FindingOf<Kind>) => string;
  fix: (finding: FindingOf<Kind>) => string;
}
/** A template for each kind of finding. */
export type FindingTemplates = { [Kind in FindingKind]: FindingTemplate<Kind> };
