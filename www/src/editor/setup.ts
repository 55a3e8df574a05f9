/** The editor's extensions. Tab is not bound, so that it leaves the editor, like any other field. */
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import {
  bracketMatching,
  codeFolding,
  foldGutter,
  foldKeymap,
  indentOnInput,
} from '@codemirror/language';
import { Compartment, EditorState, type Extension, type StateEffect } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  type KeyBinding,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { send } from '../state/events.ts';
import type { PartStrings } from '../strings/parts.ts';
import { exceptionMark, goToException } from './exception-mark.ts';
import { language } from './language.ts';
import { laterSearch } from './search.ts';
import { colours, styles, theme } from './theme.ts';
import { wrappedIndent } from './wrapped-indent.ts';

/**
 * Spaces other than the plain one, and characters without width, besides those that CodeMirror marks itself. Not the
 * joiners inside of words and emoji.
 */
const INVISIBLE =
  /(?! )\p{Zs}|[\u180e\u2060-\u2064]|(?<!\p{L}|\p{M}|\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)[\u200c\u200d]/u;

/**
 * What is typed over a selection. A browser would give it the style of what it replaces, by a style attribute, which the
 * policy of a page may refuse.
 */
const typedOver = EditorView.domEventHandlers({
  beforeinput(event, view) {
    const { state, composing } = view;
    if (event.inputType !== 'insertText' || !event.data || composing || state.selection.main.empty)
      return false;
    view.dispatch(state.replaceSelection(event.data), {
      userEvent: 'input.type',
      scrollIntoView: true,
    });
    return true;
  },
});

/** Extensions for a text and for a part of a big file. */
const reading = (strings: PartStrings): Extension => [
  exceptionMark,
  foldGutter({ openText: '⌄', closedText: '›' }),
  codeFolding(),
  highlightSpecialChars({ addSpecialChars: INVISIBLE }),
  drawSelection(),
  bracketMatching(),
  json(),
  laterSearch,
  keymap.of([{ key: 'F8', run: goToException }]),
  theme,
  EditorView.lineWrapping,
  wrappedIndent,
  language(strings),
  EditorView.contentAttributes.of({
    spellcheck: 'false',
    // An editable element is focusable anyway. The read-only view and accessibility checkers need the attribute.
    tabindex: '0',
  }),
];

export const writable = (strings: PartStrings): Extension => [
  lineNumbers(),
  reading(strings),
  colours,
  history(),
  typedOver,
  indentOnInput(),
  highlightActiveLine(),
  highlightActiveLineGutter(),
  keymap.of([...defaultKeymap, ...historyKeymap, ...foldKeymap]),
];

const numbers = new Compartment();

const numbersFrom = (firstLine: number): Extension =>
  lineNumbers({ formatNumber: (line) => String(line + firstLine - 1) });

/** Changes the number of the first line of a part of a big file. */
export const numberFrom = (firstLine: number): StateEffect<unknown> =>
  numbers.reconfigure(numbersFrom(firstLine));

/** A key that undoes or redoes an edit of a big file, which has a history of its own. */
const historyKey = (key: string, what: 'undo' | 'redo'): KeyBinding => ({
  key,
  run({ dom }) {
    send(dom, 'pp-history', what);
    return true;
  },
});

/** Extensions for a part of a big file, but for its colours. `firstLine`: the number of its first line. */
export const readOnly = (strings: PartStrings, firstLine: number): Extension => [
  numbers.of(numbersFrom(firstLine)),
  reading(strings),
  styles,
  EditorState.readOnly.of(true),
  keymap.of([
    historyKey('Mod-z', 'undo'),
    historyKey('Mod-y', 'redo'),
    historyKey('Mod-Shift-z', 'redo'),
    ...defaultKeymap,
    ...foldKeymap,
  ]),
];
