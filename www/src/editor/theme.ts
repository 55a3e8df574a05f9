/** The editor's theme. It uses the page's custom properties, so that both schemes and a host's colours apply. */
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

const view = EditorView.theme({
  '&': { height: '100%', color: 'var(--_text)', backgroundColor: 'var(--_sunken)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { font: '400 var(--_type-s)/1.6 var(--_mono)', overscrollBehavior: 'auto' },
  '.cm-content': { paddingBlock: 'calc(0.75 * var(--_unit))', caretColor: 'var(--_text)' },
  // Not the default, so that a browser shapes each token for itself: after a key press, only the changed one. Otherwise
  // Chromium shapes all that is drawn of a long line again: 20,000 characters, which takes up to 0.3 s.
  '.cm-line span': { verticalAlign: '0px' },
  '.cm-cursor, .cm-dropCursor': { borderLeftColor: 'var(--_text)' },
  '.cm-gutters': { backgroundColor: 'var(--_sunken)', color: 'var(--_muted)', border: 'none' },
  '.cm-lineNumbers .cm-gutterElement': {
    paddingInline: 'calc(0.25 * var(--_unit)) calc(0.375 * var(--_unit))',
    minWidth: 'calc(2 * var(--_unit))',
  },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'transparent' },
  '&.cm-focused .cm-activeLine, &.cm-focused .cm-activeLineGutter': {
    backgroundColor: 'light-dark(#1b5e8c10, #7fc3f212)',
  },
  '.cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground':
    { backgroundColor: 'light-dark(#bcd9ee, #27486280)' },
  '&.cm-focused .cm-matchingBracket': {
    backgroundColor: 'light-dark(#1b5e8c26, #7fc3f233)',
    outline: '1px solid var(--_control)',
  },
  '&.cm-focused .cm-nonmatchingBracket': { backgroundColor: 'var(--_danger-soft)' },
  '.cm-foldGutter .cm-gutterElement': {
    width: 'calc(1.25 * var(--_unit))',
    textAlign: 'center',
    cursor: 'pointer',
  },
  '.cm-foldPlaceholder': {
    paddingInline: 'calc(0.375 * var(--_unit))',
    backgroundColor: 'var(--_accent-soft)',
    border: '1px solid var(--_line)',
    color: 'var(--_text)',
  },
  '.cm-selectionMatch': { backgroundColor: 'light-dark(#1b5e8c24, #7fc3f22e)' },
  '.cm-searchMatch': { backgroundColor: 'light-dark(#ffe9a8, #5a4a12)' },
  '.cm-searchMatch.cm-searchMatch-selected': { backgroundColor: 'light-dark(#ffcf5c, #8a6d10)' },
  // Forced colours replace our backgrounds.
  '@media (forced-colors: active)': {
    '.cm-searchMatch': { outline: '1px dashed Highlight' },
    '.cm-searchMatch.cm-searchMatch-selected': { outline: '2px solid Highlight' },
  },
});

const panels = EditorView.theme({
  '.cm-panels': { backgroundColor: 'var(--_surface)', color: 'var(--_text)' },
  '.cm-panels.cm-panels-top, .cm-panels.cm-panels-bottom': { borderColor: 'var(--_line)' },
  '.cm-panel.cm-search, .cm-panel.cm-gotoLine': {
    padding:
      'calc(0.5 * var(--_unit)) calc(2.25 * var(--_unit)) calc(0.5 * var(--_unit)) calc(0.75 * var(--_unit))',
    font: '400 var(--_type-m)/1.5 var(--_font)',
  },
  '.cm-panel.cm-search label': {
    display: 'inline-flex',
    alignItems: 'center',
    minHeight: 'calc(1.5 * var(--_unit))',
    fontSize: 'inherit',
  },
  '.cm-panel input[type=checkbox]': {
    width: 'var(--_unit)',
    height: 'var(--_unit)',
    accentColor: 'var(--_accent)',
  },
  '.cm-textfield': {
    minHeight: 'calc(1.75 * var(--_unit))',
    backgroundColor: 'var(--_sunken)',
    border: '1px solid var(--_control)',
    borderRadius: '5px',
    color: 'var(--_text)',
    fontSize: 'inherit',
  },
  '.cm-button': {
    minHeight: 'calc(1.75 * var(--_unit))',
    backgroundImage: 'none',
    backgroundColor: 'var(--_surface)',
    border: '1px solid var(--_control)',
    borderRadius: '5px',
    color: 'var(--_text)',
    fontSize: 'inherit',
  },
  '.cm-panel.cm-search [name=close], .cm-panel .cm-dialog-close': {
    width: 'calc(1.75 * var(--_unit))',
    height: 'calc(1.75 * var(--_unit))',
    color: 'var(--_text)',
    cursor: 'pointer',
  },
  '.cm-tooltip': {
    maxWidth: 'min(calc(32 * var(--_unit)), 80vw)',
    backgroundColor: 'var(--_surface)',
    border: '1px solid var(--_control)',
    borderRadius: '6px',
    color: 'var(--_text)',
  },
});

const exceptions = EditorView.theme({
  '.cm-exception, .cm-exception-point, .cm-exception-sign': { filter: 'var(--_old)' },
  '.cm-exception': {
    paddingBottom: '0.7px',
    backgroundColor: 'var(--_danger-soft)',
    textDecoration: 'underline wavy var(--_danger) 1.5px',
    textUnderlineOffset: '3px',
    textDecorationSkipInk: 'none',
  },
  '.cm-exception-point': { position: 'relative' },
  '.cm-exception-point:after': {
    content: '""',
    position: 'absolute',
    bottom: 0,
    left: '-2px',
    borderInline: '3px solid transparent',
    borderBottom: '4px solid var(--_danger)',
  },
  '.cm-exception-words': {
    padding: 'calc(0.375 * var(--_unit)) calc(0.75 * var(--_unit))',
    borderLeft: '4px solid var(--_danger)',
    font: '400 var(--_type-m)/1.5 var(--_font)',
    whiteSpace: 'pre-wrap',
  },
  '.cm-exception-gutter': { width: 'calc(1.25 * var(--_unit))' },
  '.cm-exception-gutter .cm-gutterElement': { padding: '0 0 0 calc(0.25 * var(--_unit))' },
  '.cm-exception-sign': {
    width: 'var(--_unit)',
    height: 'var(--_unit)',
    marginTop: 'calc(0.2 * var(--_unit))',
    borderRadius: '50%',
    backgroundColor: 'var(--_danger)',
    '&::after': {
      content: '"!"',
      display: 'block',
      font: '700 calc(0.75 * var(--_unit))/var(--_unit) var(--_font)',
      textAlign: 'center',
      color: 'var(--_sunken)',
    },
  },
});

export const highlight = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--_code-key)' },
  { tag: tags.string, color: 'var(--_code-string)' },
  { tag: tags.number, color: 'var(--_code-number)' },
  { tag: [tags.bool, tags.null], color: 'var(--_code-atom)', fontWeight: '600' },
  { tag: [tags.separator, tags.squareBracket, tags.brace], color: 'var(--_code-mark)' },
]);

/** The colours of a whole text. */
export const colours: Extension = syntaxHighlighting(highlight);
/** The rules for them. */
export const styles: Extension = highlight.module
  ? EditorView.styleModule.of(highlight.module)
  : [];

export const theme: Extension = [view, panels, exceptions];
