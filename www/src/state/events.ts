/** The events with which inner elements inform or ask the outermost one. None leaves `<pipeline-playground>`. */
import type { StageName, SummaryNumber } from '../engine/protocol.ts';
import type { View } from './views.ts';

/** A part of the text, in UTF-16 units. */
export interface Span {
  start: number;
  end: number;
}

/** The detail of each event, by its name. */
export interface PlaygroundEvents {
  /** The learner changed the text in the editor. `caret`: the offset of the cursor. */
  'pp-text': { text: string; caret: number };
  /** The cursor has moved to this offset of the text. */
  'pp-caret': number;
  /** Switch this stage's flag in the text. */
  'pp-flag': { stage: StageName; on: boolean };
  /** Give this key of the config another number. `final`: the change is over. `refused`: it is not a number. */
  'pp-setting': {
    key: 'now' | 'max_age_seconds';
    value: string;
    final: boolean;
    refused(): void;
  };
  /** Take this file as the config. */
  'pp-file': File;
  /** Leave the file, back to the text. */
  'pp-close': undefined;
  /** Load a sample, by its name. */
  'pp-sample': string;
  /** Show this part of the text in the editor, with the cursor at its start. `focus`: move the focus there too. */
  'pp-reveal': Span & { focus: boolean };
  /** Another part of the text can be seen in the editor. */
  'pp-scrolled': undefined;
  /** Open a part of the playground. */
  'pp-view': View;
  /** Open a stage in the inspector. */
  'pp-stage': StageName;
  /** Explain a number of the summary; undefined: no number any more. */
  'pp-number': SummaryNumber | undefined;
  /** Pin the newest run, to compare later ones with it; or unpin it. */
  'pp-pin': boolean;
  'pp-cancel': undefined;
  /** The same input once more. */
  'pp-again': undefined;
  /** Load the engine once more. */
  'pp-restart': undefined;
  /** Load the part of the page that could not be loaded once more. */
  'pp-load': undefined;
  /** Say this in the live region. */
  'pp-say': string;
}

export type PlaygroundEvent<Name extends keyof PlaygroundEvents> = CustomEvent<
  PlaygroundEvents[Name]
>;

export function send<Name extends keyof PlaygroundEvents>(
  from: EventTarget,
  name: Name,
  detail?: PlaygroundEvents[Name],
): void {
  from.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
}
