/** The editor's extensions. Tab is not bound, so that it leaves the editor, as it leaves every other field. */
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import {
  bracketMatching,
  codeFolding,
  foldGutter,
  foldKeymap,
  indentOnInput,
} from '@codemirror/language';
import { lintGutter, lintKeymap } from '@codemirror/lint';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { Compartment, EditorState, type Extension, type StateEffect } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import type { Strings } from '../strings/index.ts';
import { marks } from './marks.ts';
import { theme } from './theme.ts';

/** What depends on the language. */
const language = new Compartment();

const spoken = ({ config, editorPhrases }: Strings): Extension => [
  EditorState.phrases.of(editorPhrases),
  EditorView.contentAttributes.of({ 'aria-label': config.editor }),
];

/** Changes the language of an editor. */
export const speak = (strings: Strings): StateEffect<unknown> =>
  language.reconfigure(spoken(strings));

/** For a text and for a part of a big file. */
const reading = (strings: Strings): Extension => [
  lintGutter(),
  foldGutter({ openText: '⌄', closedText: '›' }),
  codeFolding(),
  highlightSpecialChars(),
  drawSelection(),
  bracketMatching(),
  search({ top: true }),
  highlightSelectionMatches(),
  json(),
  marks,
  theme,
  EditorView.lineWrapping,
  language.of(spoken(strings)),
  EditorView.contentAttributes.of({
    spellcheck: 'false',
    // An editable element can be focused anyway. The read-only view, and checkers, need the attribute.
    tabindex: '0',
  }),
];

export const writable = (strings: Strings): Extension => [
  lineNumbers(),
  reading(strings),
  history(),
  indentOnInput(),
  highlightActiveLine(),
  highlightActiveLineGutter(),
  keymap.of([...defaultKeymap, ...searchKeymap, ...historyKeymap, ...foldKeymap, ...lintKeymap]),
];

/** For a part of a text. `firstLine`: the number of its first line. */
export const readOnly = (strings: Strings, firstLine: number): Extension => [
  lineNumbers({ formatNumber: (line) => String(line + firstLine - 1) }),
  reading(strings),
  EditorState.readOnly.of(true),
  keymap.of([...defaultKeymap, ...searchKeymap, ...foldKeymap, ...lintKeymap]),
];
