/** How a playground and its links know each other. Types only: the links are loaded after it. */
import type { ReactiveControllerHost } from 'lit';
import type { PlainText } from '../editor/config-text.ts';
import type { LinkPart, LinkRecord } from '../links/index.ts';
import type { Arrangement } from '../state/state.ts';
import type { Store } from '../state/store.ts';
import type { View } from '../state/views.ts';
import type { Speaker } from '../strings/index.ts';

/** The links into a playground and out of it. */
export interface Links {
  /** Resolves once the first link in the page's address is open: to whether it brought a config, which is run then. */
  readonly opened: Promise<boolean>;
  /** Opens the dialog that makes links. */
  share(): void;
  /** What is at the end of the playground. */
  render(): unknown;
}

/** What links need of a playground. */
export interface Linked {
  readonly host: ReactiveControllerHost & HTMLElement;
  readonly store: Store;
  /** With the tag of the language, for words that are loaded later. */
  readonly words: Speaker & { readonly language: string };
  readonly text: PlainText;
  readonly shown: {
    readonly chosen: boolean;
    choose(parts: Iterable<LinkPart> | undefined): void;
    open(view: View): void;
  };
  readonly narrow: { readonly is: boolean };
  readonly memory: { prefer(change: Pick<Arrangement, 'view' | 'stage'>): void };
  /** Another text comes. */
  overtake(): void;
  /** Opens a number and a record of the newest run, if it has them. */
  open(wanted: Wanted): Promise<void>;
}

export interface Wanted {
  readonly number?: string | undefined;
  readonly record?: LinkRecord | undefined;
}
