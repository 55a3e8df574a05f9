/** What the inner elements tell or ask the outermost one. None of it leaves `<pipeline-playground>`. */
import type { StageName } from './engine/protocol.ts';

/** By name, what comes along as the event's detail. */
export interface Wishes {
  /** The learner changed the text in the editor. */
  'pp-text': string;
  /** Switch this stage's flag in the text. */
  'pp-flag': { stage: StageName; on: boolean };
  /** Take this file as the config. */
  'pp-file': File;
  /** Leave the file, back to the text. */
  'pp-close': undefined;
  'pp-reset': undefined;
  /** Show the exception in the editor. */
  'pp-go': undefined;
  'pp-cancel': undefined;
  /** The same input once more. */
  'pp-again': undefined;
  /** Load the engine once more. */
  'pp-restart': undefined;
  /** Say this in the live region. */
  'pp-say': string;
}

export type Wish<Name extends keyof Wishes> = CustomEvent<Wishes[Name]>;

export function send<Name extends keyof Wishes>(
  from: EventTarget,
  name: Name,
  detail?: Wishes[Name],
): void {
  from.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
}
