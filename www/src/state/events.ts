/** The events that inner elements send to the outermost one. `<pipeline-playground>` handles all of them. */
import type { FoundKind, StageName, SummaryNumber, TextEdit } from '../engine/protocol.ts';
import type { Encoding } from './files.ts';
import type { SampleName } from './samples.ts';
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
  /** Set this key of the config. `final`: the change is over. `refused` is called if the value is not a number. */
  'pp-setting': {
    key: 'now' | 'max_age_seconds';
    value: string;
    final: boolean;
    refused(): void;
  };
  /** Make these edits, which mend the text. */
  'pp-fix': readonly TextEdit[];
  /** Format the text. */
  'pp-format': undefined;
  /** Show what the exception means. */
  'pp-explain': undefined;
  /** Take this file as the config. */
  'pp-file': File;
  /** Make a text of the file, which is not UTF-8: read in this encoding, or (undefined) as the editor shows it. */
  'pp-edit-file': Encoding | undefined;
  /** Leave the file, back to the text. */
  'pp-close': undefined;
  /** Undo or redo an edit of a big file. */
  'pp-history': 'undo' | 'redo';
  /** Save the config, or the file, with its edits. */
  'pp-save': undefined;
  /** Load a sample, by its name. */
  'pp-sample': SampleName;
  /** Show this part of the text in the editor, with the cursor at its start. `focus`: move the focus there too. */
  'pp-reveal': Span & { focus: boolean };
  /** The editor was scrolled to another part of the text. */
  'pp-scrolled': undefined;
  /** Open a part of the playground. */
  'pp-view': View;
  /** Open a stage in the inspector. */
  'pp-stage': StageName;
  /** Open a stage in the inspector, with only those records that it found to be of this kind. */
  'pp-found': { stage: StageName; kind: FoundKind };
  /** Explain a number of the summary. Undefined: none. */
  'pp-number': SummaryNumber | undefined;
  /** Pin the newest run, to compare later ones with it; or unpin it. */
  'pp-pin': boolean;
  'pp-cancel': undefined;
  /** Run the same input again. */
  'pp-again': undefined;
  /** Try again to load the engine. */
  'pp-restart': undefined;
  /** Try again to load a part of the page. */
  'pp-load': undefined;
  /** Bring the first sample back. */
  'pp-start-over': undefined;
  /** Announce this in the live region. */
  'pp-say': string;
}

/** The events that the playground itself handles. */
export const EVENTS = [
  'pp-text',
  'pp-caret',
  'pp-flag',
  'pp-setting',
  'pp-fix',
  'pp-format',
  'pp-explain',
  'pp-file',
  'pp-edit-file',
  'pp-close',
  'pp-history',
  'pp-save',
  'pp-sample',
  'pp-reveal',
  'pp-scrolled',
  'pp-view',
  'pp-stage',
  'pp-found',
  'pp-number',
  'pp-pin',
  'pp-cancel',
  'pp-again',
  'pp-restart',
  'pp-start-over',
  'pp-say',
] as const satisfies readonly (keyof PlaygroundEvents)[];

export type EventName = (typeof EVENTS)[number];

export type PlaygroundEvent<Name extends keyof PlaygroundEvents> = CustomEvent<
  PlaygroundEvents[Name]
>;

/** Sends an event through all inner elements up to the playground, which it does not leave. */
export function send<Name extends keyof PlaygroundEvents>(
  from: Node,
  name: Name,
  detail?: PlaygroundEvents[Name],
): void {
  outermost(from).addEventListener(name, stop);
  from.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
}

const stop = (event: Event): void => event.stopPropagation();

/** The playground that a node is in. */
function outermost(node: Node): Node {
  const root = node.getRootNode();
  if (!(root instanceof ShadowRoot)) return node;
  return root.host.localName === 'pp-playground' ? root.host : outermost(root.host);
}
