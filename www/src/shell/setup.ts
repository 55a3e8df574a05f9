/** How the attributes of `<pipeline-playground>` set a playground up, besides the preferences. Read once. */
import { STAGES, type StageName } from '../engine/protocol.ts';
import type { LinkRecord } from '../links/index.ts';
import { isResultView, RESULT_VIEWS, type View } from '../state/views.ts';

/** What `show` can name. */
export const PARTS = ['flow', 'editor', ...RESULT_VIEWS] as const;
export type Part = (typeof PARTS)[number];

/** A flag that is switched before the first run. */
export interface GivenFlag {
  readonly stage: StageName;
  readonly on: boolean;
}

export interface Setup {
  /** What is shown. Undefined: everything, with the header. */
  readonly show: ReadonlySet<Part> | undefined;
  readonly flags: readonly GivenFlag[];
  /** The record that is open at first. */
  readonly record: LinkRecord | undefined;
  /** The number of the summary that is explained, as the page wrote it. */
  readonly number: string | undefined;
  readonly readonly: boolean;
  /** What is added to the level of each heading, so that the first is as the tag says, or the second. */
  readonly headingOffset: number;
}

export function readSetup(element: Element): Setup {
  const words = (name: string) =>
    (element.getAttribute(name) ?? '').split(/[\s,]+/).filter(Boolean);
  const show = PARTS.filter((part) => words('show').includes(part));
  return {
    show: show.length ? new Set(show) : undefined,
    flags: words('flags').flatMap(flagOf),
    record: recordOf(element.getAttribute('record') ?? ''),
    number: element.getAttribute('number') ?? undefined,
    readonly: element.hasAttribute('readonly'),
    headingOffset: offsetOf(element, show.length > 0),
  };
}

/** Without the header, whose title is an `<h1>`, the first headings are `<h2>`. */
function offsetOf(element: Element, hasNoHeader: boolean): number {
  const level = Number(element.getAttribute('heading-level') ?? 2);
  return ([1, 2, 3, 4, 5, 6].includes(level) ? level : 2) - (hasNoHeader ? 2 : 1);
}

/** `freshness=off` */
function flagOf(word: string): GivenFlag[] {
  const [name, value] = word.split('=');
  const stage = STAGES.find((one) => one === name);
  return stage && (value === 'on' || value === 'off') ? [{ stage, on: value === 'on' }] : [];
}

/** `alpha[2]`. A source can have any name, so the index is what stands in the last brackets. */
function recordOf(text: string): LinkRecord | undefined {
  const [, source, index] = /^(.*)\[(\d+)\]$/s.exec(text) ?? [];
  return source === undefined ? undefined : { source, index: Number(index) };
}

/** The part that a view belongs to: in one column, the config and the stages are views too. */
export const partOf = (view: View): Part =>
  isResultView(view) ? view : view === 'config' ? 'editor' : 'flow';
