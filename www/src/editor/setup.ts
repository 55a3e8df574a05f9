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
import { EditorState, type Extension } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { strings } from '../strings/index.ts';
import { exceptionMark, goToException } from './exception-mark.ts';
import { marks } from './marks.ts';
import { laterSearch } from './search.ts';
import { theme } from './theme.ts';

/** For a text and for a part of a big file. */
const reading: Extension = [
  exceptionMark,
  foldGutter({ openText: '⌄', closedText: '›' }),
  codeFolding(),
  highlightSpecialChars(),
  drawSelection(),
  bracketMatching(),
  json(),
  marks,
  laterSearch,
  keymap.of([{ key: 'F8', run: goToException }]),
  theme,
  EditorView.lineWrapping,
  EditorState.phrases.of(strings.editorPhrases),
  EditorView.contentAttributes.of({
    'aria-label': strings.config.editor,
    spellcheck: 'false',
    // An editable element can be focused anyway. The read-only view, and checkers, need the attribute.
    tabindex: '0',
  }),
];

export const writable: Extension = [
  lineNumbers(),
  reading,
  history(),
  indentOnInput(),
  highlightActiveLine(),
  highlightActiveLineGutter(),
  keymap.of([...defaultKeymap, ...historyKeymap, ...foldKeymap]),
];

/** For a part of a text. `firstLine`: the number of its first line. */
export const readOnly = (firstLine: number): Extension => [
  lineNumbers({ formatNumber: (line) => String(line + firstLine - 1) }),
  reading,
  EditorState.readOnly.of(true),
  keymap.of([...defaultKeymap, ...foldKeymap]),
];
